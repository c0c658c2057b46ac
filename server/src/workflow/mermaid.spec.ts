import fc from 'fast-check';
import { knownMachine, manyRuns } from '../../test/any-machine.js';
import { WHERE_IT_WAS, type MachineDefinition } from './definition.js';
import { toMermaid } from './mermaid.js';

const names = (en: string, sv: string) => ({ en, pl: en, el: en, sv, fi: en });

const MACHINE: MachineDefinition = {
  key: 'small',
  steps: [
    { key: 'first', names: names('First', 'Först'), kind: 'station' },
    { key: 'last', names: names('Last: "done"', 'Sist'), kind: 'station', end: true },
    { key: 'away', kind: 'aside' },
  ],
  transitions: [
    {
      key: 'finish',
      names: names('Finish', 'Avsluta'),
      from: ['first'],
      to: 'last',
      direction: 'forward',
      asks: [],
      guards: [
        { guard: 'role-in', params: { roles: ['team', 'hub'] } },
        { guard: 'decision-made', params: { kind: 'time' } },
      ],
      decision: 'time',
    },
    {
      key: 'leave',
      from: ['first', 'last'],
      to: 'away',
      direction: 'aside',
      asks: ['reason'],
      guards: [{ guard: 'reason-given', params: {} }],
    },
    { key: 'return', from: ['away'], to: WHERE_IT_WAS, direction: 'back', asks: [], guards: [] },
    { key: 'lost', from: ['nowhere'], to: 'last', direction: 'back', asks: [], guards: [] },
  ],
};

describe('the drawing of a machine', () => {
  it('has its steps, its ways, its ends and what the ways ask for, in the language asked for', () => {
    expect(toMermaid(MACHINE, 'sv').split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "Först" as s0',
      '  state "Sist" as s1',
      '  state "away" as s2',
      '  state "↩" as where_it_was',
      '  [*] --> s0',
      '  s0 --> s1 : Avsluta ◆ time',
      '  s0 --> s2 : leave',
      '  s1 --> s2 : leave',
      '  s2 --> where_it_was : return',
      '  s1 --> [*]',
      '  note right of s1',
      '    Avsluta – role-in (team / hub), decision-made (time)',
      '  end note',
      '  note right of s2',
      '    leave – reason-given',
      '  end note',
      '',
    ]);
  });

  it('keeps signs that mean something to Mermaid out of names', () => {
    expect(toMermaid(MACHINE, 'en')).toContain('state "Last#58; #34;done#34;" as s1');
  });

  it('has the same lines whatever the names are, and none of them says more than a name', () => {
    const nasty = [
      '',
      ' ',
      'a\n  s9 --> s0',
      'a" as b',
      '[*] --> s0',
      'end note',
      'weekEnd  Notes',
      'direction LR',
      '%%{init: {}}%%',
      '[[fork]]',
      '<b>',
    ];
    const someNames = fc
      .oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
      .map((name) => names(name, name));
    const name = String.raw`(?!.*(end note|direction lr))[\p{L}\p{M}\p{N} ,.'’()/!?–•◆-]+`;
    const line = new RegExp(
      String.raw`^(stateDiagram-v2|  state "(${name}|↩)" as \w+|  (\[\*\]|\w+) --> (\[\*\]|\w+)( : ${name})?|  note right of \w+|    ${name}|  end note|)$`,
      'iu',
    );
    fc.assert(
      fc.property(knownMachine, fc.array(someNames, { minLength: 16, maxLength: 16 }), (machine, all) => {
        const steps = machine.steps.map((step, at) => ({ ...step, names: all[at] }));
        const transitions = machine.transitions.map((it, at) => ({ ...it, names: all[at + steps.length] }));
        const lines = toMermaid({ ...machine, steps, transitions }, 'en').split('\n');
        expect(lines).toHaveLength(toMermaid(machine, 'en').split('\n').length);
        // A sign that has become an entity is a harmless dot.
        for (const it of lines) expect(it.replace(/#\d+;/gu, '•')).toMatch(line);
      }),
      manyRuns(150),
    );
  });

  it('of nothing is an empty diagram', () => {
    expect(toMermaid({ key: 'none', steps: [], transitions: [] }, 'en')).toBe('stateDiagram-v2\n');
  });
});
