import { Injectable } from '@nestjs/common';
import type { CommentView, EditComment as Edit } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import type { Comment } from './comment.entity.js';
import { mayEdit } from './comment.policy.js';
import { CommentViews } from './comment.view.js';
import { CommentsRepository } from './comments.repository.js';
import { MentionMembers } from './mention-members.js';
import { OpenComment } from './open-comment.js';

/** Changes what a comment says; what it said before stays in the history. */
@Injectable()
export class EditComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenComment,
    private readonly comments: CommentsRepository,
    private readonly mentioning: MentionMembers,
    private readonly events: EventLog,
    private readonly views: CommentViews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, VersionConflict with the present comment, Refused for who did not write it, Invalid for somebody who is no member. */
  edit(actor: Actor, id: string, { version, body, mentions }: Edit): Promise<CommentView> {
    return this.work.run(actor.organisation.id, async () => {
      const { comment, idea } = await this.opening.hold(id);
      if (comment.version !== version) throw new VersionConflict(await this.views.one(comment, actor));
      if (!mayEdit(comment, actor)) {
        throw new Refused([withLink({ code: 'own-comment', params: {} }, actor.organisation.slug, idea.number)]);
      }
      const edited: Comment = {
        ...comment,
        version: version + 1,
        body,
        mentions: await this.mentioning.check(mentions, comment.mentions),
        editedAt: this.clock.now(),
      };
      if (edited.body === comment.body && edited.mentions.join() === comment.mentions.join()) return this.views.one(comment, actor);
      await this.comments.update(id, edited);
      await this.events.record({
        kind: 'comment-edited',
        idea,
        member: actor.member,
        data: { comment: id },
        text: { before: comment.body },
      });
      await this.mentioning.tell(idea, edited, comment.mentions);
      return this.views.one(edited, actor);
    });
  }
}
