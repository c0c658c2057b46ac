import { checkDefinition } from './check-definition.js';
import { WHERE_IT_WAS, type MachineDefinition, type TransitionDefinition } from './definition.js';
import type { ActorFacts } from './facts.js';
import { guard, guardRegistry, nothing, word } from './guards.js';
import { roleIn } from './standard-guards.js';

const GUARDS = guardRegistry<ActorFacts>({
  'role-in': roleIn,
  'reason-given': guard<ActorFacts, object>({ code: 'reason-given', input: 'reason', read: nothing, met: () => true }),
  'decision-made': guard<ActorFacts, string>({ code: 'decision-made', read: word('kind'), met: () => true }),
});

const names = { en: 'Name', pl: 'Nazwa', el: 'Όνομα', sv: 'Namn', fi: 'Nimi' };

const named = (key: string) => ({ en: key, pl: `${key} pl`, el: `${key} el`, sv: `${key} sv`, fi: `${key} fi` });

const way = (key: string, from: string[], to: string, more: Partial<TransitionDefinition> = {}): TransitionDefinition => ({
  key,
  names: named(key),
  from,
  to,
  direction: 'forward',
  asks: [],
  guards: [],
  ...more,
});

const SOUND: MachineDefinition = {
  key: 'sound',
  names,
  steps: [
    { key: 'first', names: named('first'), kind: 'station' },
    { key: 'last', names: named('last'), kind: 'station', end: true },
    { key: 'away', names: named('away'), kind: 'aside' },
  ],
  transitions: [
    way('finish', ['first'], 'last', { guards: [{ guard: 'role-in', params: { roles: ['hub'] } }] }),
    way('leave', ['first'], 'away', { direction: 'aside', asks: ['reason'], guards: [{ guard: 'reason-given', params: {} }] }),
    way('return', ['away'], WHERE_IT_WAS, { direction: 'back' }),
  ],
};

function mistakes(change: Partial<MachineDefinition>): string[] {
  return checkDefinition({ ...SOUND, ...change }, GUARDS, ['en', 'fi']).map((it) => `${it.place}: ${it.code}`);
}

function withTransition(transition: TransitionDefinition): string[] {
  return mistakes({ transitions: [...SOUND.transitions, transition] });
}

describe('the check of a definition', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(mistakes({})).toEqual([]);
  });

  it('wants steps', () => {
    expect(mistakes({ steps: [], transitions: [] })).toEqual(['steps: no-steps']);
  });

  it('wants to start on a station: one that starts aside has left none that it could come back to', () => {
    const [first, last, away] = SOUND.steps;
    if (!first || !last || !away) throw new Error('The sound definition has three steps.');
    expect(mistakes({ steps: [away, first, last] })).toEqual(expect.arrayContaining(['steps[0]: starts-aside']));
  });

  it('finds steps that are there twice or take a reserved name', () => {
    const steps = [
      ...SOUND.steps,
      { key: 'first', names, kind: 'station' as const },
      { key: WHERE_IT_WAS, names, kind: 'station' as const, end: true },
    ];
    expect(mistakes({ steps })).toEqual(expect.arrayContaining(['steps[3]: duplicate-step', 'steps[4]: reserved-step']));
  });

  it('finds origins and targets that do not exist', () => {
    expect(withTransition(way('lost', ['nowhere'], 'elsewhere'))).toEqual([
      'transitions[3].from[0]: unknown-step',
      'transitions[3].to: unknown-step',
    ]);
    expect(withTransition(way('from-nowhere', [], 'last'))).toEqual(['transitions[3].from: no-origin']);
    expect(withTransition(way('stay', ['first'], 'first'))).toEqual(['transitions[3].from[0]: to-itself']);
  });

  it('finds a station that wants to go back to where it was', () => {
    expect(withTransition(way('odd', ['first'], WHERE_IT_WAS, { direction: 'back' }))).toEqual(['transitions[3].from[0]: not-aside']);
  });

  it('finds guards that do not exist or have wrong parameters', () => {
    const wrong = (guard: string, params: Record<string, unknown>) =>
      withTransition(way('new', ['away'], 'last', { guards: [{ guard, params }] }));
    expect(wrong('moon-is-full', {})).toEqual(['transitions[3].guards[0]: unknown-guard']);
    expect(wrong('constructor', {})).toEqual(['transitions[3].guards[0]: unknown-guard']);
    for (const params of [{}, { roles: [] }, { roles: 'hub' }, { roles: ['king'] }, { roles: [7] }, { roles: ['hub'], more: 1 }]) {
      expect(wrong('role-in', params)).toEqual(['transitions[3].guards[0].params: wrong-params']);
    }
  });

  it('finds a guard for input that the transition does not ask for', () => {
    expect(withTransition(way('new', ['away'], 'last', { guards: [{ guard: 'reason-given', params: {} }] }))).toEqual([
      'transitions[3].guards[0]: not-asked',
    ]);
  });

  it('finds steps that nothing leads to, and steps that never end', () => {
    const steps = [
      ...SOUND.steps,
      { key: 'island', names: named('island'), kind: 'station' as const, end: true },
      { key: 'trap', names: named('trap'), kind: 'station' as const },
    ];
    expect(mistakes({ steps, transitions: [...SOUND.transitions, way('fall', ['first'], 'trap')] })).toEqual([
      'steps[3]: unreachable',
      'steps[4]: no-end',
    ]);
  });

  it('does not take a way back for a way to the end', () => {
    const transitions = SOUND.transitions.filter((it) => it.key !== 'finish');
    expect(mistakes({ transitions })).toEqual(['steps[0]: no-end', 'steps[1]: unreachable']);
  });

  it('finds decisions without their guard, and guards without their decision', () => {
    const guards = [{ guard: 'decision-made', params: { kind: 'money' } }];
    expect(withTransition(way('dead', ['away'], 'last', { decision: 'time' }))).toEqual([
      'transitions[3].decision: decision-without-guard',
    ]);
    expect(withTransition(way('dead', ['away'], 'last', { guards }))).toEqual(['transitions[3].guards[0]: guard-without-decision']);
    expect(withTransition(way('cross', ['away'], 'last', { decision: 'time', guards }))).toEqual([
      'transitions[3].guards[0]: guard-without-decision',
      'transitions[3].decision: decision-without-guard',
    ]);
    expect(withTransition(way('alive', ['away'], 'last', { decision: 'money', guards }))).toEqual([]);
  });

  const gate = (more: Partial<TransitionDefinition>): string[] =>
    withTransition(
      way('gate', ['away'], 'last', { decision: 'money', guards: [{ guard: 'decision-made', params: { kind: 'money' } }], ...more }),
    );
  const criterion = { key: 'feasibility', names, weight: 1, anchors: { '1': names, '3': names, '5': names } };

  it('finds evidence that does not exist, is there twice, or belongs to no decision', () => {
    const need = { kind: 'need' as const, required: true };
    expect(gate({ evidence: [] })).toEqual([]);
    expect(gate({ evidence: [need, { kind: 'verdict', required: false }] })).toEqual([]);
    expect(gate({ evidence: [need, { ...need, required: false }] })).toEqual(['transitions[3].evidence[1]: duplicate-evidence']);
    expect(gate({ evidence: [JSON.parse('{ "kind": "gossip" }')] })).toEqual(['transitions[3].evidence[0]: unknown-evidence']);
    expect(withTransition(way('plain', ['away'], 'last', { evidence: [need] }))).toEqual(['transitions[3].evidence: without-decision']);
  });

  it('finds criteria without weight, there twice, too many, none, or of no decision', () => {
    expect(gate({ criteria: [criterion] })).toEqual([]);
    for (const weight of [0, -1, NaN, Infinity])
      expect(gate({ criteria: [{ ...criterion, weight }] })).toEqual(['transitions[3].criteria[0].weight: wrong-weight']);
    expect(gate({ criteria: [criterion, criterion] })).toEqual(['transitions[3].criteria[1].key: duplicate-criterion']);
    expect(gate({ criteria: [] })).toEqual(['transitions[3].criteria: no-criteria']);
    const many = Array.from({ length: 13 }, (_, at) => ({ ...criterion, key: `criterion-${at}` }));
    expect(gate({ criteria: many })).toEqual(['transitions[3].criteria: too-many-criteria']);
    expect(withTransition(way('plain', ['away'], 'last', { criteria: [criterion] }))).toEqual([
      'transitions[3].criteria: without-decision',
    ]);
  });

  it('finds criteria whose names or anchors lack a language', () => {
    const half = { ...names, fi: ' ' };
    expect(gate({ criteria: [{ ...criterion, names: half, anchors: { ...criterion.anchors, '3': half } }] })).toEqual([
      'transitions[3].criteria[0].names: name-missing',
      'transitions[3].criteria[0].anchors.3: name-missing',
    ]);
    expect(gate({ criteria: [JSON.parse(JSON.stringify({ ...criterion, anchors: { '1': names, '5': names } }))] })).toEqual([
      'transitions[3].criteria[0].anchors.3: name-missing',
      'transitions[3].criteria[0].anchors.3: name-missing',
    ]);
  });

  it('finds two ways with the same key, or from the same step to the same step', () => {
    expect(withTransition(way('finish', ['away'], 'last'))).toEqual(['transitions[3].key: duplicate-key']);
    expect(withTransition(way('again', ['first'], 'last'))).toEqual(['transitions[3].from[0]: duplicate-transition']);
    expect(withTransition(way('twice', ['away', 'away'], 'last'))).toEqual(['transitions[3].from[1]: duplicate-transition']);
  });

  it('finds names that lack a language, unless nobody reads them', () => {
    const half = { ...names, fi: ' ' };
    const unnamed: MachineDefinition = {
      ...SOUND,
      names: undefined,
      steps: SOUND.steps.map((it) => ({ ...it, names: { ...named(it.key), fi: ' ' }, hint: half })),
    };
    expect(checkDefinition(unnamed, GUARDS, ['en', 'fi']).map((it) => `${it.place}: ${JSON.stringify(it.params)}`)).toEqual([
      'names: {"language":"en"}',
      'names: {"language":"fi"}',
      'steps[0].names: {"language":"fi"}',
      'steps[0].hint: {"language":"fi"}',
      'steps[1].names: {"language":"fi"}',
      'steps[1].hint: {"language":"fi"}',
      'steps[2].names: {"language":"fi"}',
      'steps[2].hint: {"language":"fi"}',
    ]);
    expect(checkDefinition(unnamed, GUARDS, [])).toEqual([]);
  });
});
