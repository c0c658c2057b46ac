import { inject } from '@angular/core';
import type { Refusal } from '#contracts';
import { injectListing } from '../../i18n/listing';
import { Moments } from '../../i18n/moments';
import { injectKnownString, injectTranslate } from '../../i18n/translate';

/** Says a refusal in a sentence of the chosen language. */
export type RefusalWords = (refusal: Pick<Refusal, 'code' | 'params'>) => string;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : typeof value === 'string' ? [value] : [];

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Gives the words for refusals; what a parameter names (a role, a field, a step) is translated too. */
export const injectRefusalWords = (): RefusalWords => {
  const t = injectTranslate();
  const isKnown = injectKnownString();
  const list = injectListing();
  const moments = inject(Moments);
  // A name that is not in the strings (a step of another pathway) stays as it came.
  const named = (group: string, value: unknown): string =>
    list(
      texts(value).map((name) => {
        const key = `codes.${group}.${name}`;
        return isKnown(key) ? t(key) : name;
      }),
    );
  // These sentences choose by the state itself.
  const stateOf = (code: string, state: unknown): string =>
    code === 'decision-made' || code === 'experiment-concluded' ? (texts(state)[0] ?? 'none') : named('rollout-state', state);
  const day = (value: unknown): string => (typeof value === 'string' ? moments.day(value) : '');
  return ({ code, params }) =>
    t(`codes.refusal.${code}`, {
      roles: named('role', params['roles']),
      field: named('name', params['field']),
      fields: named(code === 'test-card-complete' ? 'card' : 'name', params['fields']),
      steps: named('step', params['stepNames'] ?? params['steps']),
      kind: named('decision', params['kind']),
      kinds: named('evidence', params['kinds']),
      members: list(texts(params['members'])),
      waiting: count(params['waiting']),
      total: count(params['total']),
      atMost: count(params['atMost']),
      deadline: day(params['deadline']),
      on: day(params['on']),
      first: day(params['first']) || 'none',
      last: day(params['last']),
      verdict: named('verdict', params['verdict']),
      before: named('verdict', params['atFirst']) || 'none',
      state: stateOf(code, params['state']),
      group: texts(params['group'])[0] ?? 'none',
      number: typeof params['number'] === 'number' ? String(params['number']) : '',
    });
};
