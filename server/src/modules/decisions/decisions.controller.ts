import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  askDecision,
  type AskDecision,
  decisionDetail,
  type DecisionDetail,
  decisionPage,
  type DecisionPage,
  decisionView,
  type DecisionView,
  delegateDecision,
  type DelegateDecision as Handing,
  id,
  listDecisions,
  type ListDecisions,
  makeDecision,
  type MakeDecision as Made,
  numberInPath,
  scoreDecision,
  type ScoreDecision as Scored,
  stepOut,
  type StepOut as Conflict,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { AskForDecision } from './ask-for-decision.js';
import { DelegateDecision } from './delegate-decision.js';
import { MakeDecision } from './make-decision.js';
import { ReadDecisions } from './read-decisions.js';
import { ScoreDecision } from './score-decision.js';
import { StepOut } from './step-out.js';

/** The decisions of an idea. */
@Controller('api/v1/organisations/:organisation/ideas/:number/decisions')
export class IdeaDecisionsController {
  constructor(
    private readonly reading: ReadDecisions,
    private readonly asking: AskForDecision,
  ) {}

  @Get()
  @Permit('list-idea-decisions', 'The decisions of an idea, the last asked first')
  @Answers(200, decisionPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<DecisionPage> {
    return this.reading.ofIdea(actor, number);
  }

  @Post()
  @Permit('ask-decision', 'Ask for the decision that leads on')
  @Answers(201, decisionView, 400, 401, 403, 404, 409, 413, 422)
  ask(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: askDecision }) body: AskDecision,
  ): Promise<DecisionView> {
    return this.asking.ask(actor, number, body);
  }
}

/** Decisions of the whole organisation, scoring and making one. */
@Controller('api/v1/organisations/:organisation/decisions')
export class DecisionsController {
  constructor(
    private readonly reading: ReadDecisions,
    private readonly scoring: ScoreDecision,
    private readonly steppingOut: StepOut,
    private readonly making: MakeDecision,
    private readonly delegating: DelegateDecision,
  ) {}

  @Get()
  @Permit('list-decisions', 'List decisions, or what waits for me')
  @Answers(200, decisionPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listDecisions }) query: ListDecisions): Promise<DecisionPage> {
    return this.reading.list(actor, query);
  }

  @Get(':id')
  @Permit('read-decision', 'A decision with its evidence, its panel and what of it may be read')
  @Answers(200, decisionDetail, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('id', { schema: id }) decision: string): Promise<DecisionDetail> {
    return this.reading.one(actor, decision);
  }

  @Put(':id/scorecard')
  @Permit('score-decision', 'Give or change my scorecard, as a member of the panel')
  @Answers(200, decisionDetail, 400, 401, 403, 404, 409, 413, 422)
  score(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decision: string,
    @Body({ schema: scoreDecision }) body: Scored,
  ): Promise<DecisionDetail> {
    return this.scoring.score(actor, decision, body);
  }

  @Post(':id/conflict')
  @Permit('step-out', 'Step out of the panel for a conflict of interest')
  @Answers(201, decisionDetail, 400, 401, 403, 404, 409, 413, 422)
  stepOut(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decision: string,
    @Body({ schema: stepOut }) body: Conflict,
  ): Promise<DecisionDetail> {
    return this.steppingOut.stepOut(actor, decision, body);
  }

  @Post(':id/outcome')
  @Permit('make-decision', 'Decide yes, adapt or stop, with a reason')
  @Answers(201, decisionView, 400, 401, 403, 404, 409, 413, 422)
  make(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decision: string,
    @Body({ schema: makeDecision }) body: Made,
  ): Promise<DecisionView> {
    return this.making.make(actor, decision, body);
  }

  @Post(':id/delegation')
  @Permit('delegate-decision', 'Hand a decision to another decider')
  @Answers(201, decisionView, 400, 401, 403, 404, 409, 413, 422)
  delegate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decision: string,
    @Body({ schema: delegateDecision }) body: Handing,
  ): Promise<DecisionView> {
    return this.delegating.delegate(actor, decision, body);
  }
}
