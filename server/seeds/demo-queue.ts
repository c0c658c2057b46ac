import type { CastName } from './cast.js';
import type { Scene, Stage } from './storyteller.js';
import type { SubmitIdea } from '#contracts';

const submit = (daysAgo: number, who: CastName, name: string, idea: SubmitIdea): Scene => ({
  daysAgo,
  play: (stage) => stage.submit(who, name, idea),
});

const scene = (daysAgo: number, play: (stage: Stage) => Promise<unknown>): Scene => ({ daysAgo, play });

/** Ideas that wait, are explored, rest or have ended early. */
export const QUEUE: readonly Scene[] = [
  submit(3, 'maja', 'bus-stops', {
    title: 'Green bus stops on Wołoska: shade, a bench and a place for rain',
    need: 'In July the stops on Wołoska are too hot to wait at, and in a cloudburst the pavement floods.',
    proposal: 'Plant the roofs, add a bench with arm rests and let the rain run into the bed behind.',
    beneficiaries: 'Older people, parents with prams',
    tags: ['greenery', 'heat'],
  }),
  submit(11, 'tomek', 'crossings', {
    title: 'Light at the crossings of Wrzeciono street before winter',
    need: 'At four in the afternoon drivers no longer see who stands at the kerb.',
    proposal: 'Move two lamps per crossing from the lawn to the kerb.',
    tags: ['roads', 'safety'],
    challenge: 'way-to-school',
  }),
  submit(4, 'maja', 'repair', {
    title: 'A repair afternoon in every district library',
    need: 'People throw away toasters because nobody shows them how to open one.',
    tags: ['libraries', 'waste'],
  }),
  submit(2, 'tomek', 'quiet-hour', {
    title: 'Quiet hour in the service hall for people who need it',
    need: 'For some of our visitors the noise and the screens make the visit impossible.',
    proposal: 'Wednesdays from two to three: no calls over the loudspeaker, dimmed screens, one person at the door.',
    effectGoal: 'People who avoid us today come by themselves.',
    tags: ['service', 'accessibility'],
  }),
  submit(1, 'maja', 'street-party', {
    title: 'One form instead of four for a street party',
    need: 'Neighbours ask four units for one afternoon, and most give up at the second form.',
    tags: ['service'],
  }),
  submit(2, 'maja', 'benches', {
    title: 'Więcej ławek w cieniu przy przystankach i wzdłuż drogi do przychodni na Wołoskiej',
    need: 'Osoby starsze nie mają gdzie odpocząć w drodze do lekarza.',
    language: 'pl',
    tags: ['zieleń', 'seniorzy'],
  }),

  submit(24, 'maja', 'child-height', {
    title: 'Measure air at child height along school routes',
    need: 'Our stations measure at three metres; children breathe at one.',
    proposal: 'Carry six sensors on school bags along three routes for a month.',
    effectGoal: 'We know which of the routes to change first.',
    tags: ['environment', 'schools'],
    challenge: 'way-to-school',
  }),
  scene(22, (stage) => stage.move('hanna', 'child-height', 'explore-idea', 'We have looked for this number for a year.')),
  scene(21, (stage) => stage.join('tomek', 'child-height')),
  scene(5, (stage) =>
    stage.ask('hanna', 'child-height', 'time', 'oskar', 9, 'Two days a week of Maja and Tomek, until the end of the term.'),
  ),

  submit(19, 'tomek', 'dust-text', {
    title: 'Text message when the dust level will be high tomorrow',
    need: 'People with asthma hear of a bad day when it is there.',
    tags: ['health'],
    challenge: 'way-to-school',
  }),
  scene(17, (stage) => stage.move('hanna', 'dust-text', 'explore-idea')),

  submit(40, 'maja', 'school-street', {
    title: 'School street closed to cars for the first half hour',
    need: 'Most near misses in front of the school happen between 7:40 and 8:10.',
    proposal: 'Two posts and two parents, each morning, for half an hour.',
    tags: ['education', 'roads'],
  }),
  scene(38, (stage) => stage.move('hanna', 'school-street', 'explore-idea')),
  scene(36, (stage) => stage.ask('maja', 'school-street', 'time', 'oskar', 7)),
  scene(33, (stage) => stage.decide('oskar', 'school-street', 'yes', 'A small thing to try, and we can stop any morning.')),
  scene(14, (stage) =>
    stage.edit('maja', 'school-street', {
      effectGoal: 'Half as many near misses in the first half hour.',
      schedule: 'Six weeks after the winter break',
      costEstimate: '1,200 for posts and vests',
      testGroup: 'One school, about 400 children',
      partners: 'The parents’ council',
    }),
  ),
  scene(6, (stage) => stage.ask('maja', 'school-street', 'money', 'irena', 12, 'The posts exist already; vests and paint are new.')),

  submit(35, 'tomek', 'stoves', {
    title: 'Wood stove exchange with a neighbour who has done it',
    need: 'Letters about stoves are not read; a neighbour who already heats without smoke is listened to.',
    tags: ['environment'],
  }),
  scene(33, (stage) => stage.move('hanna', 'stoves', 'explore-idea')),
  scene(31, (stage) => stage.ask('tomek', 'stoves', 'time', 'oskar', 10)),
  scene(27, (stage) => stage.decide('oskar', 'stoves', 'yes', 'Take a day a week and find five neighbours.')),

  submit(30, 'tomek', 'cargo-bikes', {
    title: 'Cargo bikes for caretakers instead of vans',
    need: 'Most trips between our buildings are under two kilometres, with one tool box.',
    tags: ['facilities'],
  }),
  scene(28, (stage) => stage.move('hanna', 'cargo-bikes', 'explore-idea')),
  scene(20, (stage) =>
    stage.move('hanna', 'cargo-bikes', 'parked', 'The garages are being rebuilt; we come back to it when they are open.', {
      returnOn: stage.day(55),
    }),
  ),

  submit(26, 'maja', 'umbrella', {
    title: 'Umbrellas to borrow at the town hall',
    need: 'Visitors get wet between the two entrances.',
  }),
  scene(25, (stage) => stage.move('maja', 'umbrella', 'withdrawn')),

  submit(9, 'tomek', 'shade', {
    title: 'Shade for people who wait for the bus',
    need: 'It is too hot at the stops.',
    tags: ['heat'],
  }),
  scene(2, (stage) =>
    stage.move('hanna', 'shade', 'merged', 'The same stops, and the other idea also thinks of the rain.', { into: 'bus-stops' }),
  ),

  submit(8, 'nikos', 'winter-swim', {
    title: 'Varma omklädningsrum vid vinterbadet, öppna med samma kort som biblioteket',
    need: 'Många slutar bada när det blir kallt att byta om.',
    language: 'sv',
    tags: ['fritid'],
  }),
  submit(15, 'nikos', 'forms', {
    title: 'Läs upp blanketten: en röst som hjälper till med våra tio vanligaste ärenden',
    need: 'Den som läser långsamt ger upp halvvägs.',
    language: 'sv',
    tags: ['service'],
  }),
  scene(13, (stage) => stage.move('elin', 'forms', 'explore-idea', 'Vi tar med kundtjänst från början.')),
];
