import type { DecisionFilter } from '#contracts';
import { endOfDay, startOfDay } from '../../platform/clock/index.js';
import { FURTHER_PEOPLE, STEPPED_OUT_OR_CHOSEN } from './near-idea.js';

/** A condition over `app.decision d` and `app.idea i`; in `sql` a question mark stands for each value. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * What the log of decisions is narrowed to.
 * @param timeZone in which the days are counted
 */
export function conditionsOf(filter: DecisionFilter, timeZone: string): Condition[] {
  const { state, kind, outcome, decider, against, from, until, q } = filter;
  const conditions: (Condition | null)[] = [
    state === undefined ? null : { sql: 'd.state = ?', values: [state] },
    kind === undefined ? null : { sql: 'd.kind = ?', values: [kind] },
    outcome === undefined ? null : { sql: 'd.outcome = ?', values: [outcome] },
    decider === undefined ? null : { sql: '? in (d.decider_id, d.decided_by)', values: [decider] },
    against === undefined ? null : { sql: 'd.against_verdict = ?', values: [against] },
    from === undefined ? null : { sql: `${DATED} >= ?`, values: [startOfDay(from, timeZone)] },
    until === undefined ? null : { sql: `${DATED} <= ?`, values: [endOfDay(until, timeZone)] },
    q === undefined || q === '' ? null : said(q),
  ];
  return conditions.filter((condition) => condition !== null);
}

/**
 * What waits for a member, of ideas that still stand where it was asked: their own decisions, those of the absent in whose place they may decide, and those on whose panel they can still
 * give a scorecard.
 * @param absent for whom they decide today
 * @param now the moment until which a deadline must reach for a scorecard to be in time
 */
export function waitingFor(member: string, absent: readonly string[], now: Date): Condition {
  return {
    sql: `d.state <> 'decided' and i.step = d.from_step and (d.decider_id = ? or (d.decider_id = any(?::uuid[])
      and d.asked_by <> ? and i.submitter_id is distinct from ? and i.owner_id is distinct from ? and ? <> all(i.past_owners)
      and ? not in (${FURTHER_PEOPLE}) and not exists (select from (${STEPPED_OUT_OR_CHOSEN}) out where out.member_id in (?, d.decider_id)))
      or (d.deadline >= ?::timestamptz and exists (
        select 1 from app.panel_member p where p.organisation_id = d.organisation_id and p.decision_id = d.id and p.member_id = ?
          and p.conflict is null and not exists (
            select 1 from app.scorecard s where s.organisation_id = p.organisation_id and s.decision_id = p.decision_id
              and s.member_id = p.member_id))))`,
    values: [member, absent, member, member, member, member, member, member, now, member],
  };
}

/** What a member has decided, or somebody in their place. */
export function decidedBy(member: string): Condition {
  return { sql: `d.state = 'decided' and ? in (d.decider_id, d.decided_by)`, values: [member] };
}

/** The moment a decision is found under: when it was made or, while it is open, asked for. */
const DATED = 'coalesce(d.decided_at, d.asked_at)';

function said(q: string): Condition {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const texts = ['i.title', 'd.idea_title', 'd.note', 'd.reason'].map((text) => `unaccent(${text}) ilike unaccent(?)`);
  return number === undefined
    ? { sql: `(${texts.join(' or ')})`, values: texts.map(() => pattern) }
    : { sql: `(i.number = ? or ${texts.join(' or ')})`, values: [Number(number), ...texts.map(() => pattern)] };
}
