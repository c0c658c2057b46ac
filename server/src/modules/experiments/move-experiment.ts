import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { ExperimentState, ExperimentView, MoveExperiment as Move } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { attempt, type Accepted, type TransitionDefinition } from '../../workflow/index.js';
import { TrailRepository, withLink } from '../ideas/index.js';
import type { Experiment } from './experiment.entity.js';
import { EXPERIMENT_GUARDS, EXPERIMENT_MACHINE, type ExperimentAsk } from './experiment.machine.js';
import { experimentFacts } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { OpenExperiment, type OpenedExperiment } from './open-experiment.js';
import { PlanExperiment } from './plan-experiment.js';
import { PromiseTheEnd } from './promise-the-end.js';
import { WatchExperiment } from './watch-experiment.js';

type Verdict = Accepted<ExperimentState, TransitionDefinition<ExperimentState, ExperimentAsk>>;

/** Moves an experiment: the start locks its card, both ends write its lesson and may plan another that adapts it. */
@Injectable()
export class MoveExperiment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly experiments: ExperimentsRepository,
    private readonly trail: TrailRepository,
    private readonly end: PromiseTheEnd,
    private readonly watch: WatchExperiment,
    private readonly planning: PlanExperiment,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the experiment as it is now. @throws NotFound, VersionConflict with the current one, Refused, Invalid for an unknown state or one that cannot be adapted. */
  move(actor: Actor, id: string, input: Move): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.open(actor, id);
      const { idea, experiment } = opened;
      if (experiment.version !== input.version) throw new VersionConflict(await this.views.one(idea, experiment, actor));
      const verdict = this.attempt(opened, actor, input);
      if (!verdict.accepted) {
        if (verdict.unknownStep) throw Invalid.field('to', 'unknown-step', 'Experiments have no such state.');
        throw new Refused(verdict.refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      }
      if (input.adapt && !isEnd(verdict.to)) {
        throw Invalid.field('adapt', 'unknown-value', 'Only an experiment that ends can be adapted.');
      }
      const moved = await this.write(opened, verdict, actor, input);
      await this.watch.set(moved, idea, actor.organisation);
      if (verdict.to === 'running') await this.end.promise(idea, moved, actor);
      if (input.adapt) await this.planning.adapt(idea, actor, moved);
      return this.views.one(idea, moved, actor);
    });
  }

  private attempt({ idea, experiment, roles, measured }: OpenedExperiment, actor: Actor, input: Move) {
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const facts = {
      ...experimentFacts(experiment, { roles, ideaStep: idea.step, today, measured: measured.groups }),
      result: input.result || experiment.result,
      lesson: input.lesson !== undefined,
    };
    return attempt(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, { step: experiment.state, cameFrom: null }, input.to, facts);
  }

  private async write({ idea, experiment }: OpenedExperiment, verdict: Verdict, actor: Actor, input: Move): Promise<Experiment> {
    const now = this.clock.now();
    const { asks } = verdict.transition;
    const hasEnded = isEnd(verdict.to);
    const result = asks.includes('result') || hasEnded ? input.result || experiment.result : experiment.result;
    const changes: Partial<Experiment> = {
      state: verdict.to,
      version: experiment.version + 1,
      updatedAt: now,
      result,
      ...(verdict.to === 'running' ? { lockedAt: now, lockedBy: actor.member } : {}),
      ...(hasEnded ? { endedAt: now } : {}),
    };
    await this.experiments.update(experiment.id, changes);
    if (input.lesson && asks.includes('lesson')) {
      await this.trail.addLesson({ id: uuid(), idea: idea.id, experiment: experiment.id, ...input.lesson, member: actor.member, at: now });
    }
    const text = { ...(input.reason ? { reason: input.reason } : {}), ...(hasEnded && result !== null ? { result } : {}) };
    await this.events.record({
      kind: 'experiment-moved',
      idea,
      member: actor.member,
      from: experiment.state,
      to: verdict.to,
      data: { experiment: experiment.id, experimentNumber: experiment.number },
      text: Object.keys(text).length > 0 ? text : undefined,
    });
    return { ...experiment, ...changes };
  }
}

function isEnd(state: ExperimentState): boolean {
  return state === 'concluded' || state === 'stopped';
}
