import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { mayDelete } from './comment.policy.js';
import { CommentsRepository } from './comments.repository.js';
import { OpenComment } from './open-comment.js';

/** Takes a comment away: its text is gone, that there was one stays. */
@Injectable()
export class DeleteComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenComment,
    private readonly comments: CommentsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** What is deleted already stays so. @throws NotFound, Refused for who neither wrote it nor is of the hub. */
  delete(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      const { comment, idea } = await this.opening.hold(id);
      if (comment.deletedAt !== null) return;
      if (!mayDelete(comment, actor)) {
        throw new Refused([withLink({ code: 'own-comment', params: {} }, actor.organisation.slug, idea.number)]);
      }
      await this.comments.update(id, {
        version: comment.version + 1,
        body: '',
        mentions: [],
        deletedAt: this.clock.now(),
        deletedBy: actor.member,
      });
      // What it said before it was edited goes with it.
      await this.comments.forget(comment);
      await this.events.record({ kind: 'comment-deleted', idea, member: actor.member, data: { comment: id } });
    });
  }
}
