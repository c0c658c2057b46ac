import type { RefusalCode } from '#contracts/constants';
import type { GuardUse } from './definition.js';

/** Parameters of a guard, as they stand in a definition. */
export type GuardParams = GuardUse['params'];

/** Why a guard refuses. The link to the place where it can be satisfied is known to the caller, not to the kernel. */
export interface GuardRefusal {
  readonly code: RefusalCode;
  readonly params: Record<string, unknown>;
}

/** A condition of a transition, and whether it is met. */
export interface GuardCheck extends GuardRefusal {
  readonly met: boolean;
}

/** A named condition over facts. */
export interface Guard<F> {
  /** What a person has to send along to satisfy it; a transition that uses it must ask for that. */
  readonly input?: string;
  /** Whether a definition may use it with these parameters. */
  accepts(params: GuardParams): boolean;
  /** The condition and whether it is met; with parameters it does not accept it is not met. Never throws. */
  check(facts: F, params: GuardParams): GuardCheck;
}

/** All guards a kind of machine may use, by name. */
export type GuardRegistry<F> = ReadonlyMap<string, Guard<F>>;

/** How a guard is written down. */
export interface GuardSpec<F, P> {
  readonly code: RefusalCode;
  readonly input?: string;
  /** Reads the parameters, or gives null when they are wrong. */
  readonly read: (params: GuardParams) => P | null;
  readonly met: (facts: F, params: P) => boolean;
  /** Parameters of the refusal; without it those of the guard. */
  readonly tells?: (facts: F, params: P) => Record<string, unknown>;
}

/** Makes a guard from what it reads, when it is met and what its refusal tells. */
export function guard<F, P>(spec: GuardSpec<F, P>): Guard<F> {
  return {
    ...(spec.input === undefined ? {} : { input: spec.input }),
    accepts: (params) => spec.read(params) !== null,
    check: (facts, params) => {
      const read = spec.read(params);
      if (read === null) return { code: spec.code, params: { ...params }, met: false };
      return { code: spec.code, params: spec.tells?.(facts, read) ?? { ...params }, met: spec.met(facts, read) };
    },
  };
}

/** A registry from guards by name. */
export function guardRegistry<F>(guards: Readonly<Record<string, Guard<F>>>): GuardRegistry<F> {
  return new Map(Object.entries(guards));
}

/** Reads the parameters of a guard that takes none. */
export function nothing(params: GuardParams): Record<string, never> | null {
  return Object.keys(params).length === 0 ? {} : null;
}

/** Reads the one parameter `name`: a word, one of `words` if given. */
export function word<Word extends string = string>(name: string, words?: readonly Word[]) {
  return (params: GuardParams): Word | null => {
    const value = params[name];
    return Object.keys(params).length === 1 && isWord(value, words) ? value : null;
  };
}

/** Reads the one parameter `name`: a list of at least one word, each one of `words` if given. */
export function wordList<Word extends string = string>(name: string, words?: readonly Word[]) {
  return (params: GuardParams): readonly Word[] | null => {
    const value = params[name];
    if (Object.keys(params).length !== 1 || !Array.isArray(value) || value.length === 0) return null;
    return value.every((it) => isWord(it, words)) ? value : null;
  };
}

function isWord<Word extends string>(value: unknown, words: readonly Word[] | undefined): value is Word {
  return typeof value === 'string' && value !== '' && (words === undefined || words.some((known) => known === value));
}
