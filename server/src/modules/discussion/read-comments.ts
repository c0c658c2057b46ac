import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CommentPage, CommentView, ListComments } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import { CommentViews } from './comment.view.js';
import { CommentsRepository } from './comments.repository.js';
import { OpenComment } from './open-comment.js';

const idKey = z.tuple([z.uuid()]);

/** Shows what was said about an idea, the newest first. */
@Injectable()
export class ReadComments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly comments: CommentsRepository,
    private readonly opening: OpenComment,
    private readonly views: CommentViews,
  ) {}

  /** @throws NotFound, Invalid for a cursor that is none. */
  ofIdea(actor: Actor, number: number, { cursor, limit }: ListComments): Promise<CommentPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      const rows = await this.comments.ofIdea(idea.id, readCursor(cursor, idKey)?.[0] ?? null, limit + 1);
      const { items, next } = pageOf(rows, limit, (row) => [row.id]);
      return { items: await this.views.all(items, actor), next };
    });
  }

  /** @throws NotFound */
  one(actor: Actor, id: string): Promise<CommentView> {
    return this.work.run(actor.organisation.id, async () => this.views.one(await this.opening.read(id), actor));
  }
}
