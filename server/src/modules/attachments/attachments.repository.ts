import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Attachment } from './attachment.entity.js';

/** Attachments of the ideas of the organisation at work. */
@Injectable()
export class AttachmentsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async add(attachment: Attachment): Promise<void> {
    await this.manager.insert(Attachment, attachment);
  }

  async find(id: string): Promise<Attachment | null> {
    return this.manager.findOneBy(Attachment, { organisationId: this.organisation, id });
  }

  async remove(id: string): Promise<void> {
    await this.manager.delete(Attachment, { organisationId: this.organisation, id });
  }

  async count(idea: string): Promise<number> {
    return this.manager.countBy(Attachment, { organisationId: this.organisation, ideaId: idea });
  }

  /**
   * Bytes of all attachments of the organisation. Until the transaction ends nobody else adds to them: two who ask at once would both find
   * the last space free.
   */
  async bytesUsed(): Promise<number> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('attachment-space ' || $1, 0))`, [this.organisation]);
    const [row] = await this.rows<{ bytes: string }>(
      `select coalesce(sum(bytes), 0)::text as bytes from app.attachment where organisation_id = $1`,
      [this.organisation],
    );
    return Number(row?.bytes ?? 0);
  }

  /** Those of an idea, the newest first, below an id: ids grow with time. */
  async ofIdea(idea: string, before: string | null, limit: number): Promise<Attachment[]> {
    return this.rows<Attachment>(
      `select id, organisation_id as "organisationId", idea_id as "ideaId", member_id as "memberId", name, media_type as "mediaType", bytes,
         sha256, added_at as "addedAt"
       from app.attachment where organisation_id = $1 and idea_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
      [this.organisation, idea, before, limit],
    );
  }
}
