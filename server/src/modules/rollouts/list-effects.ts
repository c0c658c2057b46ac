import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { EffectPage, EffectView, ListEffects as Query, PersonView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import { EffectAmendmentsRepository } from './effect-amendments.repository.js';
import { type EffectRow, EffectsRepository } from './effects.repository.js';
import { effectOf, isEffectOverdue, isFollowUpOverdue, isReached, isReachedLate, measuredOf } from './rollout.policy.js';
import { amendmentView } from './rollout.view.js';

const NO_DAY = 'infinity';
const effectKey = z.tuple([z.union([z.iso.datetime(), z.iso.date(), z.literal(NO_DAY)]), z.uuid()]);

/** Shows what was expected of the organisation's rollouts, and what came of it. */
@Injectable()
export class ListEffects {
  constructor(
    private readonly work: UnitOfWork,
    private readonly effects: EffectsRepository,
    private readonly amendments: EffectAmendmentsRepository,
    private readonly members: MembersRepository,
    private readonly clock: Clock,
  ) {}

  /** A page, with counts over all; what still goes on comes by its next follow-up, else the newest first. */
  list(actor: Actor, query: Query): Promise<EffectPage> {
    return this.work.run(actor.organisation.id, async () => {
      const today = dayOf(this.clock.now(), actor.organisation.timeZone);
      const unit = query.unit || null;
      const goesOn = query.state !== undefined && query.state !== 'followed-up' && query.state !== 'withdrawn';
      const order = goesOn ? 'urgent' : 'newest';
      const rows = await this.effects.list({
        state: query.state ?? null,
        unit,
        order,
        after: readCursor(query.cursor, effectKey),
        limit: query.limit + 1,
      });
      const { items, next } = pageOf(rows, query.limit, (row) => [
        order === 'urgent' ? (row.followUpOn ?? NO_DAY) : row.createdAt.toISOString(),
        row.id,
      ]);
      const amendments = await this.amendments.ofRollouts(items.map(({ id }) => id));
      const people = await this.members.people(
        [...items.map((row) => row.ownerId), ...amendments.map(({ memberId }) => memberId)],
        actor.language,
      );
      const views = items.map((row) => ({
        ...viewOf(row, people, today),
        amendments: amendments.filter(({ rolloutId }) => rolloutId === row.id).map((it) => amendmentView(it, people)),
      }));
      return { items: views, next, summary: await this.effects.summary(unit, today) };
    });
  }
}

function viewOf(row: EffectRow, people: ReadonlyMap<string, PersonView>, today: string): Omit<EffectView, 'amendments'> {
  const { number, title, state, unit, ownerId, followUpOn } = row;
  return {
    idea: { number, title },
    state,
    unit,
    owner: ownerId === null ? null : (people.get(ownerId) ?? null),
    expected: effectOf(row),
    measured: measuredOf(row),
    reached: isReached(row),
    reachedLate: isReachedLate(row),
    effectOverdue: isEffectOverdue(row, today),
    undecided: row.undecided,
    followUpOn,
    overdue: isFollowUpOverdue(row, today),
  };
}
