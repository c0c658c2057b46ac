import type { Scene, Stage } from './storyteller.js';

const scene = (daysAgo: number, play: (stage: Stage) => Promise<unknown>): Scene => ({ daysAgo, play });

/** Sensors on trucks: being rolled out. */
const SENSORS: readonly Scene[] = pilotThatWorked('sensors', {
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
});

/** Firewood advice: in use. */
const FIREWOOD: readonly Scene[] = pilotThatWorked('firewood', {
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
});

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
}

/** A pilot from its first thought to its scale-up. */
function pilotThatWorked(name: string, pilot: Pilot): Scene[] {
  const { who, since } = pilot;
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
    scene(since - 33, (stage) => stage.ask(who, name, 'scale-up', 'oskar', 10)),
    scene(since - 37, (stage) => stage.decide('oskar', name, 'yes', 'It works and costs little: everywhere, then.')),
    scene(since - 40, (stage) =>
      stage.planRollout('hanna', name, {
        unit: 'Waste and environment',
        owner: who,
        milestones: [
          { title: 'Everybody who does it has been shown how', on: stage.day(14) },
          { title: 'Half of the city', on: stage.day(60) },
        ],
        expectedEffect: { value: 90, unit: '% of the city', by: stage.day(120), direction: 'at-least' },
        followUpOn: stage.day(150),
      }),
    ),
    scene(since - 42, (stage) => stage.moveRollout(who, name, 'under-way')),
  ];
}

/** Pilots that were scaled up: being rolled out, and in use. */
export const ROLLOUTS: readonly Scene[] = [
  ...SENSORS,
  ...FIREWOOD,
  scene(12, (stage) => stage.moveRollout('maja', 'firewood', 'in-use')),
  scene(11, (stage) => stage.move('hanna', 'firewood', 'in-use')),
];
