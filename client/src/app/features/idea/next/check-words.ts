import type { Check } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { injectTranslate } from '../../../i18n/translate';

/** Says a condition as a state of affairs ("The schedule is written"), and the name of the link that satisfies it. */
export interface CheckWords {
  readonly says: (check: Pick<Check, 'code' | 'params'> & { readonly met?: boolean }) => string;
  readonly mends: (check: Pick<Check, 'code'>) => string;
}

// Conditions that this page knows how to satisfy.
const mendable: readonly string[] = [
  'field-filled',
  'effect-goal-set',
  'decision-made',
  'experiment-concluded',
  'lesson-written',
  'rollout-in-state',
  'follow-up-set',
];

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : typeof value === 'string' ? [value] : [];

/** Gives the words for conditions in the chosen language. */
export const injectCheckWords = (): CheckWords => {
  const t = injectTranslate();
  const list = injectListing();
  const named = (group: string, value: unknown): string => list(texts(value).map((it) => t(`codes.${group}.${it}`)));
  const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
  const keyOf = (group: string, known: readonly string[], code: string): string => `idea.${group}.${known.includes(code) ? code : 'other'}`;
  return {
    says: ({ code, params, met }) =>
      t(keyOf('check', [...mendable, 'role-in'], code), {
        field: texts(params['field'])[0] ?? '',
        name: named('name', params['field']),
        kind: capital(named('decision', params['kind'])),
        state:
          code === 'experiment-concluded'
            ? ((met ? undefined : texts(params['state'])[0]) ?? 'none')
            : named('rollout-state', params['state']),
        number: typeof params['number'] === 'number' ? String(params['number']) : '',
        roles: named('role', params['roles']),
      }),
    mends: ({ code }) => t(keyOf('fix', mendable, code)),
  };
};
