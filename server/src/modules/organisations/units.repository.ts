import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
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

  /** The id of the unit of this name; it is made when there is none. */
  async named(name: string): Promise<string> {
    const [made] = await this.rows<{ id: string }>(
      `with known as (select id from app.unit where organisation_id = $1 and name = $3),
        made as (insert into app.unit (id, organisation_id, name) select $2, $1, $3 where not exists (select from known) returning id)
       select id from known union all select id from made`,
      [this.organisation, uuid(), name],
    );
    if (!made) throw new Error(`There is no unit ${name}, and none was made.`);
    return made.id;
  }
}
