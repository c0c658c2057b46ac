import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { Comment } from './comment.entity.js';
import { CommentViews } from './comment.view.js';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './comments.repository.js';
import { DeleteComment } from './delete-comment.js';
import { EditComment } from './edit-comment.js';
import { MentionMembers } from './mention-members.js';
import { OpenComment } from './open-comment.js';
import { ReadComments } from './read-comments.js';
import { WriteComment } from './write-comment.js';

/** What people say to each other about ideas. */
@Module({
  imports: [TypeOrmModule.forFeature([Comment]), IdeasModule, OrganisationsModule],
  controllers: [CommentsController],
  providers: [CommentsRepository, CommentViews, MentionMembers, OpenComment, ReadComments, WriteComment, EditComment, DeleteComment],
})
export class DiscussionModule {}
