import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { EditExperiment } from './edit-experiment.js';
import { ExperimentEvidence } from './experiment-evidence.js';
import { Experiment } from './experiment.entity.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsController, IdeaExperimentsController } from './experiments.controller.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { KnowExperiments } from './know-experiments.js';
import { Measurement } from './measurement.entity.js';
import { MoveExperiment } from './move-experiment.js';
import { OpenExperiment } from './open-experiment.js';
import { PlanExperiment } from './plan-experiment.js';
import { ReadExperiments } from './read-experiments.js';
import { RecordMeasurement } from './record-measurement.js';

/** Experiments of ideas: planned, locked, measured, learned from. */
@Module({
  imports: [TypeOrmModule.forFeature([Experiment, Measurement]), IdeasModule, PathwaysModule, OrganisationsModule],
  controllers: [IdeaExperimentsController, ExperimentsController],
  providers: [
    ExperimentsRepository,
    OpenExperiment,
    ExperimentViews,
    PlanExperiment,
    EditExperiment,
    MoveExperiment,
    RecordMeasurement,
    ReadExperiments,
    KnowExperiments,
    ExperimentEvidence,
  ],
  exports: [PlanExperiment, EditExperiment, MoveExperiment, RecordMeasurement, ReadExperiments, ExperimentEvidence],
})
export class ExperimentsModule {}
