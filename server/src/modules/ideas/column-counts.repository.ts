import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** A column whose kept count is not what stands there. */
export interface WrongCount {
  readonly pathway: string;
  readonly step: string;
  readonly counted: number;
  readonly standing: number;
}

/** The counts that the board shows. */
@Injectable()
export class ColumnCountsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /**
   * The counts that are wrong at the published place, which must be held. One statement sees one moment: what stands there in it, less
   * what has happened but has no place in the published order yet, is what the counts must say.
   */
  async wrong(): Promise<WrongCount[]> {
    return this.rows<WrongCount>(
      `with unplaced as (
         select e.kind, e.data ->> 'pathway' as pathway, e.from_state, e.to_state
         from app.relay_pending p join app.domain_event e on e.id = p.event_id and e.organisation_id = p.organisation_id
         where p.organisation_id = $1 and e.place is null and e.kind in ('idea-submitted', 'idea-imported', 'idea-moved')
       ), standing as (
         select pathway, step, sum(change)::int as total from (
           select pathway, step, count(*) as change from app.idea where organisation_id = $1 group by pathway, step
           union all select pathway, to_state, -1 from unplaced
           union all select pathway, from_state, 1 from unplaced where kind = 'idea-moved'
         ) changes group by pathway, step
       )
       select pathway, step, coalesce(c.total, 0) as counted, coalesce(s.total, 0) as standing
       from (select pathway, step, total from app.column_count where organisation_id = $1) c
       full join standing s using (pathway, step)
       where coalesce(c.total, 0) <> coalesce(s.total, 0) order by pathway, step`,
      [this.organisation],
    );
  }

  /** Makes these counts what stands there. */
  async mend(wrong: readonly WrongCount[]): Promise<void> {
    await this.rows(
      `insert into app.column_count (organisation_id, pathway, step, total)
       select $1, pathway, step, standing from jsonb_to_recordset($2::jsonb) as w(pathway text, step text, standing int)
       on conflict (organisation_id, pathway, step) do update set total = excluded.total`,
      [this.organisation, JSON.stringify(wrong)],
    );
  }
}
