import type { DecisionsFilter } from '../../api/decisions-api';
import { DECISION_KINDS, OUTCOMES } from '#contracts/constants';

/** What the log is narrowed to, as it stands in the address. */
export type LogParams = Readonly<Partial<Record<LogParam, string | undefined>>>;

/** The parts of an address that narrow the log. */
export const logParams = ['kind', 'outcome', 'decider', 'against', 'from', 'until', 'q'] as const;
export type LogParam = (typeof logParams)[number];

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Reads the address with care: what nobody could have chosen narrows nothing. */
export const filterOf = (params: LogParams): DecisionsFilter => ({
  kind: DECISION_KINDS.find((it) => it === params.kind),
  outcome: OUTCOMES.find((it) => it === params.outcome),
  decider: isId(params.decider) ? params.decider : undefined,
  against: params.against === 'true' ? true : undefined,
  from: isDay(params.from) ? params.from : undefined,
  until: isDay(params.until) ? params.until : undefined,
  q: params.q?.trim().slice(0, 200) || undefined,
});

/** Whether the log shows only a part of all decisions. */
export const isNarrowed = (filter: DecisionsFilter): boolean => Object.values(filter).some((it) => it !== undefined);
