import type { HistoryPage, IdeaCard } from '#contracts';
import { listWaits } from '../../../test/count-queries.js';
import type { CastName } from '../../../seeds/cast.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';
import { seen, tested } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

/** What a move asks the database for, wait by wait: what stands in one line is sent at once. */
const ROUND_TRIPS = [
  ['who asks: session, person, organisation, membership'],
  ['the beginning of the transaction, and its tenant for row-level security', 'the idea, locked'],
  [
    'the people on the card',
    'where its experiments, decisions and rollout stand, who is in its team, whether there is a lesson',
    'the first rank of the column it goes to',
  ],
  [
    'the idea, changed, and the move, written down',
    'its timers: the step that is due, the parked one that returns',
    'the event, its text, and that it waits for the relay',
  ],
  ['its end'],
];

it('a move asks the database for what it needs, and for nothing twice', async () => {
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const idea = await submitted(maja);
  let card: IdeaCard | null = null;
  const waits = await listWaits(polku, async () => {
    card = await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  });
  // After its end the relay goes on.
  const until = waits.findIndex((wait) => wait.includes('COMMIT')) + 1;
  expect(waits.slice(0, until).map(({ length }) => length)).toEqual(ROUND_TRIPS.map(({ length }) => length));
  // The card is made from what was known for the move; it is the one that a board would read.
  const { items } = (await hanna.get(`/boards/helsingborg/steps/explore-idea/cards`)).body as { items: IdeaCard[] };
  expect(card).toEqual(items.find(({ number }) => number === idea.number));
  expect((await seen(maja, idea)).step).toBe('explore-idea');
});

describe('a move that is sent again, since its answer was lost,', () => {
  const send = async (who: CastName, number: number, body: object) => (await polku.as(who)).post(`/ideas/${number}/transitions`, body);

  it('is answered as the first, and moves nothing', async () => {
    const idea = await submitted(await polku.as('maja'));
    const move = { to: 'parked', version: idea.version, reason: 'Next year.', fields: { returnOn: '2027-01-11' } };
    const first = await send('hanna', idea.number, move);
    const again = await send('hanna', idea.number, move);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const { items } = (await (await polku.as('hanna')).get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(items.map(({ kind }) => kind)).toEqual(['idea-moved', 'idea-submitted']);
  });

  it('is answered as the first also when it left a lesson, and is another one with another lesson', async () => {
    const idea = await submitted(await polku.as('maja'));
    const move = { to: 'stopped', version: idea.version, reason: 'No money.', fields: { lesson: LESSON } };
    const first = await send('hanna', idea.number, move);
    expect([first.status, (await send('hanna', idea.number, move)).status]).toEqual([201, 201]);
    const other = { ...move, fields: { lesson: { ...LESSON, learned: 'Something else.' } } };
    expect((await send('hanna', idea.number, other)).body.code).toBe('version-conflict');
    expect((await send('hanna', idea.number, { ...move, fields: {} })).body.code).toBe('version-conflict');
  });

  it('is not one that nobody has made: what was taken back came to its step by itself', async () => {
    const idea = await submitted(await polku.as('maja'));
    await send('hanna', idea.number, { to: 'explore-idea', version: idea.version });
    await (await polku.as('hanna')).post(`/ideas/${idea.number}/transitions/undo`, { version: idea.version + 1 });
    expect((await send('hanna', idea.number, { to: 'submitted', version: idea.version + 1 })).body.code).toBe('version-conflict');
  });

  it('is no other move: not with another reason, not to another step, not by somebody else, not when more has happened since', async () => {
    const idea = await submitted(await polku.as('maja'));
    const move = { to: 'explore-idea', version: idea.version, reason: 'Worth a look.' };
    await send('hanna', idea.number, move);
    const others = [
      send('hanna', idea.number, { ...move, reason: 'Worth two looks.' }),
      send('hanna', idea.number, { ...move, reason: null }),
      send('hanna', idea.number, { ...move, to: 'parked', fields: { returnOn: '2027-01-11' } }),
      send('irena', idea.number, move),
    ];
    expect((await Promise.all(others)).map(({ body }) => body.code)).toEqual(Array.from(others, () => 'version-conflict'));
    await (await polku.as('hanna')).patch(`/ideas/${idea.number}`, { version: idea.version + 1, title: 'Shade, better' });
    expect((await send('hanna', idea.number, move)).body.code).toBe('version-conflict');
  });
});

it('a move that stops what has worked is marked', async () => {
  const hanna = await polku.as('hanna');
  const idea = await tested(polku);
  const ended = await moved(hanna, idea, 'stopped', { reason: 'No money.', fields: { lesson: LESSON } });
  const [event] = ((await hanna.get(`/ideas/${idea.number}/history`)).body as HistoryPage).items;
  expect([ended.step, event?.kind, event?.details]).toMatchObject(['stopped', 'idea-moved', { againstVerdict: true }]);
  const other = await submitted(hanna);
  await moved(hanna, other, 'stopped', { reason: 'No need.', fields: { lesson: LESSON } });
  const [plain] = ((await hanna.get(`/ideas/${other.number}/history`)).body as HistoryPage).items;
  expect(plain?.details).not.toHaveProperty('againstVerdict');
});
