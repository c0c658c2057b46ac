/** What may be wrong with a definition. */
export const MISTAKE_CODES = [
  'wrong-key',
  'no-steps',
  'duplicate-step',
  'reserved-step',
  'starts-aside',
  'wrong-days',
  'unknown-due',
  'due-twice',
  'due-without-answer',
  'duplicate-key',
  'unknown-step',
  'no-origin',
  'to-itself',
  'duplicate-transition',
  'not-aside',
  'wrong-direction',
  'unknown-ask',
  'duplicate-ask',
  'unknown-guard',
  'duplicate-guard',
  'wrong-params',
  'not-asked',
  'unreachable',
  'no-end',
  'decision-without-guard',
  'guard-without-decision',
  'duplicate-decision',
  'without-decision',
  'unknown-evidence',
  'duplicate-evidence',
  'no-criteria',
  'too-many-criteria',
  'duplicate-criterion',
  'wrong-weight',
  'name-missing',
  'duplicate-name',
] as const;
export type MistakeCode = (typeof MISTAKE_CODES)[number];

/** A mistake in a definition, and its place in it, as `transitions[3].guards[0].params`. */
export interface Mistake {
  readonly place: string;
  readonly code: MistakeCode;
  readonly params: Record<string, unknown>;
}

export function mistake(place: string, code: MistakeCode, params: Record<string, unknown> = {}): Mistake {
  return { place, code, params };
}

/** Keys stand in addresses, in exports and in the history: lower-case words with hyphens. */
export function checkKey(key: string, place: string): Mistake[] {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key) ? [] : [mistake(place, 'wrong-key', { key })];
}
