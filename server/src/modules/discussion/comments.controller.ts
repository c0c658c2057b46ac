import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  commentPage,
  type CommentPage,
  commentView,
  type CommentView,
  editComment,
  type EditComment as Edit,
  id,
  listComments,
  type ListComments,
  numberInPath,
  writeComment,
  type WriteComment as Written,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { DeleteComment } from './delete-comment.js';
import { EditComment } from './edit-comment.js';
import { ReadComments } from './read-comments.js';
import { WriteComment } from './write-comment.js';

/** What is said about ideas. */
@Controller('api/v1/organisations/:organisation')
export class CommentsController {
  constructor(
    private readonly reading: ReadComments,
    private readonly writing: WriteComment,
    private readonly editing: EditComment,
    private readonly deleting: DeleteComment,
  ) {}

  @Get('ideas/:number/comments')
  @Permit('list-comments', 'What was said about an idea, the newest first')
  @Answers(200, commentPage, 401, 403, 404, 422)
  list(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: listComments }) query: ListComments,
  ): Promise<CommentPage> {
    return this.reading.ofIdea(actor, number, query);
  }

  @Post('ideas/:number/comments')
  @Permit('write-comment', 'Say something about an idea; members who are named in it are told')
  @Answers(201, commentView, 400, 401, 403, 404, 413, 422)
  write(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: writeComment }) body: Written,
  ): Promise<CommentView> {
    return this.writing.write(actor, number, body);
  }

  @Get('comments/:comment')
  @Permit('read-comment', 'Read a comment')
  @Answers(200, commentView, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('comment', { schema: id }) comment: string): Promise<CommentView> {
    return this.reading.one(actor, comment);
  }

  @Patch('comments/:comment')
  @Permit('edit-comment', 'Change what one has said')
  @Answers(200, commentView, 400, 401, 403, 404, 409, 413, 422)
  edit(
    @CurrentActor() actor: Actor,
    @Param('comment', { schema: id }) comment: string,
    @Body({ schema: editComment }) body: Edit,
  ): Promise<CommentView> {
    return this.editing.edit(actor, comment, body);
  }

  @Delete('comments/:comment')
  @HttpCode(204)
  @Permit('delete-comment', 'Take away what one has said; the hub may for others')
  @Answers(204, null, 401, 403, 404, 409, 422)
  delete(@CurrentActor() actor: Actor, @Param('comment', { schema: id }) comment: string): Promise<void> {
    return this.deleting.delete(actor, comment);
  }
}
