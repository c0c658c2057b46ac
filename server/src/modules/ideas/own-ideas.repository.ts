import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { Idea } from './idea.entity.js';

/** An idea of a member, as far as a station on its path needs it. */
export type OwnIdeaRow = Pick<
  Idea,
  'number' | 'title' | 'language' | 'pathway' | 'pathwayVersion' | 'step' | 'cameFrom' | 'stepSince' | 'due'
>;

/** An idea that waits for a member: as its owner, or as the hub that has not answered it. */
export interface WaitingIdeaRow extends Pick<Idea, 'number' | 'title' | 'language'> {
  readonly kind: 'own' | 'triage';
  readonly due: Date;
}

/** The first rows, and how many there are. */
export interface FirstOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Ideas from where one member stands; each way to an idea has its index, so none is looked for among all. */
@Injectable()
export class OwnIdeasRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Those that the member submitted, owns or works on, the newest first. */
  async of(member: string, limit: number): Promise<FirstOf<OwnIdeaRow>> {
    return firstOf(
      await this.rows<OwnIdeaRow & { total: number }>(
        `with mine(id) as (
           select id from app.idea where organisation_id = $1 and submitter_id = $2
           union select id from app.idea where organisation_id = $1 and owner_id = $2
           union select idea_id from app.idea_team where organisation_id = $1 and member_id = $2
         )
         select i.number, i.title, i.language, i.pathway, i.pathway_version as "pathwayVersion", i.step, i.came_from as "cameFrom",
           i.step_since as "stepSince", i.due, count(*) over ()::int as total
         from mine join app.idea i on i.id = mine.id and i.organisation_id = $1 order by i.number desc limit $3`,
        [this.organisation, member, limit],
      ),
    );
  }

  /**
   * Those that wait for the member, the oldest due first: what they own and is due before `soon`, and with `triages` what was due before
   * `now` and still stands on the first step of its pathway. What is both is one that they own.
   */
  async waiting(
    member: string,
    { triages, now, soon }: { triages: boolean; now: Date; soon: Date },
    limit: number,
  ): Promise<FirstOf<WaitingIdeaRow>> {
    return firstOf(
      await this.rows<WaitingIdeaRow & { total: number }>(
        `with waiting(id) as (
           select id from app.idea where organisation_id = $1 and owner_id = $2 and due < $4
           union select i.id from app.pathway p
             join app.pathway_version v on v.pathway_id = p.id and v.organisation_id = p.organisation_id
             join app.idea i on i.organisation_id = p.organisation_id and i.pathway = p.key and i.pathway_version = v.version
               and i.step = v.definition #>> '{steps,0,key}'
           where $5::boolean and p.organisation_id = $1 and i.due < $3
         )
         select case when i.owner_id = $2 then 'own' else 'triage' end as kind, i.number, i.title, i.language, i.due,
           count(*) over ()::int as total
         from waiting w join app.idea i on i.id = w.id and i.organisation_id = $1 order by i.due, i.number limit $6`,
        [this.organisation, member, now, soon, triages, limit],
      ),
    );
  }
}

function firstOf<Row extends { readonly total: number }>(rows: readonly Row[]): FirstOf<Row> {
  return { rows, total: rows[0]?.total ?? 0 };
}
