import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Comment } from './comment.entity.js';

/** Comments on the ideas of the organisation at work. */
@Injectable()
export class CommentsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async add(comment: Comment): Promise<void> {
    await this.manager.insert(Comment, comment);
  }

  async find(id: string): Promise<Comment | null> {
    return this.manager.findOneBy(Comment, { organisationId: this.organisation, id });
  }

  async update(id: string, changes: Partial<Comment>): Promise<void> {
    await this.manager.update(Comment, { organisationId: this.organisation, id }, changes);
  }

  /**
   * Takes away what a comment said before it was edited, that it was stays in the history; and what it says in the answers that are kept for
   * requests that come again, which go on being the same request.
   */
  async forget({ id, ideaId, memberId }: Pick<Comment, 'id' | 'ideaId' | 'memberId'>): Promise<void> {
    await this.rows(
      `update app.idempotency_key set body = jsonb_set(body, '{body}', '""')
       where organisation_id = $1 and member_id = $2 and body ->> 'id' = $3::text`,
      [this.organisation, memberId, id],
    );
    await this.rows(
      `delete from app.event_text t using app.domain_event e
       where t.organisation_id = $1 and t.event_id = e.id and e.organisation_id = $1 and e.idea_id = $2 and e.kind = 'comment-edited'
         and e.data ->> 'comment' = $3::text`,
      [this.organisation, ideaId, id],
    );
  }

  async count(idea: string): Promise<number> {
    return this.manager.countBy(Comment, { organisationId: this.organisation, ideaId: idea });
  }

  /** Those of an idea, the newest first, below an id: ids grow with time. */
  async ofIdea(idea: string, before: string | null, limit: number): Promise<Comment[]> {
    return this.rows<Comment>(
      `select id, organisation_id as "organisationId", idea_id as "ideaId", member_id as "memberId", version, body, mentions,
         written_at as "writtenAt", edited_at as "editedAt", deleted_at as "deletedAt", deleted_by as "deletedBy"
       from app.comment where organisation_id = $1 and idea_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
      [this.organisation, idea, before, limit],
    );
  }
}
