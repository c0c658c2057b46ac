import { Injectable } from '@nestjs/common';
import type { UnitView } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** The units of the organisation at work. */
@Injectable()
export class UnitsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** All of them, in order of name. */
  async all(): Promise<UnitView[]> {
    return this.rows<UnitView>(`select id, name from app.unit where organisation_id = $1 order by name, id`, [this.organisation]);
  }
}
