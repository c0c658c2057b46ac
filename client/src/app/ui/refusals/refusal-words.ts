import type { Refusal } from '#contracts';
import { injectListing } from '../../i18n/listing';
import { injectKnownString, injectTranslate } from '../../i18n/translate';

/** Says a refusal in a sentence of the chosen language. */
export type RefusalWords = (refusal: Pick<Refusal, 'code' | 'params'>) => string;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : typeof value === 'string' ? [value] : [];

/** Gives the words for refusals; what a parameter names (a role, a field, a step) is translated too. */
export const injectRefusalWords = (): RefusalWords => {
  const t = injectTranslate();
  const isKnown = injectKnownString();
  const list = injectListing();
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
  return ({ code, params }) =>
    t(`codes.refusal.${code}`, {
      roles: named('role', params['roles']),
      field: named('name', params['field']),
      fields: named('name', params['fields']),
      steps: named('step', params['stepNames'] ?? params['steps']),
      kind: named('decision', params['kind']),
      state: stateOf(code, params['state']),
      number: typeof params['number'] === 'number' ? String(params['number']) : '',
    });
};
