import { LANGUAGES } from '#contracts/constants';
import {
  ACTOR_ROLES,
  attempt,
  available,
  checkDefinition,
  checks,
  nextForward,
  type ActorRole,
  type Facts,
} from '../../../workflow/index.js';
import { PATHWAY_GUARDS } from '../guards.js';
import { HELSINGBORG } from './helsingborg.js';

const STATIONS = ['submitted', 'explore-idea', 'explore-set-up', 'pilot', 'scale', 'in-use'];
const HUB: readonly ActorRole[] = ['employee', 'hub'];

/** Somebody moves an idea from `step`; gives the new step and where it came from, or the codes of the refusals. */
function move(step: string, to: string, facts: Facts, cameFrom: string | null = null) {
  const result = attempt(HELSINGBORG, PATHWAY_GUARDS, { step, cameFrom }, to, facts);
  return result.accepted ? { to: result.to, cameFrom: result.cameFrom } : result.refusals.map((it) => it.code);
}

const SET_UP = { effectGoal: 'Half the waiting time', schedule: 'May', costEstimate: '900', testGroup: 'Two schools', partners: 'none' };

describe('the Helsingborg pathway', () => {
  it('is a definition without mistakes, in all five languages', () => {
    expect(checkDefinition(HELSINGBORG, PATHWAY_GUARDS, LANGUAGES)).toEqual([]);
  });

  it('is plain data that survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(HELSINGBORG))).toEqual(HELSINGBORG);
  });

  it('has the six stations in order, and four steps beside the board', () => {
    expect(HELSINGBORG.steps.filter((it) => it.kind === 'station').map((it) => it.key)).toEqual(STATIONS);
    expect(HELSINGBORG.steps.filter((it) => it.kind === 'aside').map((it) => it.key)).toEqual(['parked', 'stopped', 'withdrawn', 'merged']);
  });

  it('promises an answer in 5, 20 and 20 working days, and at the end of the experiment in the pilot', () => {
    expect(HELSINGBORG.steps.slice(0, 6).map((it) => it.workingDays ?? it.due?.kind ?? null)).toEqual([
      5,
      20,
      20,
      'experiment-end',
      null,
      null,
    ]);
  });

  it('puts the decisions time, money and scale-up between the stations', () => {
    expect(STATIONS.map((step) => nextForward(HELSINGBORG, step)?.decision ?? null)).toEqual([
      null,
      'time',
      'money',
      'scale-up',
      null,
      null,
    ]);
  });
});

describe('along the path', () => {
  it('lets the hub accept an idea, an admin too, and nobody else', () => {
    expect(move('submitted', 'explore-idea', { roles: HUB })).toEqual({ to: 'explore-idea', cameFrom: null });
    expect(move('submitted', 'explore-idea', { roles: ['admin'] })).toEqual({ to: 'explore-idea', cameFrom: null });
    expect(move('submitted', 'explore-idea', { roles: ['employee', 'submitter', 'team', 'owner', 'manager'] })).toEqual(['role-in']);
  });

  it('waits for the time decision, and then lets the decision, the team or the hub make the move', () => {
    expect(move('explore-idea', 'explore-set-up', { roles: ['team'] })).toEqual(['decision-made']);
    for (const role of ['decision', 'team', 'owner', 'hub', 'admin'] as const) {
      expect(move('explore-idea', 'explore-set-up', { roles: [role], decisions: { time: 'yes' } })).toEqual({
        to: 'explore-set-up',
        cameFrom: null,
      });
    }
    expect(move('explore-idea', 'explore-set-up', { roles: ['employee'], decisions: { time: 'yes' } })).toEqual(['role-in']);
  });

  it.each([
    [undefined, 'none'],
    ['requested', 'requested'],
    ['scoring', 'requested'],
    ['adapt', 'decided'],
    ['stop', 'decided'],
  ] as const)('tells that a decision which is %s stands at %s', (time, state) => {
    const result = attempt(HELSINGBORG, PATHWAY_GUARDS, { step: 'explore-idea', cameFrom: null }, 'explore-set-up', {
      roles: HUB,
      decisions: { time },
    });
    expect(result).toEqual({ accepted: false, unknownStep: false, refusals: [{ code: 'decision-made', params: { kind: 'time', state } }] });
  });

  it('does not take the yes of another decision', () => {
    expect(move('explore-set-up', 'pilot', { roles: ['decision'], fields: SET_UP, decisions: { time: 'yes' } })).toEqual(['decision-made']);
  });

  it('asks for effect goal, schedule, costs, group and partners before a pilot, and names every one that lacks', () => {
    expect(
      checks(HELSINGBORG, PATHWAY_GUARDS, { step: 'explore-set-up', cameFrom: null }, 'pilot', {
        roles: HUB,
        fields: { ...SET_UP, effectGoal: '', schedule: '  ', partners: null },
      }),
    ).toEqual([
      { code: 'role-in', params: { roles: ['team', 'hub'] }, met: true },
      { code: 'effect-goal-set', params: {}, met: false },
      { code: 'field-filled', params: { field: 'schedule' }, met: false },
      { code: 'field-filled', params: { field: 'costEstimate' }, met: true },
      { code: 'field-filled', params: { field: 'testGroup' }, met: true },
      { code: 'field-filled', params: { field: 'partners' }, met: false },
      { code: 'decision-made', params: { kind: 'money', state: 'none' }, met: false },
    ]);
    expect(move('explore-set-up', 'pilot', { roles: ['decision'], fields: SET_UP, decisions: { money: 'yes' } })).toEqual({
      to: 'pilot',
      cameFrom: null,
    });
  });

  it('lets nothing out of the pilot without a concluded experiment, its lesson and the decision', () => {
    expect(move('pilot', 'scale', { roles: ['hub'] })).toEqual(['experiment-concluded', 'lesson-written', 'decision-made']);
    expect(move('pilot', 'scale', { roles: ['hub'], experimentConcluded: true, lesson: true, decisions: { 'scale-up': 'yes' } })).toEqual([
      'lesson-written',
    ]);
    expect(
      move('pilot', 'scale', { roles: ['decision'], experimentConcluded: true, lessonWritten: true, decisions: { 'scale-up': 'yes' } }),
    ).toEqual({ to: 'scale', cameFrom: null });
  });

  it('is in use when the rollout is, with a day of follow-up, for the hub or the owner of the rollout', () => {
    expect(move('scale', 'in-use', { roles: ['team'] })).toEqual(['role-in', 'rollout-in-state', 'follow-up-set']);
    expect(move('scale', 'in-use', { roles: ['hub'], rolloutState: 'under-way', followUpSet: true })).toEqual(['rollout-in-state']);
    expect(move('scale', 'in-use', { roles: ['hub'], rolloutState: 'withdrawn', followUpSet: true })).toEqual(['rollout-in-state']);
    for (const rolloutState of ['in-use', 'followed-up'] as const) {
      expect(move('scale', 'in-use', { roles: ['rollout-owner'], rolloutState, followUpSet: true })).toEqual({
        to: 'in-use',
        cameFrom: null,
      });
    }
  });

  it('can be walked from the first step to the last', () => {
    const everything: Facts = {
      roles: HUB,
      fields: SET_UP,
      decisions: { time: 'yes', money: 'yes', 'scale-up': 'yes' },
      experimentConcluded: true,
      lessonWritten: true,
      rolloutState: 'in-use',
      followUpSet: true,
    };
    STATIONS.slice(1).forEach((to, at) => expect(move(STATIONS[at] ?? '', to, everything)).toEqual({ to, cameFrom: null }));
  });

  it('does not skip a station', () => {
    expect(move('submitted', 'explore-set-up', { roles: HUB })).toEqual(['no-transition']);
    expect(move('explore-idea', 'in-use', { roles: HUB })).toEqual(['no-transition']);
  });

  it('goes one step back with a reason, for the hub', () => {
    STATIONS.slice(1).forEach((from, at) => {
      const to = STATIONS[at] ?? '';
      expect(move(from, to, { roles: HUB, reason: 'The need is not clear yet' })).toEqual({ to, cameFrom: null });
      expect(move(from, to, { roles: HUB, reason: ' ' })).toEqual(['reason-given']);
      expect(move(from, to, { roles: ['team', 'owner', 'manager'] })).toEqual(['role-in', 'reason-given']);
    });
    expect(move('pilot', 'explore-idea', { roles: HUB, reason: 'Two at once' })).toEqual(['no-transition']);
  });
});

describe('beside the path', () => {
  const BEFORE_USE = STATIONS.slice(0, -1);
  const parking: Facts = { roles: HUB, reason: 'After the move', returnOn: '2026-04-01', today: '2026-03-31' };
  const stopping: Facts = { roles: HUB, reason: 'It costs more than it gives', lesson: true };

  it.each(BEFORE_USE)('parks from %s with a reason and a day in the future, and comes back by itself on the day', (step) => {
    expect(move(step, 'parked', parking)).toEqual({ to: 'parked', cameFrom: step });
    expect(move(step, 'parked', { roles: HUB })).toEqual(['reason-given', 'return-date-set']);
    expect(move(step, 'parked', { ...parking, returnOn: '2026-03-31' })).toEqual(['return-date-set']);
    expect(move('parked', step, { roles: ['clock'] }, step)).toEqual({ to: step, cameFrom: null });
    expect(move('parked', step, { roles: HUB }, step)).toEqual({ to: step, cameFrom: null });
    expect(move('parked', step, { roles: ['team'] }, step)).toEqual(['role-in']);
  });

  it('comes back to where it was and nowhere else', () => {
    expect(move('parked', 'scale', { roles: HUB }, 'pilot')).toEqual(['no-transition']);
  });

  it.each(BEFORE_USE)('stops from %s with a reason and a lesson, and can be reopened there', (step) => {
    expect(move(step, 'stopped', stopping)).toEqual({ to: 'stopped', cameFrom: step });
    expect(move(step, 'stopped', { ...stopping, roles: ['decision'] })).toEqual({ to: 'stopped', cameFrom: step });
    expect(move(step, 'stopped', { ...stopping, roles: ['manager'] })).toEqual(['role-in']);
    expect(move(step, 'stopped', { roles: HUB })).toEqual(['reason-given', 'lesson-written']);
    expect(move(step, 'stopped', { roles: HUB, reason: 'No effect', lessonWritten: true })).toEqual({ to: 'stopped', cameFrom: step });
    expect(move('stopped', step, { roles: HUB, reason: 'New funds' }, step)).toEqual({ to: step, cameFrom: null });
    expect(move('stopped', step, { roles: HUB }, step)).toEqual(['reason-given']);
    expect(move('stopped', step, { roles: ['decision', 'clock'], reason: 'New funds' }, step)).toEqual(['role-in']);
  });

  it('stops a parked idea, which is reopened on the station it was parked from', () => {
    expect(move('parked', 'stopped', stopping, 'pilot')).toEqual({ to: 'stopped', cameFrom: 'pilot' });
    expect(move('stopped', 'pilot', { roles: HUB, reason: 'New funds' }, 'pilot')).toEqual({ to: 'pilot', cameFrom: null });
  });

  it('neither parks nor stops what is in use', () => {
    expect(move('in-use', 'parked', parking)).toEqual(['no-transition']);
    expect(move('in-use', 'stopped', stopping)).toEqual(['no-transition']);
  });

  it('lets the submitter withdraw while nobody has answered', () => {
    expect(move('submitted', 'withdrawn', { roles: ['employee', 'submitter'] })).toEqual({ to: 'withdrawn', cameFrom: 'submitted' });
    expect(move('submitted', 'withdrawn', { roles: ['hub', 'admin', 'team'] })).toEqual(['role-in']);
    expect(move('explore-idea', 'withdrawn', { roles: ['submitter'] })).toEqual(['no-transition']);
  });

  it.each([...STATIONS, 'parked'])('merges from %s into another idea, for the hub', (step) => {
    expect(move(step, 'merged', { roles: HUB, into: 12 })).toMatchObject({ to: 'merged' });
    expect(move(step, 'merged', { roles: HUB })).toEqual(['merge-target-set']);
    expect(move(step, 'merged', { roles: ['owner'], into: 12 })).toEqual(['role-in']);
  });

  it.each(['withdrawn', 'merged'])('offers no way out of %s', (step) => {
    expect(available(HELSINGBORG, PATHWAY_GUARDS, { step, cameFrom: 'submitted' }, { roles: HUB })).toEqual([]);
  });
});

describe('what is offered', () => {
  it('leaves out what a person is asked for when moving, but not what belongs to other people', () => {
    const offers = available(HELSINGBORG, PATHWAY_GUARDS, { step: 'submitted', cameFrom: null }, { roles: HUB });
    expect(offers.map((it) => [it.transition.key, it.to, it.refusals.map((refusal) => refusal.code)])).toEqual([
      ['accept', 'explore-idea', []],
      ['park', 'parked', []],
      ['stop', 'stopped', []],
      ['withdraw', 'withdrawn', ['role-in']],
      ['merge', 'merged', []],
    ]);
  });

  it('shows the decision as the only thing in the way when it can be asked for', () => {
    const offers = available(HELSINGBORG, PATHWAY_GUARDS, { step: 'explore-idea', cameFrom: null }, { roles: ['team'] });
    expect(offers.find((it) => it.to === 'explore-set-up')?.refusals).toEqual([
      { code: 'decision-made', params: { kind: 'time', state: 'none' } },
    ]);
  });

  it('offers a parked idea the way to where it was', () => {
    const offers = available(HELSINGBORG, PATHWAY_GUARDS, { step: 'parked', cameFrom: 'pilot' }, { roles: HUB });
    expect(offers.map((it) => it.to)).toEqual(['pilot', 'stopped', 'merged']);
  });
});

describe('all moves there are', () => {
  /** The whole table, for an idea that was on the pilot before it went aside. */
  const TABLE: Record<string, string[]> = {
    submitted: ['explore-idea', 'parked', 'stopped', 'withdrawn', 'merged'],
    'explore-idea': ['submitted', 'explore-set-up', 'parked', 'stopped', 'merged'],
    'explore-set-up': ['explore-idea', 'pilot', 'parked', 'stopped', 'merged'],
    pilot: ['explore-set-up', 'scale', 'parked', 'stopped', 'merged'],
    scale: ['pilot', 'in-use', 'parked', 'stopped', 'merged'],
    'in-use': ['scale', 'merged'],
    parked: ['pilot', 'stopped', 'merged'],
    stopped: ['pilot'],
    withdrawn: [],
    merged: [],
  };
  const everything: Facts = {
    roles: ACTOR_ROLES,
    fields: SET_UP,
    reason: 'Because',
    returnOn: '2026-04-01',
    today: '2026-03-31',
    lesson: true,
    into: 12,
    decisions: { time: 'yes', money: 'yes', 'scale-up': 'yes' },
    experimentConcluded: true,
    lessonWritten: true,
    rolloutState: 'in-use',
    followUpSet: true,
  };

  it.each(HELSINGBORG.steps.map((it) => it.key))('from %s are those of the table and no others', (from) => {
    const cameFrom = HELSINGBORG.steps.find((it) => it.key === from)?.kind === 'aside' ? 'pilot' : null;
    const reached = HELSINGBORG.steps.map((it) => it.key).filter((to) => !Array.isArray(move(from, to, everything, cameFrom)));
    expect(reached).toEqual(TABLE[from]);
  });

  it('are closed to whoever has no role', () => {
    for (const { key: from } of HELSINGBORG.steps) {
      for (const { key: to } of HELSINGBORG.steps) {
        const codes = move(from, to, { ...everything, roles: [] }, 'pilot');
        expect([['role-in'], ['no-transition']]).toContainEqual(codes);
      }
    }
  });
});
