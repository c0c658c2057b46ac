import { Injectable } from '@nestjs/common';
import type { DecisionKind, Language } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Decision, type DecisionBasis, type DecisionRow } from './decision.entity.js';
import { MERGED_IDEAS } from '../ideas/index.js';
import type { NearIdea } from './decision.policy.js';
import type { Condition } from './log-filter.js';
import { FURTHER_PEOPLE, STEPPED_OUT, STEPPED_OUT_OR_CHOSEN } from './near-idea.js';

/** Who is too near to idea `i`: a `NearIdea`. */
const NEAR = `array(${FURTHER_PEOPLE}) as "furtherPeople", array(${STEPPED_OUT}) as "steppedOut"`;

const ROWS = `select d.id, d.organisation_id as "organisationId", d.idea_id as "ideaId", d.idea_title as "ideaTitle", d.kind, d.state, d.from_step as "from",
  d.to_step as "to", d.decider_id as "deciderId", d.asked_by as "askedBy", d.asked_at as "askedAt", d.deadline, d.note, d.outcome, d.reason,
  d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.used_at as "usedAt", d.must_change as "mustChange", d.explanation, d.verdict,
  d.against_verdict as "againstVerdict", i.number as "ideaNumber", i.title, i.step, i.pathway,
  i.pathway_version as "pathwayVersion", i.submitter_id as "submitterId", i.owner_id as "ownerId",
  i.past_owners as "pastOwners",
  array(${FURTHER_PEOPLE}) as "furtherPeople", array(${STEPPED_OUT_OR_CHOSEN}) as "steppedOut"
  from app.decision d join app.idea i on i.id = d.idea_id and i.organisation_id = d.organisation_id`;

/** What a list of decisions is narrowed to. */
export interface DecisionList {
  /** Only those that meet all of these. */
  readonly conditions: readonly Condition[];
  /** `deadline`: the most urgent first; `newest`: the last asked first. */
  readonly order: 'deadline' | 'newest';
  /** The deadline, or when it was asked, and the id of the last one of the page before. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A decision that waits, with what a list of duties shows of its idea: the title on which it is decided. */
export interface UrgentDecision extends Pick<Decision, 'id' | 'kind' | 'deadline'> {
  readonly number: number;
  readonly title: string;
  readonly language: Language;
}

/** The decisions of the organisation at work. */
@Injectable()
export class DecisionsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async find(id: string): Promise<DecisionRow | null> {
    const [row] = await this.rows<DecisionRow>(`${ROWS} where d.organisation_id = $1 and d.id = $2`, [this.organisation, id]);
    return row ?? null;
  }

  /** What a decision rests on. @throws when there is no such decision. */
  async basis(id: string): Promise<DecisionBasis> {
    const [row] = await this.rows<DecisionBasis>(`select evidence, criteria from app.decision where organisation_id = $1 and id = $2`, [
      this.organisation,
      id,
    ]);
    if (!row) throw new Error('There is no such decision.');
    return row;
  }

  /** All decisions of an idea, the last asked first. */
  async ofIdea(idea: string): Promise<DecisionRow[]> {
    return this.rows<DecisionRow>(`${ROWS} where d.organisation_id = $1 and d.idea_id = $2 order by d.asked_at desc, d.id desc`, [
      this.organisation,
      idea,
    ]);
  }

  async list({ conditions, order, after, limit }: DecisionList): Promise<DecisionRow[]> {
    const [column, direction, beyond] = order === 'deadline' ? ['d.deadline', 'asc', '>'] : ['d.asked_at', 'desc', '<'];
    const met: readonly Condition[] = [
      { sql: 'd.organisation_id = ?', values: [this.organisation] },
      ...conditions,
      ...(after ? [{ sql: `(${column}, d.id) ${beyond} (?::timestamptz, ?::uuid)`, values: after }] : []),
    ];
    const { where, values } = joined(met);
    return this.rows<DecisionRow>(`${ROWS} where ${where} order by ${column} ${direction}, d.id ${direction} limit $${values.length + 1}`, [
      ...values,
      limit,
    ]);
  }

  /** Those that meet a condition, the most urgent first, as far as a list of duties needs them, and how many there are. */
  async urgent(condition: Condition, limit: number): Promise<{ readonly rows: readonly UrgentDecision[]; readonly total: number }> {
    const { where, values } = joined([{ sql: 'd.organisation_id = ?', values: [this.organisation] }, condition]);
    const rows = await this.rows<UrgentDecision & { total: number }>(
      `select d.id, d.kind, d.deadline, i.number, coalesce(d.idea_title, i.title) as title, i.language, count(*) over ()::int as total
       from app.decision d join app.idea i on i.id = d.idea_id and i.organisation_id = d.organisation_id
       where ${where} order by d.deadline, d.id limit $${values.length + 1}`,
      [...values, limit],
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  /** The ids of what waits for a decider, in the order of their ideas. */
  async openOf(decider: string): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select id from app.decision where organisation_id = $1 and decider_id = $2 and state <> 'decided' order by idea_id, id`,
      [this.organisation, decider],
    );
    return rows.map((row) => row.id);
  }

  /** Who is too near to an idea to decide on it, beside its own submitter and owners. @throws when there is no such idea. */
  async near(idea: string): Promise<NearIdea> {
    const [row] = await this.rows<NearIdea>(`select ${NEAR} from app.idea i where i.organisation_id = $1 and i.id = $2`, [
      this.organisation,
      idea,
    ]);
    if (!row) throw new Error('There is no such idea.');
    return row;
  }

  /** The ids of the ideas that were merged into an idea, also by way of one another. */
  async mergedInto(idea: string): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select m.id from app.idea i cross join lateral (${MERGED_IDEAS}) m where i.organisation_id = $1 and i.id = $2`,
      [this.organisation, idea],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether a decision of this kind has been asked for and not been made. */
  async isOpen(idea: string, kind: DecisionKind): Promise<boolean> {
    const rows = await this.rows(
      `select 1 from app.decision where organisation_id = $1 and idea_id = $2 and kind = $3 and state <> 'decided'`,
      [this.organisation, idea, kind],
    );
    return rows.length > 0;
  }

  async insert(decision: Decision): Promise<void> {
    await this.manager.insert(Decision, decision);
  }

  /** Writes these fields of a decision. */
  async update(id: string, changes: Partial<Decision>): Promise<void> {
    await this.manager.update(Decision, { organisationId: this.organisation, id }, changes);
  }
}

/** Conditions in one, with a numbered place for each value. */
function joined(conditions: readonly Condition[]): { readonly where: string; readonly values: readonly unknown[] } {
  let place = 0;
  const where = conditions.map(({ sql }) => sql.replaceAll('?', () => `$${(place += 1)}`)).join(' and ');
  return { where, values: conditions.flatMap(({ values }) => values) };
}
