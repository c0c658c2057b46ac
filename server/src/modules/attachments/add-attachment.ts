import { Inject, Injectable } from '@nestjs/common';
import type { AttachmentView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import type { Attachment } from './attachment.entity.js';
import { AttachmentViews } from './attachment.view.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { nameFor } from './file-name.js';
import type { TakenFile } from './taken-file.js';
import { UnwantedFiles } from './unwanted-files.js';

/** Attaches a file, which lies in the store by now, to an idea. */
@Injectable()
export class AddAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly unwanted: UnwantedFiles,
    private readonly events: EventLog,
    private readonly views: AttachmentViews,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  /** @throws NotFound, Invalid for too many, or for more than there is space for. */
  add(actor: Actor, number: number, given: string, file: TakenFile | undefined): Promise<AttachmentView> {
    if (!file) throw Invalid.field('file', 'required', 'The file must be sent as the body.');
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      await this.refuseBeyondLimits(idea.id, file);
      const attachment: Attachment = {
        id: file.id,
        organisationId: actor.organisation.id,
        ideaId: idea.id,
        memberId: actor.member,
        name: nameFor(given, file.type),
        mediaType: file.type,
        bytes: file.bytes,
        sha256: file.sha256,
        addedAt: this.clock.now(),
      };
      await this.attachments.add(attachment);
      await this.unwanted.want(file.id);
      await this.events.record({
        kind: 'attachment-added',
        idea,
        member: actor.member,
        data: { attachment: attachment.id },
        text: { name: attachment.name },
      });
      this.work.afterCommit(() => file.keep());
      return this.views.one(attachment, actor);
    });
  }

  private async refuseBeyondLimits(idea: string, { bytes }: TakenFile): Promise<void> {
    const { attachments: most, attachmentSpace: space } = this.config.limits;
    if ((await this.attachments.count(idea)) >= most) {
      throw Invalid.field('file', 'too-many', `At most ${most} attachments of one idea are possible.`);
    }
    const used = await this.attachments.bytesUsed();
    if (used + bytes > space) {
      throw Invalid.field(
        'file',
        'no-space',
        `Of the ${space} bytes that the organisation has for files, ${Math.max(0, space - used)} are free.`,
      );
    }
  }
}
