import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { EditExperiment } from './edit-experiment.js';
import { Experiment } from './experiment.entity.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsController, IdeaExperimentsController } from './experiments.controller.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { FindLessons } from './find-lessons.js';
import { KnowExperiments } from './know-experiments.js';
import { LessonsController } from './lessons.controller.js';
import { LessonsRepository } from './lessons.repository.js';
import { Measurement } from './measurement.entity.js';
import { MoveExperiment } from './move-experiment.js';
import { OpenExperiment } from './open-experiment.js';
import { PlanExperiment } from './plan-experiment.js';
import { ReadExperiments } from './read-experiments.js';
import { RecordMeasurement } from './record-measurement.js';
import { WatchExperiment } from './watch-experiment.js';

/** Experiments of ideas: planned, locked, measured, learned from. */
@Module({
  imports: [TypeOrmModule.forFeature([Experiment, Measurement]), IdeasModule, PathwaysModule, OrganisationsModule],
  controllers: [IdeaExperimentsController, ExperimentsController, LessonsController],
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
    WatchExperiment,
    LessonsRepository,
    FindLessons,
  ],
  exports: [PlanExperiment, EditExperiment, MoveExperiment, RecordMeasurement, ReadExperiments],
})
export class ExperimentsModule {}
