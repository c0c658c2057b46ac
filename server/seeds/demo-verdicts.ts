import type { CastName } from './cast.js';
import type { Scene, Stage } from './storyteller.js';

const scene = (daysAgo: number, play: (stage: Stage) => Promise<unknown>): Scene => ({ daysAgo, play });

/** Lamps in the park: not met and scaled up all the same, in use, and the day of the follow-up has passed. */
const LAMPS: readonly Scene[] = [
  ...explored('lamps', 168, {
    title: 'Lamps in Kępa park that wake when somebody comes',
    need: 'The park is lit all night for nobody, and dark at the one path that people use.',
    effectGoal: 'Three of four who walk there after dark say that they would come again alone.',
    schedule: 'Four weeks in spring',
    costEstimate: '9,000 for twelve sensors',
    testGroup: 'People on the path between eight and ten in the evening',
    partners: 'The parks department',
    tags: ['safety', 'energy'],
  }),
  scene(152, (stage) =>
    stage.plan('tomek', 'lamps', {
      title: 'Do people walk again where lamps wake?',
      card: {
        hypothesis: 'With lamps that wake, three of four would come again alone.',
        method: 'Ask everybody who passes on eight evenings.',
        metric: 'Share of those who would come again alone',
        kind: 'proportion',
        baseline: 0.45,
        direction: 'at-least',
        threshold: 0.75,
        confidence: 95,
        group: 'People on the path after dark',
        place: 'Kępa park, the path to the tram',
        startsOn: stage.day(1),
        endsOn: stage.day(29),
        costCap: { amount: 9000, currency: 'PLN' },
        risks: 'A lamp that wakes late frightens more than none.',
        personalData: false,
        participantInformation: 'A sign at both ends of the path.',
      },
    }),
  ),
  scene(151, (stage) => stage.moveExperiment('tomek', 'lamps', 'running')),
  scene(144, (stage) => stage.measure('tomek', 'lamps', 29, 47)),
  scene(137, (stage) => stage.measure('tomek', 'lamps', 31, 52)),
  scene(130, (stage) => stage.measure('tomek', 'lamps', 37, 58)),
  scene(124, (stage) => stage.measure('tomek', 'lamps', 28, 44, 'Two evenings of rain')),
  scene(123, (stage) => stage.moveExperiment('tomek', 'lamps', 'measured')),
  scene(122, (stage) =>
    stage.moveExperiment('tomek', 'lamps', 'concluded', {
      result: '125 of 201 would come again alone: more than before, fewer than we had hoped for.',
      lesson: {
        observed: 'Where the next lamp woke before people reached it, nearly all felt safe.',
        learned: 'It is the dark ahead that counts, not the light above.',
        therefore: 'Let each sensor wake two lamps, and ask again.',
      },
    }),
  ),
  scene(121, (stage) => stage.ask('tomek', 'lamps', 'scale-up', 'irena', 8)),
  scene(117, (stage) =>
    stage.decide('irena', 'lamps', 'yes', 'We put the lamps in the whole park, with two that wake at a time.', {
      explanation:
        'The threshold was not reached, but nobody felt less safe than before and the park needs 60 % less electricity. That alone pays for the sensors within two years.',
    }),
  ),
  scene(115, (stage) =>
    stage.planRollout('hanna', 'lamps', {
      unit: 'Roads',
      owner: 'tomek',
      milestones: [
        { title: 'Each sensor of the path wakes two lamps', on: stage.day(21), doneOn: null },
        { title: 'The whole park', on: stage.day(50), doneOn: null },
      ],
      expectedEffect: { value: 1200, unit: 'kWh a month', by: stage.day(100), direction: 'at-most' },
      followUpOn: stage.day(105),
    }),
  ),
  scene(113, (stage) => stage.moveRollout('tomek', 'lamps', 'under-way')),
  scene(60, (stage) =>
    stage.planRollout('tomek', 'lamps', {
      unit: 'Roads',
      owner: 'tomek',
      milestones: [
        { title: 'Each sensor of the path wakes two lamps', on: stage.day(-34), doneOn: stage.pastDay(-30) },
        { title: 'The whole park', on: stage.day(-5), doneOn: stage.pastDay(-2) },
      ],
      expectedEffect: { value: 1200, unit: 'kWh a month', by: stage.day(45), direction: 'at-most' },
      followUpOn: stage.day(50),
    }),
  ),
  scene(59, (stage) => stage.moveRollout('tomek', 'lamps', 'in-use')),
  scene(58, (stage) => stage.move('hanna', 'lamps', 'in-use')),
];

/** A plainer letter: two groups compared and concluded. */
const LETTERS: readonly Scene[] = [
  ...explored('letters', 84, {
    title: 'One plain page instead of three for the property tax letter',
    need: 'Every second call to the counter in March is about what the letter wants.',
    effectGoal: 'More people pay on time without having to call.',
    schedule: 'Four weeks after the letters go out',
    costEstimate: '600 for printing',
    testGroup: 'Every second address of two districts',
    partners: 'The counter, the print shop',
    tags: ['service', 'language'],
  }),
  scene(68, (stage) =>
    stage.plan('tomek', 'letters', {
      title: 'Do more people pay on time after a plain letter?',
      card: {
        hypothesis: 'Of those who get the plain page, at least five in a hundred more pay on time.',
        method: 'Every second address gets the plain page, the others the usual letter. The counter counts who has paid by the day.',
        metric: 'Difference in the share that has paid on time',
        kind: 'proportion-difference',
        direction: 'at-least',
        threshold: 0.05,
        confidence: 95,
        group: 'Plain page against the usual letter, 640 households each',
        place: 'Bielany and Wawrzyszew',
        startsOn: stage.day(3),
        endsOn: stage.day(45),
        costCap: { amount: 600, currency: 'PLN' },
        risks: 'Neighbours compare their letters and call.',
        personalData: true,
        legalBasis: 'A task in the public interest; only numbers leave the tax office.',
        dataProtectionContact: 'The data protection officer of the city',
        participantInformation: 'A line at the foot of the letter says that its wording is being tried.',
      },
    }),
  ),
  scene(65, (stage) => stage.moveExperiment('tomek', 'letters', 'running')),
  ...(
    [
      [54, [96, 160], [74, 158]],
      [46, [121, 164], [98, 161]],
      [38, [124, 156], [101, 159]],
      [30, [131, 160], [106, 162]],
    ] as const
  ).flatMap(([daysAgo, [plain, ofPlain], [usual, ofUsual]]) => [
    scene(daysAgo, (stage) => stage.record('tomek', 'letters', { successes: plain, total: ofPlain })),
    scene(daysAgo, (stage) => stage.record('tomek', 'letters', { group: 'comparison', successes: usual, total: ofUsual })),
  ]),
  scene(22, (stage) => stage.moveExperiment('tomek', 'letters', 'measured')),
  scene(20, (stage) =>
    stage.moveExperiment('tomek', 'letters', 'concluded', {
      result: '472 of 640 paid on time after the plain page, 379 of 640 after the usual letter.',
      lesson: {
        observed: 'Calls about the plain page were shorter, and mostly about the amount.',
        learned: 'The date and the account number at the top do most of the work.',
        therefore: 'Put the same two lines on top of every letter that asks for money.',
      },
    }),
  ),
];

/** Returned books: counted to the end, and nobody has said what follows. */
const RETURNS: readonly Scene[] = [
  ...explored('returns', 78, {
    title: 'A box for library books at the clinic',
    need: 'People who are ill keep their books for months and then stay away because of the fee.',
    effectGoal: 'Books come back before there is a fee to pay.',
    schedule: 'Five weeks',
    costEstimate: '400 for a box and a lock',
    testGroup: 'Visitors of one clinic',
    partners: 'The clinic, the district library',
    tags: ['libraries', 'health'],
  }),
  scene(62, (stage) =>
    stage.plan('tomek', 'returns', {
      title: 'How many books come back by the box?',
      card: {
        hypothesis: 'At least five books a day come back at the clinic.',
        method: 'The caretaker counts what is in the box each Friday.',
        metric: 'Books returned a day',
        kind: 'rate',
        unit: 'day',
        baseline: 0,
        direction: 'at-least',
        threshold: 5,
        confidence: 95,
        group: 'Visitors of the clinic',
        place: 'The clinic at Rynek',
        startsOn: stage.day(2),
        endsOn: stage.day(37),
        costCap: { amount: 400, currency: 'PLN' },
        risks: 'The box may be full by Thursday.',
        personalData: false,
        participantInformation: 'A sign on the box.',
      },
    }),
  ),
  scene(60, (stage) => stage.moveExperiment('tomek', 'returns', 'running')),
  ...([23, 29, 38, 41, 36] as const).map((count, week) =>
    scene(53 - 7 * week, (stage) => stage.record('tomek', 'returns', { count, exposure: 5 })),
  ),
  scene(24, (stage) => stage.moveExperiment('tomek', 'returns', 'measured')),
];

interface Thought extends Record<'title' | 'need' | 'effectGoal' | 'schedule' | 'costEstimate' | 'testGroup' | 'partners', string> {
  readonly tags: string[];
}

/** From the first thought to the step of pilots: Tomek's, with Oskar's time and Irena's money. */
function explored(name: string, since: number, { title, need, tags, ...bounds }: Thought): Scene[] {
  const who: CastName = 'tomek';
  return [
    scene(since, (stage) => stage.submit(who, name, { title, need, tags })),
    scene(since - 2, (stage) => stage.move('hanna', name, 'explore-idea')),
    scene(since - 3, (stage) => stage.ask(who, name, 'time', 'oskar', 7)),
    scene(since - 6, (stage) => stage.decide('oskar', name, 'yes', 'Small enough to try, and worth knowing.')),
    scene(since - 8, (stage) => stage.edit(who, name, { ...bounds, owner: who })),
    scene(since - 9, (stage) => stage.ask(who, name, 'money', 'irena', 7)),
    scene(since - 13, (stage) => stage.decide('irena', name, 'yes', 'The sum is in the budget for trials.')),
  ];
}

/** Experiments by what came of them: decided against the verdict, compared with another group, and left without a conclusion. */
export const VERDICTS: readonly Scene[] = [...LAMPS, ...LETTERS, ...RETURNS];
