import fc, { type Arbitrary } from 'fast-check';
import { manyRuns } from '../../../test/any-machine.js';
import type { Facts, GuardParams } from '../../workflow/index.js';
import { HELSINGBORG } from './templates/helsingborg.js';
import { PATHWAY_GUARDS } from './guards.js';

/** Whatever a stored definition may hold: parameters that a guard accepts, and any others. */
const usedParams = HELSINGBORG.transitions.flatMap((it) => it.guards.map((use) => use.params));
const someParams: Arbitrary<GuardParams> = fc.oneof(
  fc.constantFrom(...usedParams),
  fc.dictionary(fc.constantFrom('roles', 'field', 'kind', 'state', '__proto__', 'constructor'), fc.jsonValue()) as Arbitrary<GuardParams>,
);
const someFacts: Arbitrary<Facts> = fc.record(
  {
    roles: fc.subarray(['hub' as const, 'admin' as const, 'team' as const]),
    reason: fc.option(fc.string()),
    fields: fc.dictionary(fc.constantFrom('effectGoal', 'schedule', '__proto__'), fc.option(fc.string())),
    returnOn: fc.option(fc.string()),
    today: fc.constant('2026-03-31'),
    lesson: fc.boolean(),
    into: fc.option(fc.nat()),
    decisions: fc.dictionary(fc.constantFrom('time' as const, 'money' as const), fc.constantFrom('requested' as const, 'yes' as const)),
    lessonWritten: fc.boolean(),
    followUpSet: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('a guard of pathways, whatever its parameters and the facts', () => {
  it.each([...PATHWAY_GUARDS.keys()])('%s answers, always the same, and is not met with parameters it does not accept', (name) => {
    const guard = PATHWAY_GUARDS.get(name);
    if (!guard) throw new Error(`There is no guard ${name}.`);
    fc.assert(
      fc.property(someParams, someFacts, (params, facts) => {
        const check = guard.check(facts, params);
        expect(guard.check(facts, params)).toEqual(check);
        if (!guard.accepts(params)) expect(check.met).toBe(false);
      }),
      manyRuns(100),
    );
  });

  it.each([...PATHWAY_GUARDS.keys()])('%s lets nothing pass that nobody told it', (name) => {
    for (const params of usedParams) expect(PATHWAY_GUARDS.get(name)?.check({}, params).met).toBe(false);
  });
});
