import { Injectable } from '@nestjs/common';
import { Invalid } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import { type Idea } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Comment } from './comment.entity.js';

/** Names members in a comment: they are members who could answer, each once, and told once. */
@Injectable()
export class MentionMembers {
  constructor(
    private readonly members: MembersRepository,
    private readonly events: EventLog,
  ) {}

  /** Those who are named, each once; who was named before stays so, whatever has become of them. Part of the transaction under way. @throws Invalid */
  async check(mentions: readonly string[], before: readonly string[]): Promise<string[]> {
    const named = [...new Set(mentions)];
    const fresh = named.filter((member) => !before.includes(member));
    const known = await this.members.colleagues(fresh);
    if (fresh.every((member) => known.has(member))) return named;
    throw Invalid.field('mentions', 'not-a-member', 'Somebody who is named is no member of the organisation who could be told.');
  }

  /** Has those told who are named now and were not before. Part of the transaction under way. */
  async tell(idea: Idea, { id, memberId, mentions }: Comment, before: readonly string[]): Promise<void> {
    const fresh = mentions.filter((member) => !before.includes(member));
    if (fresh.length === 0) return;
    await this.events.record({ kind: 'members-mentioned', idea, member: memberId, data: { comment: id, members: fresh } });
  }
}
