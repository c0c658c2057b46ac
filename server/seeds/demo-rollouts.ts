import type { CastName } from './cast.js';
import type { Scene, Scores, Stage } from './storyteller.js';

const scene = (daysAgo: number, play: (stage: Stage) => Promise<unknown>): Scene => ({ daysAgo, play });

/** Sensors on trucks: being rolled out. */
const SENSORS: Pilot = {
  who: 'tomek',
  title: 'Air sensors on the refuse trucks',
  need: 'Our six stations say nothing about the side streets.',
  tags: ['waste', 'environment'],
  effectGoal: 'A fresh value for every street each week.',
  question: 'Do trucks bring a value from every street?',
  metric: 'Share of streets with a value in the week',
  group: 'Streets of one district',
  place: 'Bielany',
  measurements: [
    [131, 140],
    [135, 140],
  ],
  since: 63,
  unit: 'Waste and environment',
  expectedEffect: { value: 90, unit: '% of streets' },
  milestones: ['Every driver has been shown how to clean the sensor', 'Half of the trucks carry one'],
  panel: {
    hanna: { desirability: 4, feasibility: 5, viability: 4, evidence: 5 },
    irena: {
      desirability: 3,
      feasibility: 4,
      viability: 2,
      evidence: 4,
      notes: { viability: 'Sensors wear out. Nobody has told me who pays for the next ones.' },
    },
    piotr: {
      desirability: 5,
      feasibility: 2,
      viability: 4,
      evidence: null,
      notes: { feasibility: 'The trucks send their values once a day; our system waits for them each hour.' },
    },
  },
};

/** Firewood advice: in use. */
const FIREWOOD: Pilot = {
  who: 'maja',
  title: 'Low-smoke firewood advice with the chimney sweep',
  need: 'Wet wood makes a third of our winter smoke, and nobody measures their wood.',
  tags: ['health'],
  effectGoal: 'Homes that were visited burn dry wood.',
  question: 'Do visited homes burn dry wood?',
  metric: 'Share of homes with wood below 20 % moisture',
  group: 'Homes the sweep visits',
  place: 'Two streets of small houses',
  measurements: [
    [58, 64],
    [55, 60],
  ],
  since: 70,
  unit: 'Health',
  expectedEffect: { value: 70, unit: '% of homes' },
  milestones: ['All four sweeps have a meter', 'Every home with a stove has been visited once'],
};

interface Pilot {
  readonly who: 'maja' | 'tomek';
  readonly title: string;
  readonly need: string;
  readonly tags: string[];
  readonly effectGoal: string;
  readonly question: string;
  readonly metric: string;
  readonly group: string;
  readonly place: string;
  readonly measurements: readonly (readonly [number, number])[];
  readonly since: number;
  readonly unit: string;
  readonly expectedEffect: { readonly value: number; readonly unit: string };
  readonly milestones: readonly [first: string, second: string];
  /** Who scored the scale-up, and how; nobody where it needed no panel. */
  readonly panel?: Readonly<Partial<Record<CastName, Scores>>>;
}

/** A pilot from its first thought to its scale-up. */
function pilotThatWorked(name: string, pilot: Pilot): Scene[] {
  const { who, since } = pilot;
  const panel = Object.entries(pilot.panel ?? {}) as [CastName, Scores][];
  const lesson = {
    observed: 'It worked from the first week.',
    learned: 'It costs the people who do it a few minutes a day.',
    therefore: 'Make it part of their round.',
  };
  return [
    scene(since, (stage) => stage.submit(who, name, { title: pilot.title, need: pilot.need, tags: pilot.tags })),
    scene(since - 2, (stage) => stage.move('hanna', name, 'explore-idea')),
    scene(since - 3, (stage) => stage.ask('hanna', name, 'time', 'oskar', 7)),
    scene(since - 6, (stage) => stage.decide('oskar', name, 'yes', 'Worth finding out.')),
    scene(since - 8, (stage) =>
      stage.edit(who, name, {
        effectGoal: pilot.effectGoal,
        schedule: 'Four weeks',
        costEstimate: 'Under 3,000',
        testGroup: pilot.group,
        partners: 'none',
        owner: who,
      }),
    ),
    scene(since - 9, (stage) => stage.ask(who, name, 'money', 'irena', 7)),
    scene(since - 12, (stage) => stage.decide('irena', name, 'yes', 'The budget has room for it.')),
    scene(since - 13, (stage) =>
      stage.plan(who, name, {
        title: pilot.question,
        card: {
          hypothesis: pilot.effectGoal,
          method: 'Count each week.',
          metric: pilot.metric,
          kind: 'proportion',
          baseline: 0.4,
          direction: 'at-least',
          threshold: 0.8,
          confidence: 95,
          group: pilot.group,
          place: pilot.place,
          startsOn: stage.day(1),
          endsOn: stage.day(28),
          costCap: { amount: 3000, currency: 'PLN' },
          risks: 'It may take longer than the round allows.',
          personalData: false,
          participantInformation: 'A notice in the district paper.',
        },
      }),
    ),
    scene(since - 14, (stage) => stage.moveExperiment(who, name, 'running')),
    ...pilot.measurements.map(([successes, total], index) =>
      scene(since - 22 - index * 7, (stage: Stage) => stage.measure(who, name, successes, total)),
    ),
    scene(since - 31, (stage) => stage.moveExperiment(who, name, 'measured')),
    scene(since - 32, (stage) =>
      stage.moveExperiment(who, name, 'concluded', { result: 'Well beyond the threshold, in both weeks.', lesson }),
    ),
    scene(since - 33, (stage) =>
      stage.ask(
        who,
        name,
        'scale-up',
        'oskar',
        10,
        undefined,
        panel.map(([member]) => member),
      ),
    ),
    ...panel.map(([member, scores]) => scene(since - 35, (stage: Stage) => stage.score(member, name, scores))),
    scene(since - 37, (stage) => stage.decide('oskar', name, 'yes', 'It works and costs little: everywhere, then.')),
    scene(since - 40, (stage) => stage.planRollout('hanna', name, planned(stage, pilot))),
    scene(since - 42, (stage) => stage.moveRollout(who, name, 'under-way')),
  ];
}

/** The plan of a rollout; days count from the day on which it was made, also when some of it is done. */
function planned(stage: Stage, { who, unit, expectedEffect, milestones: [first, second] }: Pilot, age = 0, done: readonly number[] = []) {
  const milestone = (title: string, on: number, at: number) => ({
    title,
    on: stage.day(on - age),
    doneOn: done[at] === undefined ? null : stage.pastDay(done[at] - age),
  });
  return {
    unit,
    owner: who,
    milestones: [milestone(first, 14, 0), milestone(second, 60, 1)],
    expectedEffect: { ...expectedEffect, by: stage.day(160 - age), direction: 'at-least' as const },
    followUpOn: stage.day(150 - age),
  };
}

/** A shelf at the yard: scaled up, in use, and followed up with what came of it. */
const SHELF: Pilot = {
  who: 'maja',
  title: 'A second-hand shelf at the recycling yard',
  need: 'A third of what people bring to the yard still works, and we pay to have it crushed.',
  tags: ['waste'],
  effectGoal: 'Four of five things that still work find somebody who wants them.',
  question: 'Do people take home what others bring?',
  metric: 'Share of things taken within a week',
  group: 'Things put on the shelf',
  place: 'The yard at Kampinoska',
  measurements: [
    [88, 96],
    [101, 112],
  ],
  since: 205,
  unit: 'Waste and environment',
  expectedEffect: { value: 6, unit: 'tonnes a month kept in use' },
  milestones: ['The yard at Kampinoska opens its shelf for good', 'All three yards have one'],
};

/** Pilots that were scaled up: being rolled out, and in use. */
export const ROLLOUTS: readonly Scene[] = [
  ...pilotThatWorked('sensors', SENSORS),
  scene(10, (stage) => stage.planRollout('tomek', 'sensors', planned(stage, SENSORS, 13, [12]))),
  ...pilotThatWorked('firewood', FIREWOOD),
  scene(13, (stage) => stage.planRollout('maja', 'firewood', planned(stage, FIREWOOD, 17, [9, 16]))),
  scene(12, (stage) => stage.moveRollout('maja', 'firewood', 'in-use')),
  scene(11, (stage) => stage.move('hanna', 'firewood', 'in-use')),
  ...pilotThatWorked('shelf', SHELF),
  scene(100, (stage) => stage.planRollout('maja', 'shelf', planned(stage, SHELF, 65, [14, 63]))),
  scene(99, (stage) => stage.moveRollout('maja', 'shelf', 'in-use')),
  scene(98, (stage) => stage.move('hanna', 'shelf', 'in-use')),
  scene(15, (stage) =>
    stage.moveRollout('maja', 'shelf', 'followed-up', {
      value: 7.4,
      note: 'Weighed at all three yards for four weeks. Furniture goes first, lamps hardly at all.',
    }),
  ),
];
