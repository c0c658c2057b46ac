import { Injectable } from '@nestjs/common';
import type { EditExperiment as Edit, ExperimentView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { CheckResponsible } from './check-responsible.js';
import { refusalsToEdit } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { OpenExperiment } from './open-experiment.js';
import { changedCardFields, testCardFrom } from './test-card.js';

/** Changes the plan of an experiment, against the version its writer has seen; from the start on the card is locked. */
@Injectable()
export class EditExperiment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly responsible: CheckResponsible,
    private readonly experiments: ExperimentsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the experiment as it is now. @throws NotFound, VersionConflict with the current experiment, Refused, Invalid for who is no member. */
  edit(actor: Actor, id: string, input: Edit): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, experiment, roles } = await this.opening.open(actor, id);
      if (experiment.version !== input.version) throw new VersionConflict(await this.views.one(idea, experiment, actor));
      const refusals = refusalsToEdit(experiment, roles);
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      const title = input.title ?? experiment.title;
      const card = input.card ? testCardFrom(input.card) : experiment.card;
      const fields = [...(title === experiment.title ? [] : ['title']), ...changedCardFields(experiment.card, card)];
      if (fields.length === 0) return this.views.one(idea, experiment, actor);
      await this.responsible.check(card);
      const changes = { title, card, version: experiment.version + 1, updatedAt: this.clock.now() };
      await this.experiments.update(experiment.id, changes);
      await this.events.record({
        kind: 'experiment-edited',
        idea,
        member: actor.member,
        data: { experiment: experiment.id, experimentNumber: experiment.number, fields },
        text: { before: { title: experiment.title, card: experiment.card }, after: { title, card } },
      });
      return this.views.one(idea, { ...experiment, ...changes }, actor);
    });
  }
}
