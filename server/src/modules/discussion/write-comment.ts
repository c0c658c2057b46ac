import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type CommentView, LIMITS, type WriteComment as Written } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import type { Comment } from './comment.entity.js';
import { CommentViews } from './comment.view.js';
import { CommentsRepository } from './comments.repository.js';
import { MentionMembers } from './mention-members.js';

/** Says something about an idea. */
@Injectable()
export class WriteComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly comments: CommentsRepository,
    private readonly mentioning: MentionMembers,
    private readonly events: EventLog,
    private readonly views: CommentViews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Invalid for somebody who is no member, or too many comments. */
  write(actor: Actor, number: number, { body, mentions }: Written): Promise<CommentView> {
    return this.work.run(actor.organisation.id, async () => {
      // Held, as for every event: those of one idea follow each other.
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      if ((await this.comments.count(idea.id)) >= LIMITS.comments) {
        throw Invalid.field('body', 'too-many', `At most ${LIMITS.comments} comments on one idea are possible.`);
      }
      const now = this.clock.now();
      const comment: Comment = {
        id: uuid(),
        organisationId: actor.organisation.id,
        ideaId: idea.id,
        memberId: actor.member,
        version: 1,
        body,
        mentions: await this.mentioning.check(mentions, []),
        writtenAt: now,
        editedAt: null,
        deletedAt: null,
        deletedBy: null,
      };
      await this.comments.add(comment);
      // Who is named is told of that, and not of the comment once more.
      await this.events.record({
        kind: 'comment-written',
        idea,
        member: actor.member,
        data: { comment: comment.id, members: comment.mentions },
      });
      await this.mentioning.tell(idea, comment, []);
      return this.views.one(comment, actor);
    });
  }
}
