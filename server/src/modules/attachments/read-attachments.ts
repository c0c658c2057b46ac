import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { AttachmentPage, ListAttachments } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import { FileStore } from '../../platform/storage/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import type { Attachment } from './attachment.entity.js';
import { AttachmentViews } from './attachment.view.js';
import { AttachmentsRepository } from './attachments.repository.js';

const idKey = z.tuple([z.uuid()]);

/** Shows the attachments of an idea, and what they hold. */
@Injectable()
export class ReadAttachments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly views: AttachmentViews,
    private readonly store: FileStore,
  ) {}

  /** @throws NotFound, Invalid for a cursor that is none. */
  ofIdea(actor: Actor, number: number, { cursor, limit }: ListAttachments): Promise<AttachmentPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      const rows = await this.attachments.ofIdea(idea.id, readCursor(cursor, idKey)?.[0] ?? null, limit + 1);
      const { items, next } = pageOf(rows, limit, (row) => [row.id]);
      return { items: await this.views.all(items, actor), next };
    });
  }

  /** @throws NotFound */
  async one(actor: Actor, id: string): Promise<Attachment> {
    const attachment = await this.work.run(actor.organisation.id, () => this.attachments.find(id));
    if (!attachment) throw new NotFound('This attachment');
    return attachment;
  }

  /** What it holds. @throws NotFound where its file is gone. */
  async content({ organisationId: organisation, id }: Attachment): Promise<Readable> {
    const content = await this.store.get({ organisation, id });
    if (!content) throw new NotFound('The file of this attachment');
    return content;
  }
}
