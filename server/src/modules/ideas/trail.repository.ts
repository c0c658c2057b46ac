import { Injectable } from '@nestjs/common';
import type { EventKind, Money } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { BeforeMove } from './ideas.repository.js';

/** A move, as it was written. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** An event of an idea with what people wrote. */
export interface TrailEvent {
  readonly id: string;
  readonly seq: string;
  readonly at: Date;
  readonly kind: EventKind;
  readonly member: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly data: Record<string, unknown>;
  readonly text: Record<string, unknown> | null;
}

/** A lesson, as it was written. */
export interface LessonRow {
  readonly observed: string;
  readonly learned: string;
  readonly therefore: string;
  readonly saved: Money | null;
  readonly member: string | null;
  readonly at: Date;
  readonly experiment: string | null;
}

/** A move as it is written down. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly member: string | null;
  readonly at: Date;
  readonly before: BeforeMove | null;
  /** What was written with it; null where nothing was, or where it was erased. */
  readonly reason: string | null;
  /** Whether nobody asked for just this move: it took another back, or a decision made it. */
  readonly follows: boolean;
}

/** What ideas leave behind: moves, events, lessons, origins. */
@Injectable()
export class TrailRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async steps(idea: string): Promise<Step[]> {
    return this.rows<Step>(
      `select from_step as "from", to_step as "to", at from app.transition where organisation_id = $1 and idea_id = $2 order by idea_version`,
      [this.organisation, idea],
    );
  }

  /** The move that made this version of an idea, if a move did. */
  async move(idea: string, version: number): Promise<Move | null> {
    const [move] = await this.rows<Move>(
      `select m.from_step as "from", m.to_step as "to", m.member_id as member, m.at, m.was as before, t.content ->> 'reason' as reason,
         coalesce(e.data ?| array['undone', 'decision'], false) as follows
       from app.transition m
       left join app.domain_event e on e.organisation_id = $1 and e.idea_id = $2 and e.idea_version = $3 and e.kind = 'idea-moved'
       left join app.event_text t on t.organisation_id = $1 and t.event_id = e.id
       where m.organisation_id = $1 and m.idea_id = $2 and m.idea_version = $3`,
      [this.organisation, idea, version],
    );
    return move ?? null;
  }

  /** Events of an idea, newest first, below a sequence number. */
  async events(idea: string, before: string | null, limit: number): Promise<TrailEvent[]> {
    return this.rows<TrailEvent>(
      `select e.id, e.seq, e.at, e.kind, e.member_id as member, e.from_state as "from", e.to_state as "to", e.data, t.content as text
       from app.domain_event e left join app.event_text t on t.event_id = e.id and t.organisation_id = e.organisation_id
       where e.organisation_id = $1 and e.idea_id = $2 and e.kind <> all(array['idea-placed', 'members-mentioned']) and ($3::bigint is null or e.seq < $3)
       order by e.seq desc limit $4`,
      [this.organisation, idea, before, limit],
    );
  }

  async addLesson(row: {
    id: string;
    idea: string;
    experiment: string | null;
    observed: string;
    learned: string;
    therefore: string;
    saved?: Money | null;
    member: string | null;
    at: Date;
  }): Promise<void> {
    await this.rows(
      // It is found in the idea's language, and by the titles of what it was learned from.
      `insert into app.lesson (id, organisation_id, idea_id, experiment_id, observed, learned, therefore, saved_amount, saved_currency,
         member_id, at, language, about)
       select $1, $2, i.id, $4, $5, $6, $7, $8, $9, $10, $11, i.language,
         concat_ws(' ', i.title, (select e.title from app.experiment e where e.organisation_id = $2 and e.id = $4))
       from app.idea i where i.organisation_id = $2 and i.id = $3`,
      [
        row.id,
        this.organisation,
        row.idea,
        row.experiment,
        row.observed,
        row.learned,
        row.therefore,
        row.saved?.amount ?? null,
        row.saved?.currency ?? null,
        row.member,
        row.at,
      ],
    );
  }

  async lessons(idea: string): Promise<LessonRow[]> {
    return this.rows<LessonRow>(
      `select observed, learned, therefore, member_id as member, at, experiment_id as experiment,
         case when saved_amount is not null then jsonb_build_object('amount', saved_amount, 'currency', saved_currency) end as saved
       from app.lesson where organisation_id = $1 and idea_id = $2 order by at desc`,
      [this.organisation, idea],
    );
  }

  /** Which of these ideas have a lesson, of their own or of an experiment. */
  async withLesson(ideas: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.rows<{ idea_id: string }>(
      `select distinct idea_id from app.lesson where organisation_id = $1 and idea_id = any($2::uuid[])`,
      [this.organisation, ideas],
    );
    return new Set(rows.map((row) => row.idea_id));
  }

  async origin(idea: string): Promise<{ externalId: string | null; note: string | null } | null> {
    const [row] = await this.rows<{ externalId: string | null; note: string | null }>(
      `select external_id as "externalId", note from app.idea_origin where organisation_id = $1 and idea_id = $2`,
      [this.organisation, idea],
    );
    return row ?? null;
  }
}
