import type { Scene, Stage } from './storyteller.js';

const scene = (daysAgo: number, play: (stage: Stage) => Promise<unknown>): Scene => ({ daysAgo, play });

/** A screen of ivy: measured and met, its scale-up decision waits. */
const IVY: readonly Scene[] = [
  scene(64, (stage) =>
    stage.submit('maja', 'ivy', {
      title: 'Ivy screens by the nursery playground',
      need: 'The playground lies two metres beside the busiest street of the district.',
      proposal: 'A two-metre screen of ivy along the street side of the yard.',
      beneficiaries: '120 children and the people who work with them',
      tags: ['greenery', 'air'],
    }),
  ),
  scene(62, (stage) => stage.move('hanna', 'ivy', 'explore-idea', 'Cheap, reversible, and the nursery wants it.')),
  scene(61, (stage) => stage.join('tomek', 'ivy')),
  scene(60, (stage) => stage.ask('hanna', 'ivy', 'time', 'oskar', 10)),
  scene(58, (stage) => stage.decide('oskar', 'ivy', 'yes', 'Take two days a week until the screens stand.')),
  scene(55, (stage) =>
    stage.edit('maja', 'ivy', {
      effectGoal: 'On four days out of five the dust in the yard stays below the limit.',
      schedule: 'Six weeks in autumn',
      costEstimate: '4,800 for plants and frames',
      testGroup: 'Two yards on the street side',
      partners: 'The nursery, the parks department',
      owner: 'tomek',
    }),
  ),
  scene(54, (stage) => stage.ask('tomek', 'ivy', 'money', 'oskar', 10, 'The frames can be used again elsewhere.')),
  scene(51, (stage) => stage.decide('oskar', 'ivy', 'yes', 'Cheap, reversible, and we learn.')),
  scene(50, (stage) =>
    stage.plan('tomek', 'ivy', {
      title: 'Does a green screen keep dust out of the yard?',
      card: {
        hypothesis: 'A two-metre ivy screen on the street side keeps the dust in the yard below the limit on most days.',
        method: 'A sensor in each of two yards behind a screen, read every working day.',
        metric: 'Share of days below 25 µg/m³',
        kind: 'proportion',
        baseline: 0.52,
        direction: 'at-least',
        threshold: 0.7,
        confidence: 95,
        group: 'Two yards on the street side',
        place: 'Wrzeciono nursery',
        startsOn: stage.day(1),
        endsOn: stage.day(43),
      },
    }),
  ),
  scene(49, (stage) => stage.moveExperiment('tomek', 'ivy', 'running')),
  scene(35, (stage) => stage.measure('tomek', 'ivy', 17, 20, 'The first two weeks')),
  scene(21, (stage) => stage.measure('tomek', 'ivy', 18, 20)),
  scene(8, (stage) => stage.measure('tomek', 'ivy', 17, 19, 'One sensor was out for a day')),
  scene(7, (stage) => stage.moveExperiment('tomek', 'ivy', 'measured')),
  scene(6, (stage) =>
    stage.moveExperiment('tomek', 'ivy', 'concluded', {
      result: 'Behind the screens the dust stayed below the limit on 52 of 59 days; before, on about half of them.',
      lesson: {
        observed: 'The screens work from the second week on, when the gap below the frames is closed.',
        learned: 'The frame must reach the ground; watering took less time than feared.',
        therefore: 'Close the gap from the start, and let the nursery water.',
      },
    }),
  ),
  scene(4, (stage) => stage.ask('tomek', 'ivy', 'scale-up', 'irena', 8, 'Eleven more nurseries lie on busy streets.')),
];

/** Warm tram stops: a pilot under way. */
const WARM_STOPS: readonly Scene[] = [
  scene(48, (stage) =>
    stage.submit('tomek', 'warm-stops', {
      title: 'Warm waiting rooms at two tram stops on cold mornings',
      need: 'On cold mornings people with poor health stay at home and miss their appointments.',
      proposal: 'Open the ticket halls of two stops an hour earlier and heat them.',
      tags: ['roads', 'health'],
    }),
  ),
  scene(46, (stage) => stage.move('hanna', 'warm-stops', 'explore-idea')),
  scene(45, (stage) => stage.ask('tomek', 'warm-stops', 'time', 'oskar', 8)),
  scene(43, (stage) => stage.decide('oskar', 'warm-stops', 'yes', 'Before the frost comes, please.')),
  scene(41, (stage) =>
    stage.edit('tomek', 'warm-stops', {
      effectGoal: 'Nine out of ten booked visits of the clinic take place on cold days too.',
      schedule: 'Five weeks from the first frost',
      costEstimate: '2,300 for heating and one person',
      testGroup: 'Patients of one clinic between two stops',
      partners: 'The tram company, the clinic',
    }),
  ),
  scene(40, (stage) => stage.ask('tomek', 'warm-stops', 'money', 'irena', 8)),
  scene(37, (stage) => stage.decide('irena', 'warm-stops', 'yes', 'The sum is small and the question is good.')),
  scene(36, (stage) =>
    stage.plan('tomek', 'warm-stops', {
      title: 'Do warm stops keep appointments?',
      card: {
        hypothesis: 'With warm waiting rooms people keep their appointments on cold mornings.',
        method: 'The clinic counts booked and kept appointments before nine, on days below zero.',
        metric: 'Share of kept appointments',
        kind: 'proportion',
        baseline: 0.78,
        direction: 'at-least',
        threshold: 0.9,
        confidence: 95,
        group: 'Appointments before nine',
        place: 'Stops Szpitalna and Rynek',
        startsOn: stage.day(8),
        endsOn: stage.day(50),
      },
    }),
  ),
  scene(30, (stage) => stage.moveExperiment('tomek', 'warm-stops', 'running')),
  scene(17, (stage) => stage.measure('tomek', 'warm-stops', 44, 50)),
  scene(3, (stage) => stage.measure('tomek', 'warm-stops', 46, 52, 'Colder than the weeks before')),
];

/** A drop-off zone: not met, stopped, and the lesson stays. */
const DROP_OFF: readonly Scene[] = [
  scene(59, (stage) =>
    stage.submit('maja', 'drop-off', {
      title: 'Idle-free drop-off zone with parents as hosts',
      need: 'Engines run in front of the school for ten minutes each morning.',
      proposal: 'Two parents in vests ask drivers to switch off.',
      tags: ['education', 'air'],
    }),
  ),
  scene(57, (stage) => stage.move('hanna', 'drop-off', 'explore-idea')),
  scene(56, (stage) => stage.ask('maja', 'drop-off', 'time', 'oskar', 7)),
  scene(54, (stage) => stage.decide('oskar', 'drop-off', 'yes', 'Try it with the parents who asked for it.')),
  scene(52, (stage) =>
    stage.edit('maja', 'drop-off', {
      effectGoal: 'Three of four drivers switch off.',
      schedule: 'Three weeks',
      costEstimate: '150 for vests and a sign',
      testGroup: 'One school gate',
      partners: 'none',
    }),
  ),
  scene(51, (stage) => stage.ask('maja', 'drop-off', 'money', 'oskar', 5)),
  scene(50, (stage) => stage.decide('oskar', 'drop-off', 'yes', 'For 150 we can afford to be wrong.')),
  scene(49, (stage) =>
    stage.plan('maja', 'drop-off', {
      title: 'Do drivers switch off when a parent asks?',
      card: {
        hypothesis: 'When parents ask, three of four drivers switch off.',
        method: 'Count stopping cars, and those that switch off, on ten mornings.',
        metric: 'Share of cars that switch off',
        kind: 'proportion',
        baseline: 0.2,
        direction: 'at-least',
        threshold: 0.75,
        confidence: 95,
        group: 'Cars at one gate',
        place: 'School 12, north gate',
        startsOn: stage.day(2),
        endsOn: stage.day(24),
      },
    }),
  ),
  scene(47, (stage) => stage.moveExperiment('maja', 'drop-off', 'running')),
  scene(36, (stage) => stage.measure('maja', 'drop-off', 61, 140)),
  scene(27, (stage) => stage.measure('maja', 'drop-off', 48, 123)),
  scene(26, (stage) => stage.moveExperiment('maja', 'drop-off', 'measured')),
  scene(25, (stage) =>
    stage.moveExperiment('maja', 'drop-off', 'concluded', {
      result: '109 of 263 cars switched off: far from three of four.',
      lesson: {
        observed: 'Drivers who were asked twice drove on to the next corner.',
        learned: 'Being asked by other parents embarrasses more than it convinces.',
        therefore: 'Change the place, not the people: try the closed school street.',
      },
    }),
  ),
  scene(24, (stage) =>
    stage.move('hanna', 'drop-off', 'stopped', 'It did not work, we know why, and the school street takes it up.', {
      lesson: {
        observed: 'A friendly request was not enough.',
        learned: 'The street itself has to say it.',
        therefore: 'What was learned goes into the school street.',
      },
    }),
  ),
];

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

/** Pilots: waiting for a decision, under way, stopped with a lesson, rolled out, in use. */
export const PILOTS: readonly Scene[] = [
  ...IVY,
  ...WARM_STOPS,
  ...DROP_OFF,
  ...SENSORS,
  ...FIREWOOD,
  scene(12, (stage) => stage.moveRollout('maja', 'firewood', 'in-use')),
  scene(11, (stage) => stage.move('hanna', 'firewood', 'in-use')),
];
