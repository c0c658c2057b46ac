import type { GuardUse, PathwayDefinition, PathwayTransition } from '../../../workflow/index.js';
import { WHERE_IT_WAS } from '../../../workflow/index.js';
import { backTo, PATHWAY_NAME, STEP_HINTS, STEP_NAMES, TRANSITION_NAMES } from './helsingborg.names.js';

type StepKey = keyof typeof STEP_NAMES;

const STATIONS = ['submitted', 'explore-idea', 'explore-set-up', 'pilot', 'scale', 'in-use'] as const satisfies readonly StepKey[];
const BEFORE_USE = ['submitted', 'explore-idea', 'explore-set-up', 'pilot', 'scale'] as const satisfies readonly StepKey[];

/** The steps of Helsingborg's innovation work with its three decisions, time, money and scale-up. */
export const HELSINGBORG: PathwayDefinition = {
  key: 'helsingborg',
  names: PATHWAY_NAME,
  steps: [
    { ...named('submitted'), kind: 'station', workingDays: 5 },
    { ...named('explore-idea'), kind: 'station', workingDays: 20 },
    { ...named('explore-set-up'), kind: 'station', workingDays: 20 },
    { ...named('pilot'), kind: 'station', workingDays: null, due: { kind: 'experiment-end' } },
    { ...named('scale'), kind: 'station', workingDays: null },
    { ...named('in-use'), kind: 'station', end: true, workingDays: null },
    { ...named('parked'), kind: 'aside', workingDays: null },
    { ...named('stopped'), kind: 'aside', end: true, workingDays: null },
    { ...named('withdrawn'), kind: 'aside', end: true, workingDays: null },
    { ...named('merged'), kind: 'aside', end: true, workingDays: null },
  ],
  transitions: [
    {
      key: 'accept',
      names: TRANSITION_NAMES.accept,
      from: ['submitted'],
      to: 'explore-idea',
      direction: 'forward',
      asks: [],
      guards: [roleIn('hub')],
    },
    {
      key: 'give-time',
      names: TRANSITION_NAMES['give-time'],
      from: ['explore-idea'],
      to: 'explore-set-up',
      direction: 'forward',
      asks: [],
      decision: 'time',
      guards: [roleIn('team', 'hub', 'decision'), decisionMade('time')],
    },
    {
      key: 'give-money',
      names: TRANSITION_NAMES['give-money'],
      from: ['explore-set-up'],
      to: 'pilot',
      direction: 'forward',
      asks: [],
      decision: 'money',
      guards: [
        roleIn('team', 'hub', 'decision'),
        use('effect-goal-set'),
        fieldFilled('schedule'),
        fieldFilled('costEstimate'),
        fieldFilled('testGroup'),
        fieldFilled('partners'),
        decisionMade('money'),
      ],
    },
    {
      key: 'scale-up',
      names: TRANSITION_NAMES['scale-up'],
      from: ['pilot'],
      to: 'scale',
      direction: 'forward',
      asks: [],
      decision: 'scale-up',
      guards: [roleIn('team', 'hub', 'decision'), use('experiment-concluded'), use('lesson-written'), decisionMade('scale-up')],
    },
    {
      key: 'put-into-use',
      names: TRANSITION_NAMES['put-into-use'],
      from: ['scale'],
      to: 'in-use',
      direction: 'forward',
      asks: [],
      guards: [roleIn('hub', 'rollout-owner'), use('rollout-in-state', { state: 'in-use' }), use('follow-up-set')],
    },
    ...waysBack(),
    {
      key: 'park',
      names: TRANSITION_NAMES.park,
      from: BEFORE_USE,
      to: 'parked',
      direction: 'aside',
      asks: ['reason', 'returnOn'],
      guards: [roleIn('hub'), use('reason-given'), use('return-date-set')],
    },
    {
      key: 'resume',
      names: TRANSITION_NAMES.resume,
      from: ['parked'],
      to: WHERE_IT_WAS,
      direction: 'back',
      asks: [],
      guards: [roleIn('hub', 'clock')],
    },
    {
      key: 'stop',
      names: TRANSITION_NAMES.stop,
      from: [...BEFORE_USE, 'parked'],
      to: 'stopped',
      direction: 'aside',
      asks: ['reason', 'lesson'],
      guards: [roleIn('hub', 'decision'), use('reason-given'), use('lesson-given')],
    },
    {
      key: 'reopen',
      names: TRANSITION_NAMES.reopen,
      from: ['stopped'],
      to: WHERE_IT_WAS,
      direction: 'back',
      asks: ['reason'],
      guards: [roleIn('hub'), use('reason-given')],
    },
    {
      key: 'withdraw',
      names: TRANSITION_NAMES.withdraw,
      from: ['submitted'],
      to: 'withdrawn',
      direction: 'aside',
      asks: [],
      guards: [roleIn('submitter')],
    },
    {
      key: 'merge',
      names: TRANSITION_NAMES.merge,
      from: [...STATIONS, 'parked'],
      to: 'merged',
      direction: 'aside',
      asks: ['into'],
      guards: [roleIn('hub'), use('merge-target-set')],
    },
  ],
};

/** Any step to the one before it. */
function waysBack(): PathwayTransition[] {
  return STATIONS.slice(1).flatMap((from, at): PathwayTransition[] => {
    const to = STATIONS[at];
    if (to === undefined) return [];
    const guards = [roleIn('hub'), use('reason-given')];
    return [{ key: `back-to-${to}`, names: backTo(to), from: [from], to, direction: 'back', asks: ['reason'], guards }];
  });
}

function named(key: StepKey) {
  return { key, names: STEP_NAMES[key], hint: STEP_HINTS[key] };
}

function use(guard: string, params: GuardUse['params'] = {}): GuardUse {
  return { guard, params };
}

function roleIn(...roles: string[]): GuardUse {
  return use('role-in', { roles });
}

function fieldFilled(field: string): GuardUse {
  return use('field-filled', { field });
}

function decisionMade(kind: string): GuardUse {
  return use('decision-made', { kind });
}
