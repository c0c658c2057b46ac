import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, startOfDay } from '../../platform/clock/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import { type DueTimer, nextStage, type Stage, Timers, turnOf } from '../../platform/timers/index.js';
import { type Idea, IdeasRepository } from '../ideas/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { addWorkingDays, type WorkingCalendar } from '../pathways/index.js';
import type { Rollout } from './rollout.entity.js';
import { RolloutsRepository } from './rollouts.repository.js';

/** What is said of a follow-up: that it is due, and that it is late. */
type FollowUpStage = 'follow-up-due' | 'follow-up-late';

/** Working days after its day from which on a follow-up is late. */
const LATE = 10;

/**
 * Asks for the follow-up of what is in use: on its day, and once more when it is late. The log of events is what knows which of that has
 * been said of a day; the timer only says when to look again.
 */
@Injectable()
export class WatchFollowUp implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly ideas: IdeasRepository,
    private readonly rollouts: RolloutsRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.handle('follow-up', (timer) => this.look(timer));
  }

  /** Sets when to look at it next, after any move and any change of its plan; only what is in use is watched. Part of the transaction under way. */
  async set(rollout: Pick<Rollout, 'id' | 'state' | 'followUpOn'>, idea: Pick<Idea, 'id'>, calendar: WorkingCalendar): Promise<void> {
    const { followUpOn } = rollout;
    const isWatched = rollout.state === 'in-use' && followUpOn !== null;
    const next = isWatched ? nextStage(stagesOf(followUpOn, calendar), await this.said(rollout.id, idea.id, followUpOn)) : null;
    await this.timers.set('follow-up', rollout.id, next?.at ?? null);
  }

  private async look({ organisation, subject }: DueTimer): Promise<void> {
    const known = await this.rollouts.find(subject);
    const idea = known && (await this.ideas.lock({ id: known.ideaId }));
    // What was read before the idea was held may be old.
    const rollout = idea && (await this.rollouts.find(subject));
    if (!idea || rollout?.state !== 'in-use' || rollout.followUpOn === null) return;
    const { id, ownerId, followUpOn } = rollout;
    const stages = stagesOf(followUpOn, await this.organisations.tenant(organisation));
    const { say, next } = turnOf(stages, await this.said(id, idea.id, followUpOn), this.clock.now());
    await this.timers.set('follow-up', id, next);
    if (say === null) return;
    await this.events.record({
      kind: say,
      idea,
      member: null,
      data: { rollout: id, followUpOn, ...(ownerId === null ? {} : { owner: ownerId }) },
    });
  }

  private async said(rollout: string, idea: string, followUpOn: string): Promise<ReadonlySet<FollowUpStage>> {
    const events = await this.events.recorded(idea, ['follow-up-due', 'follow-up-late'], { rollout, followUpOn });
    return new Set(events.map(({ kind }) => (kind === 'follow-up-late' ? 'follow-up-late' : 'follow-up-due')));
  }
}

/** @param followUpOn as `2026-03-31` */
function stagesOf(followUpOn: string, calendar: WorkingCalendar): Stage<FollowUpStage>[] {
  const at = startOfDay(followUpOn, calendar.timeZone);
  return [
    { key: 'follow-up-due', at },
    { key: 'follow-up-late', at: addWorkingDays(at, LATE, calendar) },
  ];
}
