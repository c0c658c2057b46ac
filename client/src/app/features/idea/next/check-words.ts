import type { Check } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { injectTranslate } from '../../../i18n/translate';

/** Says a condition as a state of affairs ("Schedule is written"), and the name of the link that satisfies it. */
export interface CheckWords {
  readonly says: (check: Pick<Check, 'code' | 'params'>) => string;
  readonly mends: (check: Pick<Check, 'code'>) => string;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : typeof value === 'string' ? [value] : [];

/** Gives the words for conditions in the chosen language. */
export const injectCheckWords = (): CheckWords => {
  const t = injectTranslate();
  const list = injectListing();
  const named = (group: string, value: unknown): string => list(texts(value).map((it) => t(`codes.${group}.${it}`)));
  const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
  const keyOf = (group: string, code: string): string => {
    const key = `idea.${group}.${code}`;
    return t(key) === key ? `idea.${group}.other` : key;
  };
  return {
    says: ({ code, params }) =>
      t(keyOf('check', code), {
        field: named('name', params['field']),
        kind: capital(named('decision', params['kind'])),
        state: named('rollout-state', code === 'rollout-in-state' ? params['state'] : undefined),
        roles: named('role', params['roles']),
      }),
    mends: ({ code }) => t(keyOf('fix', code)),
  };
};
