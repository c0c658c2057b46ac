import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import { type DueTimer, nextStage, Timers, turnOf } from '../../platform/timers/index.js';
import { type Idea, IdeasRepository } from '../ideas/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import type { WorkingCalendar } from '../pathways/index.js';
import { END_EVENT_KINDS, END_EVENTS, type EndStage, endStages, stageSaid } from './end-stages.js';
import type { Experiment } from './experiment.entity.js';
import { isUnderWay } from './experiment.policy.js';
import { ExperimentsRepository } from './experiments.repository.js';

/** What is watched of an experiment. */
export type Watched = Pick<Experiment, 'id' | 'state' | 'lockedAt' | 'card'>;

/**
 * Keeps an eye on the end of experiments: that it comes, that it has come, and that nobody has said what follows. The log of events is
 * what knows which of that has been said of an end; the timer only says when to look again.
 */
@Injectable()
export class WatchExperiment implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly ideas: IdeasRepository,
    private readonly experiments: ExperimentsRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.handle('experiment-watch', (timer) => this.look(timer));
  }

  /** Sets when to look at it next, after any move and any new end; what is not under way is not watched. Part of the transaction under way. */
  async set(experiment: Watched, idea: Pick<Idea, 'id'>, calendar: WorkingCalendar): Promise<void> {
    const { endsOn } = experiment.card;
    const isWatched = isUnderWay(experiment) && endsOn !== null;
    const next = isWatched
      ? nextStage(endStages(endsOn, experiment.lockedAt, calendar), await this.said(experiment.id, idea.id, endsOn))
      : null;
    await this.timers.set('experiment-watch', experiment.id, next?.at ?? null);
  }

  private async look({ organisation, subject }: DueTimer): Promise<void> {
    const known = await this.experiments.find(subject);
    const idea = known && (await this.ideas.lock({ id: known.ideaId }));
    // What was read before the idea was held may be old.
    const experiment = idea && (await this.experiments.find(subject));
    const endsOn = experiment?.card.endsOn ?? null;
    if (!idea || !experiment || endsOn === null || !isUnderWay(experiment)) return;
    const stages = endStages(endsOn, experiment.lockedAt, await this.organisations.tenant(organisation));
    const { say, skipped, next } = turnOf(stages, await this.said(subject, idea.id, endsOn), this.clock.now());
    await this.timers.set('experiment-watch', subject, next);
    if (say === null) return;
    const { kind, data } = END_EVENTS[say];
    await this.events.record({
      kind,
      idea,
      member: null,
      data: {
        experiment: experiment.id,
        experimentNumber: experiment.number,
        endsOn,
        ...data,
        // Who should have heard of the end hears of it now.
        ...(skipped.includes('ended') ? { endUnsaid: true } : {}),
      },
    });
  }

  private async said(experiment: string, idea: string, endsOn: string): Promise<ReadonlySet<EndStage>> {
    const events = await this.events.recorded(idea, END_EVENT_KINDS, { experiment, endsOn });
    return new Set(events.map(stageSaid).filter((stage) => stage !== null));
  }
}
