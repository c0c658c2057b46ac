import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  boardView,
  type BoardView,
  cardPage,
  type CardPage,
  readBoard,
  type ReadBoard as BoardQuery,
  readColumn,
  type ReadColumn,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ReadBoard } from './read-board.js';

/** The board of a pathway. */
@Controller('api/v1/organisations/:organisation/boards/:pathway')
export class BoardController {
  constructor(private readonly board: ReadBoard) {}

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
}
