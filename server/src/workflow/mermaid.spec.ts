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
      guards: [],
      decision: 'time',
    },
    { key: 'leave', from: ['first', 'last'], to: 'away', direction: 'aside', asks: [], guards: [] },
    { key: 'return', from: ['away'], to: WHERE_IT_WAS, direction: 'back', asks: [], guards: [] },
    { key: 'lost', from: ['nowhere'], to: 'last', direction: 'back', asks: [], guards: [] },
  ],
};

describe('the drawing of a machine', () => {
  it('has its steps, its ways and its ends, in the language asked for', () => {
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
      '',
    ]);
  });

  it('keeps signs that mean something to Mermaid out of names', () => {
    expect(toMermaid(MACHINE, 'en')).toContain('state "Last#58; #34;done#34;" as s1');
  });

  it('of nothing is an empty diagram', () => {
    expect(toMermaid({ key: 'none', steps: [], transitions: [] }, 'en')).toBe('stateDiagram-v2\n');
  });
});
