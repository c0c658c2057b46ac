import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '#contracts';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Attachment } from './attachment.entity.js';
import { mayRemove } from './attachment.policy.js';

/** Shows attachments to somebody. */
@Injectable()
export class AttachmentViews {
  constructor(private readonly members: MembersRepository) {}

  async all(attachments: readonly Attachment[], actor: Actor): Promise<AttachmentView[]> {
    const people = await this.members.people(
      attachments.map(({ memberId }) => memberId),
      actor.language,
    );
    return attachments.map((attachment) => ({
      id: attachment.id,
      name: attachment.name,
      type: attachment.mediaType,
      bytes: attachment.bytes,
      by: people.get(attachment.memberId) ?? null,
      at: attachment.addedAt.toISOString(),
      mayRemove: mayRemove(attachment, actor),
    }));
  }

  async one(attachment: Attachment, actor: Actor): Promise<AttachmentView> {
    const [view] = await this.all([attachment], actor);
    if (!view) throw new Error('The attachment has no view.');
    return view;
  }
}
