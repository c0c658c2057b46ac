import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository, withLink } from '../ideas/index.js';
import { mayRemove } from './attachment.policy.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { UnwantedFiles } from './unwanted-files.js';

/** Removes an attachment: its file is deleted, that there was one stays in the history. */
@Injectable()
export class RemoveAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly unwanted: UnwantedFiles,
    private readonly events: EventLog,
  ) {}

  /** @throws NotFound, Refused for who neither added it nor is of the hub. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      const known = await this.attachments.find(id);
      const idea = known && (await this.ideas.lock({ id: known.ideaId }));
      // Read again: it may have been removed while its idea was waited for.
      const attachment = idea && (await this.attachments.find(id));
      if (!attachment) throw new NotFound('This attachment');
      if (!mayRemove(attachment, actor)) {
        throw new Refused([withLink({ code: 'own-attachment', params: {} }, actor.organisation.slug, idea.number)]);
      }
      await this.attachments.remove(id);
      await this.unwanted.unwant(id);
      await this.events.record({
        kind: 'attachment-removed',
        idea,
        member: actor.member,
        data: { attachment: id },
        text: { name: attachment.name },
      });
    });
  }
}
