import { Injectable } from '@nestjs/common';
import type { CommentView } from '#contracts';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Comment } from './comment.entity.js';
import { mayDelete, mayEdit } from './comment.policy.js';

/** Shows comments to somebody. */
@Injectable()
export class CommentViews {
  constructor(private readonly members: MembersRepository) {}

  async all(comments: readonly Comment[], actor: Actor): Promise<CommentView[]> {
    const named = comments.flatMap(({ memberId, deletedBy, mentions }) => [memberId, deletedBy, ...mentions]);
    const people = await this.members.people(named, actor.language);
    const personOf = (member: string | null) => (member === null ? null : (people.get(member) ?? null));
    return comments.map((comment) => ({
      id: comment.id,
      version: comment.version,
      by: personOf(comment.memberId),
      at: comment.writtenAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
      deletedAt: comment.deletedAt?.toISOString() ?? null,
      deletedBy: personOf(comment.deletedBy),
      body: comment.body,
      mentions: comment.mentions.map(personOf).filter((person) => person !== null),
      mayEdit: mayEdit(comment, actor),
      mayDelete: mayDelete(comment, actor),
    }));
  }

  async one(comment: Comment, actor: Actor): Promise<CommentView> {
    const [view] = await this.all([comment], actor);
    if (!view) throw new Error('The comment has no view.');
    return view;
  }
}
