import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  editIdea,
  type EditIdea as Edit,
  historyPage,
  type HistoryPage,
  id,
  ideaCard,
  type IdeaCard,
  ideaPage,
  type IdeaPage,
  ideaView,
  type IdeaView,
  listHistory,
  type ListHistory,
  listIdeas,
  type ListIdeas,
  memberView,
  type MemberView,
  moveIdea,
  type MoveIdea as Move,
  numberInPath,
  placeIdea,
  type PlaceIdea as Place,
  submitIdea,
  type SubmitIdea as Submission,
  undoMove,
  type UndoMove as Undo,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ChangeTeam } from './change-team.js';
import { EditIdea } from './edit-idea.js';
import { MoveIdea } from './move-idea.js';
import { PlaceIdea } from './place-idea.js';
import { ReadIdeas } from './read-ideas.js';
import { SubmitIdea } from './submit-idea.js';
import { UndoMove } from './undo-move.js';

/** Ideas: submitted, edited, moved, placed, and the people who work on them. */
@Controller('api/v1/organisations/:organisation/ideas')
export class IdeasController {
  constructor(
    private readonly submitting: SubmitIdea,
    private readonly editing: EditIdea,
    private readonly moving: MoveIdea,
    private readonly undoing: UndoMove,
    private readonly placing: PlaceIdea,
    private readonly reading: ReadIdeas,
  ) {}

  @Post()
  @Permit('submit-idea', 'Submit an idea')
  @Answers(201, ideaView, 400, 401, 403, 404, 413, 422)
  submit(@CurrentActor() actor: Actor, @Body({ schema: submitIdea }) body: Submission): Promise<IdeaView> {
    return this.submitting.submit(actor, body);
  }

  @Get()
  @Permit('list-ideas', 'List ideas, newest first or in another order; search by words or number')
  @Answers(200, ideaPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listIdeas }) query: ListIdeas): Promise<IdeaPage> {
    return this.reading.list(actor, query);
  }

  @Get(':number')
  @Permit('read-idea', 'Read an idea, with the way on and what is in it')
  @Answers(200, ideaView, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<IdeaView> {
    return this.reading.one(actor, number);
  }

  @Patch(':number')
  @Permit('edit-idea', 'Change what an idea says')
  @Answers(200, ideaView, 400, 401, 403, 404, 409, 413, 422)
  edit(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: editIdea }) body: Edit,
  ): Promise<IdeaView> {
    return this.editing.edit(actor, number, body);
  }

  @Post(':number/transitions')
  @Permit('move-idea', 'Move an idea to another step')
  @Answers(201, ideaCard, 400, 401, 403, 404, 409, 413, 422)
  move(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: moveIdea }) body: Move,
  ): Promise<IdeaCard> {
    return this.moving.move(actor, number, body);
  }

  @Post(':number/transitions/undo')
  @Permit('undo-move', 'Take the move back that one has just made')
  @Answers(201, ideaCard, 400, 401, 403, 404, 409, 413, 422)
  undo(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: undoMove }) body: Undo,
  ): Promise<IdeaCard> {
    return this.undoing.undo(actor, number, body);
  }

  @Put(':number/place')
  @HttpCode(204)
  @Permit(
    'place-idea',
    'Put an idea elsewhere in its column: below or above a neighbour; one of those named must stand there, without any it comes to the top',
  )
  @Answers(204, null, 400, 401, 403, 404, 409, 422)
  place(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: placeIdea }) body: Place,
  ): Promise<void> {
    return this.placing.place(actor, number, body);
  }

  @Get(':number/history')
  @Permit('read-history', 'What happened to an idea, newest first')
  @Answers(200, historyPage, 401, 403, 404, 422)
  history(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: listHistory }) query: ListHistory,
  ): Promise<HistoryPage> {
    return this.reading.history(actor, number, query);
  }
}

/** The people who work on an idea. */
@Controller('api/v1/organisations/:organisation/ideas/:number/team/:member')
export class TeamController {
  constructor(private readonly team: ChangeTeam) {}

  @Get()
  @Permit('read-team', 'A member of the team')
  @Answers(200, memberView, 401, 403, 404, 422)
  read(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Param('member', { schema: id }) member: string,
  ): Promise<MemberView> {
    return this.team.read(actor, number, member);
  }

  @Put()
  @Permit('join-team', 'Join the team, or add a member to it')
  @Answers(200, memberView, 401, 403, 404, 409, 422)
  join(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Param('member', { schema: id }) member: string,
  ): Promise<MemberView> {
    return this.team.join(actor, number, member);
  }

  @Delete()
  @HttpCode(204)
  @Permit('leave-team', 'Leave the team, or take a member out of it')
  @Answers(204, null, 401, 403, 404, 409, 422)
  leave(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Param('member', { schema: id }) member: string,
  ): Promise<void> {
    return this.team.leave(actor, number, member);
  }
}
