import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { ExperimentView, PlanExperiment as Plan } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type Idea, withLink } from '../ideas/index.js';
import { CheckResponsible } from './check-responsible.js';
import type { Experiment } from './experiment.entity.js';
import { EXPERIMENTERS, mayExperiment } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { OpenExperiment } from './open-experiment.js';
import { testCardFrom } from './test-card.js';

/** Plans a further experiment of an idea; its card may still be empty. */
@Injectable()
export class PlanExperiment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly responsible: CheckResponsible,
    private readonly experiments: ExperimentsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Refused for who may not, Invalid for who is no member. */
  plan(actor: Actor, number: number, input: Plan): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, roles } = await this.opening.ofIdea(actor, { number });
      if (!mayExperiment(roles)) {
        throw new Refused([withLink({ code: 'role-in', params: { roles: EXPERIMENTERS } }, actor.organisation.slug, number)]);
      }
      const card = testCardFrom(input.card);
      await this.responsible.check(card);
      return this.views.one(idea, await this.write(idea, actor, { title: input.title, card, basedOn: null }), actor);
    });
  }

  /** Plans an experiment that tries again with the card of another, less its dates. Part of the transaction under way. */
  async adapt(idea: Idea, actor: Actor, { id, title, card }: Experiment): Promise<void> {
    await this.write(idea, actor, { title, card: { ...card, startsOn: null, endsOn: null }, basedOn: id });
  }

  private async write(idea: Idea, actor: Actor, plan: Pick<Experiment, 'title' | 'card' | 'basedOn'>): Promise<Experiment> {
    const now = this.clock.now();
    const experiment: Experiment = {
      ...plan,
      id: uuid(),
      organisationId: actor.organisation.id,
      ideaId: idea.id,
      number: await this.experiments.nextNumber(idea.id),
      version: 1,
      state: 'planned',
      lockedAt: null,
      lockedBy: null,
      endedAt: null,
      result: null,
      createdBy: actor.member,
      createdAt: now,
      updatedAt: now,
    };
    await this.experiments.insert(experiment);
    await this.events.record({
      kind: 'experiment-planned',
      idea,
      member: actor.member,
      to: experiment.state,
      data: {
        experiment: experiment.id,
        experimentNumber: experiment.number,
        ...(plan.basedOn === null ? {} : { basedOn: plan.basedOn }),
      },
      text: { title: experiment.title },
    });
    return experiment;
  }
}
