import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  moveRollout,
  type MoveRollout as Move,
  numberInPath,
  planRollout,
  type PlanRollout as Plan,
  rolloutView,
  type RolloutView,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MoveRollout } from './move-rollout.js';
import { PlanRollout } from './plan-rollout.js';
import { ReadRollout } from './read-rollout.js';

/** The rollout of an idea. */
@Controller('api/v1/organisations/:organisation/ideas/:number/rollout')
export class RolloutsController {
  constructor(
    private readonly reading: ReadRollout,
    private readonly planning: PlanRollout,
    private readonly moving: MoveRollout,
  ) {}

  @Get()
  @Permit('read-rollout', 'Read the rollout of an idea; 204 while there is none')
  @Answers(200, rolloutView, 401, 403, 404, 422)
  async read(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RolloutView | undefined> {
    const rollout = await this.reading.read(actor, number);
    if (rollout) return rollout;
    response.status(204);
    return undefined;
  }

  @Put()
  @Permit('plan-rollout', 'Plan the rollout, or change its plan')
  @Answers(200, rolloutView, 400, 401, 403, 404, 409, 413, 422)
  plan(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: planRollout }) body: Plan,
  ): Promise<RolloutView> {
    return this.planning.plan(actor, number, body);
  }

  @Post('transitions')
  @Permit('move-rollout', 'Begin the rollout, put it into use, follow it up or withdraw it')
  @Answers(201, rolloutView, 400, 401, 403, 404, 409, 413, 422)
  move(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: moveRollout }) body: Move,
  ): Promise<RolloutView> {
    return this.moving.move(actor, number, body);
  }
}
