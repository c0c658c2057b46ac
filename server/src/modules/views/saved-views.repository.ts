import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { SavedViewRow } from './saved-view.entity.js';

/** The saved views of the organisation at work. */
@Injectable()
export class SavedViewsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Those of a board that a member sees, by name. */
  async seenBy(member: string, pathway: string): Promise<SavedViewRow[]> {
    return this.rows<SavedViewRow>(
      `select id, organisation_id as "organisationId", member_id as "memberId", pathway, name, filter, shared, saved_at as "savedAt"
       from app.saved_view where organisation_id = $1 and pathway = $2 and (shared or member_id = $3) order by lower(name), id`,
      [this.organisation, pathway, member],
    );
  }

  /** The view, held until the transaction ends. */
  async lock(pathway: string, id: string): Promise<SavedViewRow | null> {
    return this.manager.findOne(SavedViewRow, {
      where: { organisationId: this.organisation, pathway, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async countOf(member: string): Promise<number> {
    return this.manager.countBy(SavedViewRow, { organisationId: this.organisation, memberId: member });
  }

  async add(view: SavedViewRow): Promise<void> {
    await this.manager.insert(SavedViewRow, view);
  }

  async update(id: string, changes: Partial<SavedViewRow>): Promise<void> {
    await this.manager.update(SavedViewRow, { organisationId: this.organisation, id }, changes);
  }

  async remove(id: string): Promise<void> {
    await this.manager.delete(SavedViewRow, { organisationId: this.organisation, id });
  }
}
