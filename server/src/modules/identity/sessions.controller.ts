import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { id, sessionPage, type SessionPage, type SessionView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Answers, CurrentVisitor, NotFound, Permit } from '../../platform/http/index.js';
import type { Visitor } from '../../platform/tenancy/index.js';
import { EndSessions } from './end-sessions.js';
import type { Session } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

/** Where the person is signed in. */
@Controller('api/v1/me/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly ending: EndSessions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('list-sessions', 'Where I am signed in, the last used first')
  @Answers(200, sessionPage, 401)
  async list(@CurrentVisitor() visitor: Visitor): Promise<SessionPage> {
    const now = this.clock.now();
    const items = (await this.sessions.ofPerson(visitor.person, now)).map((session) => viewOf(session, visitor.session, now));
    return { items: items.sort(byLastUse), next: null };
  }

  @Delete()
  @HttpCode(204)
  @Permit('end-other-sessions', 'Sign out everywhere but here')
  @Answers(204, null, 401)
  endOthers(@CurrentVisitor() visitor: Visitor): Promise<void> {
    return this.ending.endOthers(visitor.person, visitor.session);
  }

  @Delete(':session')
  @HttpCode(204)
  @Permit('end-session', 'Sign out in one place')
  @Answers(204, null, 401, 404, 422)
  async end(@CurrentVisitor() visitor: Visitor, @Param('session', { schema: id }) session: string): Promise<void> {
    if (!(await this.ending.end(visitor.person, session))) throw new NotFound('This session');
  }
}

/** The note of when a session was seen may be minutes behind; the one that asks is in use now. */
function viewOf({ id, browser, system, createdAt, lastSeenAt }: Session, current: string, now: Date): SessionView {
  return {
    id,
    browser,
    system,
    signedInAt: createdAt.toISOString(),
    lastSeenAt: (id === current ? now : (lastSeenAt ?? createdAt)).toISOString(),
    current: id === current,
  };
}

function byLastUse(one: SessionView, other: SessionView): number {
  return other.lastSeenAt.localeCompare(one.lastSeenAt) || other.signedInAt.localeCompare(one.signedInAt);
}
