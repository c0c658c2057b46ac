import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { ActorRole } from '../../workflow/index.js';
import { type Idea, IdeasRepository, rolesToward, TeamRepository } from '../ideas/index.js';
import type { Experiment } from './experiment.entity.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { type MeasurementCount, MeasurementsRepository } from './measurements.repository.js';

/** An idea held for a change of its experiments, and what the actor is to it. */
export interface OpenedIdea {
  readonly idea: Idea;
  readonly roles: readonly ActorRole[];
}

/** An experiment held for a change. */
export interface OpenedExperiment extends OpenedIdea {
  readonly experiment: Experiment;
  readonly measured: MeasurementCount;
}

/** Opens an experiment for a change. The idea is the lock of all that belongs to it, so changes follow each other. */
@Injectable()
export class OpenExperiment {
  constructor(
    private readonly ideas: IdeasRepository,
    private readonly experiments: ExperimentsRepository,
    private readonly measurements: MeasurementsRepository,
    private readonly team: TeamRepository,
  ) {}

  /** Part of the transaction under way. @throws NotFound */
  async ofIdea(actor: Actor, by: { number: number } | { id: string }): Promise<OpenedIdea> {
    const idea = await this.ideas.lock(by);
    if (!idea) throw new NotFound('This idea');
    const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
    return { idea, roles: rolesToward(idea, actor, inTeam, []) };
  }

  /** Part of the transaction under way. @throws NotFound */
  async open(actor: Actor, id: string): Promise<OpenedExperiment> {
    const known = await this.experiments.find(id);
    if (!known) throw new NotFound('This experiment');
    const opened = await this.ofIdea(actor, { id: known.ideaId });
    // What was read before the lock may be old.
    const experiment = await this.experiments.find(id);
    if (!experiment) throw new NotFound('This experiment');
    return { ...opened, experiment, measured: await this.measurements.count(id) };
  }
}
