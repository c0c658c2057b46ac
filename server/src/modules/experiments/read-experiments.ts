import { Injectable } from '@nestjs/common';
import type { ExperimentPage, ExperimentView, VerdictView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import { AmendmentsRepository } from './amendments.repository.js';
import type { Experiment } from './experiment.entity.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { groupCounts } from './group-sums.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { verdictOf } from './verdict.js';

/** Shows experiments, and what the rule says of them. */
@Injectable()
export class ReadExperiments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly experiments: ExperimentsRepository,
    private readonly measurements: MeasurementsRepository,
    private readonly amendments: AmendmentsRepository,
    private readonly views: ExperimentViews,
  ) {}

  /** All experiments of an idea, first to last. @throws NotFound */
  ofIdea(actor: Actor, number: number): Promise<ExperimentPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      return { items: await this.views.all(idea, await this.experiments.ofIdea(idea.id), actor), next: null };
    });
  }

  /** @throws NotFound */
  one(actor: Actor, id: string): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const experiment = await this.experimentOf(id);
      const idea = await this.ideas.byId(experiment.ideaId);
      if (!idea) throw new NotFound('This experiment');
      return this.views.one(idea, experiment, actor);
    });
  }

  /** @throws NotFound */
  verdict(actor: Actor, id: string): Promise<VerdictView> {
    return this.work.run(actor.organisation.id, async () => {
      const experiment = await this.experimentOf(id);
      const inForce = (await this.measurements.ofExperiments([id])).filter((it) => it.withdrawnAt === null);
      return verdictOf(experiment.card, groupCounts(inForce), await this.amendments.isAmendedAfterData(id));
    });
  }

  private async experimentOf(id: string): Promise<Experiment> {
    const experiment = await this.experiments.find(id);
    if (!experiment) throw new NotFound('This experiment');
    return experiment;
  }
}
