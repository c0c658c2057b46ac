import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AmendExperiment } from './amend-experiment.js';
import { Amendment } from './amendment.entity.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { CheckResponsible } from './check-responsible.js';
import { CorrectMeasurement } from './correct-measurement.js';
import { Correction } from './correction.entity.js';
import { EditExperiment } from './edit-experiment.js';
import { ExperimentEvidence } from './experiment-evidence.js';
import { ExperimentRecords } from './experiment-records.js';
import { Experiment } from './experiment.entity.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsController, IdeaExperimentsController, MeasurementsController } from './experiments.controller.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { FindLessons } from './find-lessons.js';
import { ImportMeasurements } from './import-measurements.js';
import { KnowExperiments } from './know-experiments.js';
import { LessonsController } from './lessons.controller.js';
import { LessonsRepository } from './lessons.repository.js';
import { Measurement } from './measurement.entity.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { MoveExperiment } from './move-experiment.js';
import { Observation } from './observation.entity.js';
import { ObservationsRepository } from './observations.repository.js';
import { OpenExperiment } from './open-experiment.js';
import { PlanExperiment } from './plan-experiment.js';
import { PromiseTheEnd } from './promise-the-end.js';
import { ReadExperiments } from './read-experiments.js';
import { RecordMeasurement } from './record-measurement.js';
import { RecordObservation } from './record-observation.js';
import { SampleSizesController } from './sample-sizes.controller.js';
import { WatchExperiment } from './watch-experiment.js';

/** Experiments of ideas: planned, locked, measured, learned from. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Experiment, Amendment, Measurement, Correction, Observation]),
    IdeasModule,
    PathwaysModule,
    OrganisationsModule,
  ],
  controllers: [IdeaExperimentsController, ExperimentsController, MeasurementsController, SampleSizesController, LessonsController],
  providers: [
    ExperimentsRepository,
    AmendmentsRepository,
    MeasurementsRepository,
    ObservationsRepository,
    ExperimentRecords,
    OpenExperiment,
    CheckResponsible,
    PromiseTheEnd,
    ExperimentViews,
    PlanExperiment,
    EditExperiment,
    AmendExperiment,
    MoveExperiment,
    RecordMeasurement,
    ImportMeasurements,
    CorrectMeasurement,
    RecordObservation,
    ReadExperiments,
    KnowExperiments,
    WatchExperiment,
    LessonsRepository,
    FindLessons,
    ExperimentEvidence,
  ],
  exports: [
    PlanExperiment,
    EditExperiment,
    AmendExperiment,
    MoveExperiment,
    RecordMeasurement,
    ImportMeasurements,
    CorrectMeasurement,
    RecordObservation,
    ReadExperiments,
    ExperimentEvidence,
  ],
})
export class ExperimentsModule {}
