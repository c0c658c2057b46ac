import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/http/index.js';
import { type Idea, IdeasRepository } from '../ideas/index.js';
import type { Comment } from './comment.entity.js';
import { CommentsRepository } from './comments.repository.js';

/** Opens a comment, to read it or to change it. */
@Injectable()
export class OpenComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly ideas: IdeasRepository,
  ) {}

  /** As it is now. Part of the transaction under way. @throws NotFound */
  async read(id: string): Promise<Comment> {
    const comment = await this.comments.find(id);
    if (!comment) throw new NotFound('This comment');
    return comment;
  }

  /** With its idea, which is held until the transaction under way ends: the events of one idea follow each other. @throws NotFound */
  async hold(id: string): Promise<{ readonly comment: Comment; readonly idea: Idea }> {
    const { ideaId } = await this.read(id);
    const idea = await this.ideas.lock({ id: ideaId });
    if (!idea) throw new NotFound('This comment');
    // Read again: it may have been changed while its idea was waited for.
    return { comment: await this.read(id), idea };
  }
}
