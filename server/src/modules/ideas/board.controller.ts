import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import {
  boardView,
  type BoardView,
  cardPage,
  type CardPage,
  readBoard,
  type ReadBoard as BoardQuery,
  readColumn,
  type ReadColumn,
  wipLimit,
  type WipLimit,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { LimitStep } from './limit-step.js';
import { ReadBoard } from './read-board.js';

/** The board of a pathway. */
@Controller('api/v1/organisations/:organisation/boards/:pathway')
export class BoardController {
  constructor(
    private readonly board: ReadBoard,
    private readonly limiting: LimitStep,
  ) {}

  @Get()
  @Permit('read-board', 'The columns with their counts and first cards')
  @Answers(200, boardView, 401, 403, 404, 422)
  read(
    @CurrentActor() actor: Actor,
    @Param('pathway') pathway: string,
    @Query({ schema: readBoard }) query: BoardQuery,
  ): Promise<BoardView> {
    return this.board.board(actor, pathway, query);
  }

  @Get('steps/:step/cards')
  @Permit('read-column', 'Further cards of a column')
  @Answers(200, cardPage, 401, 403, 404, 422)
  column(
    @CurrentActor() actor: Actor,
    @Param('pathway') pathway: string,
    @Param('step') step: string,
    @Query({ schema: readColumn }) query: ReadColumn,
  ): Promise<CardPage> {
    return this.board.column(actor, pathway, step, query);
  }

  @Put('steps/:step/limit')
  @Permit('set-wip-limit', 'Limit how many ideas a column is meant to hold; a hard limit refuses what comes beyond')
  @Answers(200, wipLimit, 400, 401, 403, 404, 422)
  limit(
    @CurrentActor() actor: Actor,
    @Param('pathway') pathway: string,
    @Param('step') step: string,
    @Body({ schema: wipLimit }) limit: WipLimit,
  ): Promise<WipLimit> {
    return this.limiting.set(actor, pathway, step, limit);
  }

  @Delete('steps/:step/limit')
  @HttpCode(204)
  @Permit('lift-wip-limit', 'Lift the limit of a column')
  @Answers(204, null, 401, 403, 404)
  lift(@CurrentActor() actor: Actor, @Param('pathway') pathway: string, @Param('step') step: string): Promise<void> {
    return this.limiting.lift(actor, pathway, step);
  }
}
