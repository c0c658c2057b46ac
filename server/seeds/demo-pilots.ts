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
        costCap: { amount: 4800, currency: 'PLN' },
        risks: 'The ivy may dry up in the first weeks.',
        personalData: false,
        participantInformation: 'A sign at the gate of the nursery says what is measured.',
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
  scene(4, (stage) =>
    stage.ask('tomek', 'ivy', 'scale-up', 'irena', 8, 'Eleven more nurseries lie on busy streets.', ['oskar', 'hanna', 'piotr']),
  ),
  scene(3, (stage) =>
    stage.score('oskar', 'ivy', {
      desirability: 5,
      feasibility: 4,
      viability: 4,
      evidence: 5,
      notes: { feasibility: 'The parks department can plant eleven yards in one spring.' },
    }),
  ),
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
        startsOn: stage.day(6),
        endsOn: stage.day(50),
        costCap: { amount: 2300, currency: 'PLN' },
        risks: 'The halls may be slept in.',
        personalData: true,
        legalBasis: 'A task in the public interest; the clinic hands over numbers only.',
        dataProtectionContact: 'The data protection officer of the clinic',
        participantInformation: 'A line in the letter that reminds of the appointment.',
      },
    }),
  ),
  scene(30, (stage) => stage.moveExperiment('tomek', 'warm-stops', 'running')),
  scene(27, (stage) => stage.measure('tomek', 'warm-stops', 21, 26, 'The first cold days')),
  scene(24, (stage) =>
    stage.observe(
      'tomek',
      'warm-stops',
      'Five people were at the door when the hall at Szpitalna opened; the driver of line 6 had told them.',
    ),
  ),
  scene(23, (stage) => stage.measure('tomek', 'warm-stops', 26, 29)),
  scene(20, (stage) => stage.measure('tomek', 'warm-stops', 22, 31)),
  scene(18, (stage) =>
    stage.correct(
      'tomek',
      'warm-stops',
      { successes: 28, total: 31 },
      'The clinic had counted six visits as missed that it had moved itself.',
    ),
  ),
  scene(16, (stage) => stage.measure('tomek', 'warm-stops', 32, 34)),
  scene(14, (stage) =>
    stage.amend(
      'tomek',
      'warm-stops',
      'The second hall could only be opened from the third week on; one more week gives it the days it lacks.',
      { endsOn: stage.day(35), costCap: { amount: 2600, currency: 'PLN' } },
    ),
  ),
  scene(13, (stage) => stage.measure('tomek', 'warm-stops', 30, 32, 'Both halls open')),
  scene(10, (stage) =>
    stage.involve('tomek', 'warm-stops', {
      who: 'Patients of the clinic who come by tram',
      count: 14,
      how: 'A talk over tea in the ticket hall at Szpitalna',
      heard: 'The bench matters as much as the heat. Three would come on colder days if the hall opened at six.',
    }),
  ),
  scene(9, (stage) => stage.measure('tomek', 'warm-stops', 35, 36, 'Colder than the weeks before')),
  scene(6, (stage) => stage.measure('tomek', 'warm-stops', 31, 33)),
  scene(4, (stage) =>
    stage.observe('tomek', 'warm-stops', 'Nobody has slept in the halls so far. The person on duty reads a book most of the hour.'),
  ),
  scene(2, (stage) => stage.measure('tomek', 'warm-stops', 36, 37)),
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
        costCap: { amount: 150, currency: 'PLN' },
        risks: 'Drivers may answer rudely.',
        personalData: false,
        participantInformation: 'A letter to all parents of the school.',
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
        learned: 'The street itself has to say it. Vests, signs and training for all thirty schools need not be bought.',
        therefore: 'What was learned goes into the school street.',
        saved: { amount: 36000, currency: 'PLN' },
      },
    }),
  ),
];

/** Pilots: waiting for a decision, under way, stopped with a lesson. */
export const PILOTS: readonly Scene[] = [...IVY, ...WARM_STOPS, ...DROP_OFF];
