import type { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { MISTAKE_CODES, type PathwayDefinition } from '../../workflow/index.js';
import type { PathwaysRepository } from './pathways.repository.js';
import { PublishPathway } from './publish-pathway.js';
import { HELSINGBORG } from './templates/helsingborg.js';

/** What is changed in the template, by its path; undefined takes it away. */
type Changes = Record<string, unknown>;

function changed(changes: Changes): PathwayDefinition {
  const definition = JSON.parse(JSON.stringify(HELSINGBORG)) as PathwayDefinition;
  for (const [path, value] of Object.entries(changes)) {
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    const owner = parts.reduce((it, part) => it[part] as Record<string, unknown>, definition as unknown as Record<string, unknown>);
    if (value === undefined) Reflect.deleteProperty(owner, last);
    else owner[last] = value;
  }
  return definition;
}

const names = { en: 'New', pl: 'Nowe', el: 'Νέο', sv: 'Ny', fi: 'Uusi' };
const need = { kind: 'need', required: true };
const criterion = { key: 'feasibility', names, weight: 1, anchors: { '1': names, '3': names, '5': names } };
const decided = (kind: string) => ({ guard: 'decision-made', params: { kind } });

const MISTAKES: [string, Changes, string[]][] = [
  ['a pathway whose key is no key', { key: 'Helsing Borg' }, ['key: wrong-key']],
  ['a step whose key is no key', { 'steps.8.key': 'With/drawn', 'transitions.14.to': 'With/drawn' }, ['steps[8].key: wrong-key']],
  ['a transition whose key is no key', { 'transitions.0.key': '' }, ['transitions[0].key: wrong-key']],
  [
    'a criterion whose key is no key',
    { 'transitions.2.criteria': [{ ...criterion, key: '__proto__' }] },
    ['transitions[2].criteria[0].key: wrong-key'],
  ],
  ['no steps', { steps: [], transitions: [] }, ['steps: no-steps']],
  ['a step there twice', { 'steps.10': { key: 'withdrawn', names, kind: 'aside', end: true } }, ['steps[10]: duplicate-step']],
  [
    'a step with the name of the way back',
    { 'steps.10': { key: 'where-it-was', names, kind: 'station', end: true } },
    ['steps[10]: reserved-step'],
  ],
  ['a start beside the path', { 'steps.0.kind': 'aside' }, ['steps[0]: starts-aside', 'transitions[5].direction: wrong-direction']],
  ['an answer due at once', { 'steps.0.workingDays': 0 }, ['steps[0].workingDays: wrong-days']],
  ['an answer due before', { 'steps.0.workingDays': -5 }, ['steps[0].workingDays: wrong-days']],
  ['an answer due in parts of a day', { 'steps.0.workingDays': 2.5 }, ['steps[0].workingDays: wrong-days']],
  ['an answer due in a word', { 'steps.0.workingDays': '5' }, ['steps[0].workingDays: wrong-days']],
  ['an answer due when nobody remembers', { 'steps.0.workingDays': 521 }, ['steps[0].workingDays: wrong-days']],
  ['a due date from nowhere', { 'steps.3.due.kind': 'full-moon' }, ['steps[3].due: unknown-due']],
  ['two due dates', { 'steps.3.workingDays': 5 }, ['steps[3].due: due-twice']],
  ['an answer due where none can be given', { 'steps.8.workingDays': 5 }, ['steps[8].workingDays: due-without-answer']],
  ['a due date where no answer can be given', { 'steps.9.due': { kind: 'experiment-end' } }, ['steps[9].due: due-without-answer']],
  ['two transitions with one key', { 'transitions.15.key': 'withdraw' }, ['transitions[15].key: duplicate-key']],
  ['a way from nowhere', { 'transitions.5.from.1': 'nowhere' }, ['transitions[5].from[1]: unknown-step']],
  ['a way to nowhere', { 'transitions.5.to': 'nowhere' }, ['transitions[5].to: unknown-step']],
  ['a way that starts at no step', { 'transitions.5.from': [] }, ['transitions[5].from: no-origin']],
  ['a way to where one stands', { 'transitions.5.from.1': 'submitted' }, ['transitions[5].from[1]: to-itself']],
  ['two transitions alike', { 'transitions.15.from.7': 'scale' }, ['transitions[15].from[7]: duplicate-transition']],
  ['a way back from the path', { 'transitions.11.from.1': 'pilot' }, ['transitions[11].from[1]: not-aside']],
  ['a way forward that leads aside', { 'transitions.10.direction': 'forward' }, ['transitions[10].direction: wrong-direction']],
  ['a way back that leads forward', { 'transitions.11.direction': 'forward' }, ['transitions[11].direction: wrong-direction']],
  ['a direction nobody knows', { 'transitions.0.direction': 'up' }, ['transitions[0].direction: wrong-direction']],
  ['a question nobody reads', { 'transitions.0.asks': ['horoscope'] }, ['transitions[0].asks[0]: unknown-ask']],
  ['a question asked twice', { 'transitions.5.asks': ['reason', 'reason'] }, ['transitions[5].asks[1]: duplicate-ask']],
  ['a guard nobody knows', { 'transitions.3.guards.1.guard': 'moon-is-full' }, ['transitions[3].guards[1]: unknown-guard']],
  [
    'a guard there twice',
    { 'transitions.3.guards.4': { guard: 'lesson-written', params: {} } },
    ['transitions[3].guards[4]: duplicate-guard'],
  ],
  ['a role nobody has', { 'transitions.3.guards.0.params': { roles: ['king'] } }, ['transitions[3].guards[0].params: wrong-params']],
  ['a guard without its parameters', { 'transitions.3.guards.0.params': {} }, ['transitions[3].guards[0].params: wrong-params']],
  ['a parameter too many', { 'transitions.3.guards.1.params': { when: 'soon' } }, ['transitions[3].guards[1].params: wrong-params']],
  ['a field that ideas lack', { 'transitions.2.guards.2.params': { field: 'shedule' } }, ['transitions[2].guards[2].params: wrong-params']],
  ['a state that rollouts lack', { 'transitions.4.guards.1.params': { state: 'done' } }, ['transitions[4].guards[1].params: wrong-params']],
  ['input that is not asked for', { 'transitions.10.asks': ['reason'] }, ['transitions[10].guards[2]: not-asked']],
  ['a step that nothing leads to', { 'steps.10': { key: 'island', names, kind: 'station', end: true } }, ['steps[10]: unreachable']],
  ['a step that never ends', { 'steps.8.end': false }, ['steps[8]: no-end']],
  [
    'a pathway that never ends',
    { 'steps.5.end': false, 'steps.7.end': undefined, 'steps.8.end': undefined, 'steps.9.end': false },
    [0, 1, 2, 3, 4, 5, 8, 9].map((at) => `steps[${at}]: no-end`),
  ],
  [
    'a decision nothing waits for',
    { 'transitions.1.guards': [{ guard: 'role-in', params: { roles: ['hub'] } }] },
    ['transitions[1].decision: decision-without-guard'],
  ],
  [
    'a guard whose decision nobody can ask for',
    { 'transitions.1.decision': undefined },
    ['transitions[1].guards[1]: guard-without-decision'],
  ],
  [
    'a decision that leads two ways',
    {
      'transitions.16': {
        key: 'skip',
        names,
        from: ['explore-idea'],
        to: 'pilot',
        direction: 'forward',
        asks: [],
        guards: [decided('time')],
        decision: 'time',
      },
    },
    ['transitions[16].decision: duplicate-decision'],
  ],
  ['evidence for no decision', { 'transitions.0.evidence': [need] }, ['transitions[0].evidence: without-decision']],
  ['criteria for no decision', { 'transitions.0.criteria': [criterion] }, ['transitions[0].criteria: without-decision']],
  ['evidence nobody knows', { 'transitions.2.evidence': [{ kind: 'gossip' }] }, ['transitions[2].evidence[0]: unknown-evidence']],
  ['evidence there twice', { 'transitions.2.evidence': [need, need] }, ['transitions[2].evidence[1]: duplicate-evidence']],
  ['a scorecard without questions', { 'transitions.2.criteria': [] }, ['transitions[2].criteria: no-criteria']],
  [
    'a scorecard with too many questions',
    { 'transitions.2.criteria': Array.from({ length: 13 }, (_, at) => ({ ...criterion, key: `criterion-${at}` })) },
    ['transitions[2].criteria: too-many-criteria'],
  ],
  ['a question there twice', { 'transitions.2.criteria': [criterion, criterion] }, ['transitions[2].criteria[1].key: duplicate-criterion']],
  [
    'a question without weight',
    { 'transitions.2.criteria': [{ ...criterion, weight: 0 }] },
    ['transitions[2].criteria[0].weight: wrong-weight'],
  ],
  ['a pathway without a name in Greek', { 'names.el': undefined }, ['names: name-missing']],
  ['a step without a name in Finnish', { 'steps.2.names.fi': ' ' }, ['steps[2].names: name-missing']],
  ['a hint that lacks a language', { 'steps.2.hint.sv': '' }, ['steps[2].hint: name-missing']],
  ['a transition without a name in Polish', { 'transitions.9.names.pl': undefined }, ['transitions[9].names: name-missing']],
  ['two steps with one name', { 'steps.1.names.sv': 'Pilot ' }, ['steps[3].names: duplicate-name']],
  [
    'two ways out of a step with one name',
    { 'transitions.10.names.en': HELSINGBORG.transitions[0]?.names.en },
    ['transitions[10].names: duplicate-name'],
  ],
];

/** Publishing that gets as far as the database fails the test. */
const publishing = new PublishPathway({} as PathwaysRepository, {} as UnitOfWork, {} as Clock);

describe('publishing', () => {
  it.each(MISTAKES)('refuses %s, and says where', async (_what, changes, expected) => {
    const result = await publishing.publish('an organisation', changed(changes));
    const found = 'mistakes' in result ? result.mistakes : [];
    expect(found.map((it) => `${it.place}: ${it.code}`)).toEqual(expected);
  });

  it('knows no mistake that is not in this table', () => {
    const told = new Set(MISTAKES.flatMap(([, , expected]) => expected.map((it) => it.split(': ')[1])));
    expect([...told].sort()).toEqual([...MISTAKE_CODES].sort());
  });
});
