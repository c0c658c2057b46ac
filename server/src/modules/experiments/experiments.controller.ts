import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  amendExperiment,
  type AmendExperiment as Amend,
  correctMeasurement,
  type CorrectMeasurement as Correction,
  editExperiment,
  type EditExperiment as Edit,
  experimentPage,
  type ExperimentPage,
  experimentView,
  type ExperimentView,
  id,
  importMeasurements,
  type ImportMeasurements as Import,
  measurementsImport,
  type MeasurementsImport,
  moveExperiment,
  type MoveExperiment as Move,
  numberInPath,
  planExperiment,
  type PlanExperiment as Plan,
  recordMeasurement,
  type RecordMeasurement as Recorded,
  recordObservation,
  type RecordObservation as Observed,
  verdictView,
  type VerdictView,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { AmendExperiment } from './amend-experiment.js';
import { CorrectMeasurement } from './correct-measurement.js';
import { EditExperiment } from './edit-experiment.js';
import { ImportMeasurements } from './import-measurements.js';
import { MoveExperiment } from './move-experiment.js';
import { PlanExperiment } from './plan-experiment.js';
import { ReadExperiments } from './read-experiments.js';
import { RecordMeasurement } from './record-measurement.js';
import { RecordObservation } from './record-observation.js';

/** The experiments of an idea. */
@Controller('api/v1/organisations/:organisation/ideas/:number/experiments')
export class IdeaExperimentsController {
  constructor(
    private readonly reading: ReadExperiments,
    private readonly planning: PlanExperiment,
  ) {}

  @Get()
  @Permit('list-experiments', 'The experiments of an idea, first to last')
  @Answers(200, experimentPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<ExperimentPage> {
    return this.reading.ofIdea(actor, number);
  }

  @Post()
  @Permit('plan-experiment', 'Plan an experiment')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  plan(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: planExperiment }) body: Plan,
  ): Promise<ExperimentView> {
    return this.planning.plan(actor, number, body);
  }
}

/** One experiment: its card, its moves, what is observed. */
@Controller('api/v1/organisations/:organisation/experiments/:id')
export class ExperimentsController {
  constructor(
    private readonly reading: ReadExperiments,
    private readonly editing: EditExperiment,
    private readonly amending: AmendExperiment,
    private readonly moving: MoveExperiment,
    private readonly observing: RecordObservation,
  ) {}

  @Get()
  @Permit('read-experiment', 'Read an experiment with its card, measurements and verdict')
  @Answers(200, experimentView, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('id', { schema: id }) experiment: string): Promise<ExperimentView> {
    return this.reading.one(actor, experiment);
  }

  @Patch()
  @Permit('edit-experiment', 'Change the plan of an experiment while its card is not locked')
  @Answers(200, experimentView, 400, 401, 403, 404, 409, 413, 422)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: editExperiment }) body: Edit,
  ): Promise<ExperimentView> {
    return this.editing.edit(actor, experiment, body);
  }

  @Post('transitions')
  @Permit('move-experiment', 'Start, finish, conclude or stop an experiment')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  move(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: moveExperiment }) body: Move,
  ): Promise<ExperimentView> {
    return this.moving.move(actor, experiment, body);
  }

  @Post('amendments')
  @Permit('amend-experiment', 'Amend the locked card of an experiment under way; what it said before stays')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  amend(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: amendExperiment }) body: Amend,
  ): Promise<ExperimentView> {
    return this.amending.amend(actor, experiment, body);
  }

  @Post('observations')
  @Permit('record-observation', 'Write down what was seen, in words')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  observe(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: recordObservation }) body: Observed,
  ): Promise<ExperimentView> {
    return this.observing.record(actor, experiment, body);
  }

  @Get('verdict')
  @Permit('read-verdict', 'What the rule says of the measurements')
  @Answers(200, verdictView, 401, 403, 404, 422)
  verdict(@CurrentActor() actor: Actor, @Param('id', { schema: id }) experiment: string): Promise<VerdictView> {
    return this.reading.verdict(actor, experiment);
  }
}

/** What is measured in an experiment. */
@Controller('api/v1/organisations/:organisation/experiments/:id/measurements')
export class MeasurementsController {
  constructor(
    private readonly measuring: RecordMeasurement,
    private readonly importing: ImportMeasurements,
    private readonly correcting: CorrectMeasurement,
  ) {}

  @Post()
  @Permit('record-measurement', 'Record what was measured')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  measure(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: recordMeasurement }) body: Recorded,
  ): Promise<ExperimentView> {
    return this.measuring.record(actor, experiment, body);
  }

  @Post('import')
  @Permit('import-measurements', 'Record many measurements at once, from pasted text or a CSV file')
  @Answers(201, measurementsImport, 400, 401, 403, 404, 409, 413, 422)
  import(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: importMeasurements }) body: Import,
  ): Promise<MeasurementsImport> {
    return this.importing.import(actor, experiment, body);
  }

  @Post(':measurement/corrections')
  @Permit('correct-measurement', 'Correct or withdraw a measurement; what it said before stays')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Param('measurement', { schema: id }) measurement: string,
    @Body({ schema: correctMeasurement }) body: Correction,
  ): Promise<ExperimentView> {
    return this.correcting.correct(actor, experiment, measurement, body);
  }
}
