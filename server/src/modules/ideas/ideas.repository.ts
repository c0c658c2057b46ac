import { Injectable } from '@nestjs/common';
import type { Between, IdeaSort } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { BoardOrder } from './board-order.js';
import { Idea, type IdeaRow } from './idea.entity.js';
import { type IdeaFilter, MATCHES, valuesOf } from './idea-filter.js';
import { ORDERS, type Place } from './idea-order.js';

/** What a card needs of idea `i`, and what its page needs beyond. */
const SHORT = `i.id, i.organisation_id as "organisationId", i.number, i.pathway, i.pathway_version as "pathwayVersion", i.step,
  i.came_from as "cameFrom", i.step_since as "stepSince", i.rank, i.version, i.language, i.title, i.tags, i.submitter_id as "submitterId",
  i.owner_id as "ownerId", i.due, i.return_on::text as "returnOn", i.merged_into as "mergedInto", i.created_at as "createdAt",
  i.updated_at as "updatedAt"`;
const WHOLE = `${SHORT}, i.need, i.proposal, i.beneficiaries, i.effect_goal as "effectGoal", i.schedule, i.cost_estimate as "costEstimate",
  i.test_group as "testGroup", i.partners, i.past_owners as "pastOwners", i.challenge_id as "challengeId"`;
/** What a list or a board reads of idea `i`. */
export const ROW = `${SHORT},
  array_remove(array[
    case when i.proposal ~ '\\S' then 'proposal' end, case when i.beneficiaries ~ '\\S' then 'beneficiaries' end,
    case when i.effect_goal ~ '\\S' then 'effectGoal' end, case when i.schedule ~ '\\S' then 'schedule' end,
    case when i.cost_estimate ~ '\\S' then 'costEstimate' end, case when i.test_group ~ '\\S' then 'testGroup' end,
    case when i.partners ~ '\\S' then 'partners' end], null) as filled`;

/** A part of a list: in an order, what comes after a place, at most so many. */
export interface ListPart {
  readonly sort: IdeaSort;
  readonly after: Place | null;
  readonly limit: number;
}

/** A part of a column: in this order, after a key of it, at most so many. */
export interface ColumnPart {
  readonly order: BoardOrder;
  readonly after: readonly (string | number)[] | null;
  readonly limit: number;
}

/** The ranks between which an idea comes to stand, and whether one of them was asked for. */
export interface Gap {
  readonly above: string | null;
  readonly below: string | null;
  readonly beside: boolean;
}

/** Where an idea stands, once it was moved. */
export type Moved = Pick<
  Idea,
  'id' | 'step' | 'cameFrom' | 'stepSince' | 'rank' | 'version' | 'due' | 'returnOn' | 'mergedInto' | 'updatedAt'
>;

/** What a move took away from an idea, as it is kept to be given back. */
export interface BeforeMove {
  readonly cameFrom: string | null;
  readonly stepSince: string;
  readonly due: string | null;
  readonly returnOn: string | null;
  readonly rank: string;
}

/** How a move is written down; without `before` it cannot be undone. */
export interface Movement {
  readonly id: string;
  readonly member: string | null;
  readonly before: BeforeMove | null;
}

/** The ideas of the organisation at work. */
@Injectable()
export class IdeasRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async find(number: number): Promise<Idea | null> {
    return this.one('i.number', number);
  }

  async byId(id: string): Promise<Idea | null> {
    return this.one('i.id', id);
  }

  /** The idea, held until the transaction ends: moves and edits of one idea follow each other. */
  async lock(by: { number: number } | { id: string }): Promise<Idea | null> {
    return 'id' in by ? this.one('i.id', by.id, 'for update') : this.one('i.number', by.number, 'for update');
  }

  /** Holds these ideas until the transaction ends, each in its turn by number. Gives their numbers as they stand in their columns, the last first. */
  async lockLastFirst(numbers: readonly number[]): Promise<number[]> {
    const rows = await this.rows<{ number: number }>(
      `with held as materialized (
         select number, step, rank from app.idea where organisation_id = $1 and number = any($2::int[]) order by number for update
       ) select number from held order by step, rank desc`,
      [this.organisation, numbers],
    );
    return rows.map(({ number }) => number);
  }

  /** The next numbers of the organisation; numbers of submissions that failed stay unused. */
  async nextNumbers(count: number): Promise<number[]> {
    const rows = await this.rows<{ next_idea_numbers: number }>(`select * from app.next_idea_numbers($1, $2)`, [this.organisation, count]);
    return rows.map((row) => row.next_idea_numbers);
  }

  async insert(idea: Idea): Promise<void> {
    await this.rows(
      `insert into app.idea (id, organisation_id, number, pathway, pathway_version, step, came_from, step_since, rank, version, language, title,
         need, proposal, beneficiaries, effect_goal, schedule, cost_estimate, test_group, partners, tags, submitter_id, owner_id, past_owners,
         due, return_on, merged_into, created_at, updated_at, challenge_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27,
         $28, $29, $30)`,
      [
        ...[
          idea.id,
          idea.organisationId,
          idea.number,
          idea.pathway,
          idea.pathwayVersion,
          idea.step,
          idea.cameFrom,
          idea.stepSince,
          idea.rank,
        ],
        ...[idea.version, idea.language, idea.title, idea.need, idea.proposal, idea.beneficiaries, idea.effectGoal, idea.schedule],
        ...[idea.costEstimate, idea.testGroup, idea.partners, idea.tags, idea.submitterId, idea.ownerId, idea.pastOwners, idea.due],
        ...[idea.returnOn, idea.mergedInto, idea.createdAt, idea.updatedAt, idea.challengeId],
      ],
    );
  }

  /** Writes these fields of an idea. */
  async update(id: string, changes: Partial<Idea>): Promise<void> {
    await this.manager.update(Idea, { organisationId: this.organisation, id }, changes);
  }

  /** Moves an idea to where it stands from now on, and writes that down: who, when, from where to where. */
  async move(idea: Moved, from: string, { id, member, before }: Movement): Promise<void> {
    await this.rows(
      `with moved as (
         update app.idea set step = $3, came_from = $4, step_since = $5, rank = $6, version = $7, due = $8, return_on = $9, merged_into = $10,
           updated_at = $14 where organisation_id = $1 and id = $2 returning id
       )
       insert into app.transition (id, organisation_id, idea_id, idea_version, from_step, to_step, member_id, at, was)
       select $11, $1, id, $7, $12, $3, $13, $14, $15 from moved`,
      [
        ...[this.organisation, idea.id, idea.step, idea.cameFrom, idea.stepSince, idea.rank, idea.version, idea.due, idea.returnOn],
        ...[idea.mergedInto, id, from, member, idea.updatedAt, before],
      ],
    );
  }

  /** Rows of a list, each with its place in it. */
  list(filter: IdeaFilter, part: ListPart): Promise<(IdeaRow & Place)[]> {
    return this.listed<IdeaRow>(ROW, filter, part);
  }

  /** Whole ideas of a list. */
  wholeList(filter: IdeaFilter, part: ListPart): Promise<(Idea & Place)[]> {
    return this.listed<Idea>(WHOLE, filter, part);
  }

  // A place is said only where there is one: then every plan begins there, also one that PostgreSQL keeps for all values.
  private listed<Row>(columns: string, filter: IdeaFilter, { sort, after, limit }: ListPart): Promise<(Row & Place)[]> {
    const order = ORDERS[sort];
    return this.rows<Row & Place>(
      `select ${columns}, ${order.moment} as moment from app.idea i where i.organisation_id = $1 and ${MATCHES}
         ${after ? `and ${order.after}` : ''} order by ${order.by} limit $14`,
      [this.organisation, ...valuesOf(filter), limit, ...(after ? [after.number, after.moment].filter((it) => it !== null) : [])],
    );
  }

  async row(number: number): Promise<IdeaRow | null> {
    const rows = await this.rows<IdeaRow>(`select ${ROW} from app.idea i where i.organisation_id = $1 and i.number = $2`, [
      this.organisation,
      number,
    ]);
    return rows[0] ?? null;
  }

  /** The rows of these numbers, in their order. */
  async rowsOf(numbers: readonly number[]): Promise<IdeaRow[]> {
    return this.rows<IdeaRow>(
      `select ${ROW} from app.idea i where i.organisation_id = $1 and i.number = any($2::int[]) order by i.number`,
      [this.organisation, numbers],
    );
  }

  /** The first rows of each of these columns, in this order, in one query. */
  async firstOfColumns(pathway: string, steps: readonly string[], limit: number, { by }: BoardOrder): Promise<IdeaRow[]> {
    return this.rows<IdeaRow>(
      `select c.* from unnest($3::text[]) with ordinality as s(step, position)
       cross join lateral (
         select first.*, row_number() over () as place from (
           select ${ROW} from app.idea i where i.organisation_id = $1 and i.pathway = $2 and i.step = s.step order by ${by} limit $4
         ) first
       ) c order by s.position, c.place`,
      [this.organisation, pathway, steps, limit],
    );
  }

  /**
   * The first rows of each of these columns among the ideas of a filter, and how many of them stand on each step: all that match are
   * found once, by whatever index serves, and counted and cut there.
   */
  async firstMatching(
    pathway: string,
    steps: readonly string[],
    limit: number,
    filter: IdeaFilter,
    { by }: BoardOrder,
  ): Promise<{ readonly rows: readonly IdeaRow[]; readonly counts: ReadonlyMap<string, number> }> {
    const found = await this.rows<IdeaRow & { total: number }>(
      `with found as materialized (
         select i.id, i.step, i.rank, i.due, i.step_since, i.number from app.idea i
         where i.organisation_id = $1 and i.pathway = $14 and ${MATCHES}
       ), placed as (
         select i.id, i.step, row_number() over (partition by i.step order by ${by}) as position,
           count(*) over (partition by i.step)::int as total from found i
       )
       select ${ROW}, p.total from placed p join app.idea i on i.id = p.id and i.organisation_id = $1
       where p.position = 1 or (p.position <= $15 and p.step = any($16::text[])) order by i.step, p.position`,
      [this.organisation, ...valuesOf(filter), pathway, limit, steps],
    );
    return { rows: found, counts: new Map(found.map(({ step, total }) => [step, total])) };
  }

  /** Rows of one column in this order, of those of a filter; after a key of the order, or from its beginning. */
  async column(pathway: string, step: string, filter: IdeaFilter, { order, after, limit }: ColumnPart): Promise<IdeaRow[]> {
    return this.rows<IdeaRow>(
      `select ${ROW} from app.idea i where i.organisation_id = $1 and i.pathway = $14 and i.step = $15 and ${MATCHES}
         ${after ? `and ${order.after(17)}` : ''} order by ${order.by} limit $16`,
      [this.organisation, ...valuesOf(filter), pathway, step, limit, ...(after ?? [])],
    );
  }

  /** How many ideas stand on each step, and the published place as of which that is: what comes after it is not counted yet. */
  async counts(pathway: string): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly place: string }> {
    const [found] = await this.rows<{ place: string | null; counts: Record<string, number> | null }>(
      `select (select place from app.relay_head where organisation_id = $1) as place,
         (select jsonb_object_agg(step, total) from app.column_count where organisation_id = $1 and pathway = $2) as counts`,
      [this.organisation, pathway],
    );
    return { counts: new Map(Object.entries(found?.counts ?? {})), place: found?.place ?? '0' };
  }

  /** Whether an idea stands at exactly this rank. */
  async isTaken(pathway: string, step: string, rank: string): Promise<boolean> {
    const rows = await this.rows(`select 1 from app.idea where organisation_id = $1 and pathway = $2 and step = $3 and rank = $4`, [
      this.organisation,
      pathway,
      step,
      rank,
    ]);
    return rows.length > 0;
  }

  /** The ranks around a place: `between` are hints; without usable ones the top of the column, and `beside` is false. */
  async gap(pathway: string, step: string, between: Between | undefined, moving: string): Promise<Gap> {
    const [aboveNumber, belowNumber] = between ?? [null, null];
    const named = [aboveNumber, belowNumber].filter((number) => number !== null);
    const hints = named.length === 0 ? [] : await this.placesOf(named, pathway, step, moving);
    const above = hints.find((hint) => hint.number === aboveNumber)?.rank ?? null;
    const below = hints.find((hint) => hint.number === belowNumber)?.rank ?? null;
    if (above !== null) return { above, below: await this.neighbour('min', pathway, step, above, moving), beside: true };
    if (below !== null) return { above: await this.neighbour('max', pathway, step, below, moving), below, beside: true };
    return { above: null, below: await this.neighbour('min', pathway, step, null, moving), beside: false };
  }

  private async one(column: 'i.id' | 'i.number', value: string | number, hold: '' | 'for update' = ''): Promise<Idea | null> {
    const [row] = await this.rows<Idea>(`select ${WHOLE} from app.idea i where i.organisation_id = $1 and ${column} = $2 ${hold}`, [
      this.organisation,
      value,
    ]);
    return row ?? null;
  }

  /** The ranks of those of these ideas that stand in a column. */
  private placesOf(numbers: readonly number[], pathway: string, step: string, moving: string): Promise<{ number: number; rank: string }[]> {
    return this.rows(
      `select number, rank from app.idea where organisation_id = $1 and pathway = $2 and step = $3 and number = any($4::int[]) and id <> $5`,
      [this.organisation, pathway, step, numbers, moving],
    );
  }

  /** Gives a column fresh ranks, in the order in which its ideas stand. */
  async rerank(pathway: string, step: string, ranksAfter: (last: string, count: number) => string[]): Promise<void> {
    const rows = await this.rows<{ id: string; rank: string }>(
      `select id, rank from app.idea where organisation_id = $1 and pathway = $2 and step = $3 order by rank for update`,
      [this.organisation, pathway, step],
    );
    const last = rows.at(-1);
    if (!last) return;
    const fresh = ranksAfter(last.rank, rows.length);
    await this.rows(
      `update app.idea i set rank = f.rank from jsonb_to_recordset($2::jsonb) as f(id uuid, rank text) where i.id = f.id and i.organisation_id = $1`,
      [this.organisation, JSON.stringify(rows.map(({ id }, index) => ({ id, rank: fresh[index] })))],
    );
  }

  private async neighbour(which: 'min' | 'max', pathway: string, step: string, of: string | null, moving: string): Promise<string | null> {
    const [row] = await this.rows<{ rank: string }>(
      `select rank from app.idea where organisation_id = $1 and pathway = $2 and step = $3 and id <> $4
         and ($5::text is null or rank ${which === 'min' ? '>' : '<'} $5) order by rank ${which === 'min' ? 'asc' : 'desc'} limit 1`,
      [this.organisation, pathway, step, moving, of],
    );
    return row?.rank ?? null;
  }
}
