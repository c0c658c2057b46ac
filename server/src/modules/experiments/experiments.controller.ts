import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  editExperiment,
  type EditExperiment as Edit,
  experimentPage,
  type ExperimentPage,
  experimentView,
  type ExperimentView,
  id,
  moveExperiment,
  type MoveExperiment as Move,
  numberInPath,
  planExperiment,
  type PlanExperiment as Plan,
  recordMeasurement,
  type RecordMeasurement as Recorded,
  verdictView,
  type VerdictView,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { EditExperiment } from './edit-experiment.js';
import { MoveExperiment } from './move-experiment.js';
import { PlanExperiment } from './plan-experiment.js';
import { ReadExperiments } from './read-experiments.js';
import { RecordMeasurement } from './record-measurement.js';

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

/** One experiment: its card, its moves, what is measured. */
@Controller('api/v1/organisations/:organisation/experiments/:id')
export class ExperimentsController {
  constructor(
    private readonly reading: ReadExperiments,
    private readonly editing: EditExperiment,
    private readonly moving: MoveExperiment,
    private readonly measuring: RecordMeasurement,
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

  @Post('measurements')
  @Permit('record-measurement', 'Record what was measured')
  @Answers(201, experimentView, 400, 401, 403, 404, 409, 413, 422)
  measure(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) experiment: string,
    @Body({ schema: recordMeasurement }) body: Recorded,
  ): Promise<ExperimentView> {
    return this.measuring.record(actor, experiment, body);
  }

  @Get('verdict')
  @Permit('read-verdict', 'What the rule says of the measurements')
  @Answers(200, verdictView, 401, 403, 404, 422)
  verdict(@CurrentActor() actor: Actor, @Param('id', { schema: id }) experiment: string): Promise<VerdictView> {
    return this.reading.verdict(actor, experiment);
  }
}
