import { Injectable } from '@nestjs/common';
import type { EditExperiment as Edit, ExperimentView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { GuardRefusal } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import type { Experiment } from './experiment.entity.js';
import { EXPERIMENTERS, isLocked, mayExperiment } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { OpenExperiment, type OpenedExperiment } from './open-experiment.js';
import { type TestCard, testCardFrom } from './test-card.js';

/** Changes the plan of an experiment, against the version its writer has seen; from the start on the card is locked. */
@Injectable()
export class EditExperiment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly experiments: ExperimentsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the experiment as it is now. @throws NotFound, VersionConflict with the current experiment, Refused. */
  edit(actor: Actor, id: string, input: Edit): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.open(actor, id);
      const { idea, experiment } = opened;
      if (experiment.version !== input.version) throw new VersionConflict(await this.views.one(idea, experiment, actor));
      const refusals = refusalsToEdit(opened).map((refusal) => withLink(refusal, actor.organisation.slug, idea.number));
      if (refusals.length > 0) throw new Refused(refusals);
      const fields = changedFields(experiment, input);
      if (fields.length === 0) return this.views.one(idea, experiment, actor);
      const changes = {
        title: input.title ?? experiment.title,
        card: input.card ? testCardFrom(input.card) : experiment.card,
        version: experiment.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.experiments.update(experiment.id, changes);
      await this.events.record({
        kind: 'experiment-edited',
        idea,
        member: actor.member,
        data: { experiment: experiment.id, experimentNumber: experiment.number, fields },
        text: {
          before: { title: experiment.title, card: experiment.card },
          after: { title: changes.title, card: changes.card },
        },
      });
      return this.views.one(idea, { ...experiment, ...changes }, actor);
    });
  }
}

function refusalsToEdit({ experiment, roles }: OpenedExperiment): GuardRefusal[] {
  return [
    ...(mayExperiment(roles) ? [] : [{ code: 'role-in' as const, params: { roles: EXPERIMENTERS } }]),
    ...(isLocked(experiment) ? [{ code: 'card-unlocked' as const, params: {} }] : []),
  ];
}

function changedFields(experiment: Experiment, input: Edit): string[] {
  const wanted = input.card ? testCardFrom(input.card) : experiment.card;
  const fields = (Object.keys(wanted) as (keyof TestCard)[]).filter((field) => wanted[field] !== experiment.card[field]);
  return input.title === undefined || input.title === experiment.title ? fields : ['title', ...fields];
}
