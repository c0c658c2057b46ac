import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/http/index.js';
import { type Idea, IdeasRepository } from '../ideas/index.js';
import type { Comment } from './comment.entity.js';
import { CommentsRepository } from './comments.repository.js';

/** Opens a comment for a change. */
@Injectable()
export class OpenComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly ideas: IdeasRepository,
  ) {}

  /** Part of the transaction under way. @throws NotFound */
  async open(id: string): Promise<{ readonly comment: Comment; readonly idea: Idea }> {
    const comment = await this.comments.lock(id);
    const idea = comment && (await this.ideas.byId(comment.ideaId));
    if (!comment || !idea) throw new NotFound('This comment');
    return { comment, idea };
  }
}
