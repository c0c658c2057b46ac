import type { IdeaCard } from '#contracts';
import { listQueries } from '../../../test/count-queries.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import { seen } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

/** What a move asks the database for, round trip by round trip, and why. */
const ROUND_TRIPS = [
  'who asks: session, person, organisation, membership',
  'the beginning of the transaction',
  'the tenant, for row-level security',
  'the idea, locked',
  'where its experiments stand',
  'where its decisions stand',
  'where its rollout stands',
  'whether there is a lesson',
  'whether who moves it is in its team',
  'the first rank of the column it goes to',
  'the idea, changed',
  'the move, written down',
  'its timers: the step that is due, the parked one that returns',
  'the event, its text, and that it waits for the relay',
  'the people on the card',
  'how many the team has',
  'its end',
];

it('a move asks the database for what it needs, and for nothing twice', async () => {
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const idea = await submitted(maja);
  let card: IdeaCard | null = null;
  const asked = await listQueries(polku, async () => {
    card = await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  });
  // After its end the relay goes on.
  expect(asked.slice(0, asked.indexOf('COMMIT') + 1)).toHaveLength(ROUND_TRIPS.length);
  // The card is made from what was known for the move; it is the one that a board would read.
  const { items } = (await hanna.get(`/boards/helsingborg/steps/explore-idea/cards`)).body as { items: IdeaCard[] };
  expect(card).toEqual(items.find(({ number }) => number === idea.number));
  expect((await seen(maja, idea)).step).toBe('explore-idea');
});
