import { Injectable } from '@nestjs/common';
import type { ExperimentState, LessonEnd, MetricKind } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { beginnings, searchable } from '../ideas/index.js';
import type { TestCard } from './test-card.js';

/** A lesson with what it was learned from. */
export interface FoundLesson {
  readonly id: string;
  readonly at: Date;
  readonly member: string | null;
  readonly observed: string;
  readonly learned: string;
  readonly therefore: string;
  readonly number: number;
  readonly title: string;
  readonly step: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  /** The name of the unit of the idea's owner, else of its submitter. */
  readonly unit: string | null;
  readonly experiment: { readonly id: string; readonly number: number; readonly title: string; readonly state: ExperimentState } | null;
  readonly card: TestCard | null;
}

/** What a search of lessons is narrowed to. */
export interface LessonFilter {
  readonly q: string | null;
  /** The id of a unit. */
  readonly unit: string | null;
  readonly kind: MetricKind | null;
  readonly ended: LessonEnd | null;
  /** When the last one of the page before was written, and its id. */
  readonly before: readonly [string, string] | null;
  readonly limit: number;
}

/** The lessons of the organisation at work, of ideas and of experiments. */
@Injectable()
export class LessonsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Lessons, the newest first. */
  async find({ q, unit, kind, ended, before, limit }: LessonFilter): Promise<FoundLesson[]> {
    return this.rows<FoundLesson>(
      `select l.id, l.at, l.member_id as member, l.observed, l.learned, l.therefore, i.number, i.title, i.step, i.pathway,
         i.pathway_version as "pathwayVersion", u.name as unit, e.card,
         case when e.id is not null then jsonb_build_object('id', e.id, 'number', e.number, 'title', e.title, 'state', e.state) end as experiment
       from app.lesson l
       join app.idea i on i.id = l.idea_id and i.organisation_id = l.organisation_id
       left join app.experiment e on e.id = l.experiment_id and e.organisation_id = l.organisation_id
       left join app.membership owner on owner.id = i.owner_id and owner.organisation_id = i.organisation_id
       left join app.membership submitter on submitter.id = i.submitter_id and submitter.organisation_id = i.organisation_id
       left join app.unit u on u.id = coalesce(owner.unit_id, submitter.unit_id) and u.organisation_id = i.organisation_id
       where l.organisation_id = $1
         and ($2::text is null or l.search @@ app.search_query($2) or l.search @@ to_tsquery('app.polku_pl', $3))
         and ($4::uuid is null or u.id = $4)
         and ($5::text is null or e.card ->> 'kind' = $5)
         and ($6::text is null or coalesce(e.state, 'stopped') = $6)
         and ($7::timestamptz is null or (l.at, l.id) < ($7, $8::uuid))
       order by l.at desc, l.id desc limit $9`,
      [
        this.organisation,
        q === null ? null : searchable(q),
        q === null ? '' : beginnings(q),
        unit,
        kind,
        ended,
        before?.[0] ?? null,
        before?.[1] ?? null,
        limit,
      ],
    );
  }
}
