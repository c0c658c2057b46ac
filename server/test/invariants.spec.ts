import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { withClient } from './database.js';
import { moved, submitted } from './factories.js';
import { findBrokenInvariants, type Told } from './invariants.js';

let polku: TestApp;
let number: number;

beforeAll(async () => {
  polku = await startTestApp();
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const idea = await submitted(maja);
  number = idea.number;
  await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  await submitted(maja);
  await polku.settle();
});

afterAll(() => polku.close());

const check = (told: Told = {}) => withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET, told));

/** What the checker says when this is done to the database; undone afterwards. */
const checkAfter = (sabotage: string) =>
  withClient(polku.database.url, async (client) => {
    await client.query('begin');
    await client.query(sabotage);
    const found = await findBrokenInvariants(client, TEST_SECRET);
    await client.query('rollback');
    return found.join('; ');
  });

describe('the invariant checker', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(
      await check({
        moved: [{ organisation: 'aleksandrow', number, version: 2, to: 'explore-idea' }],
        refused: [{ organisation: 'aleksandrow', number, version: 2, to: 'pilot' }],
      }),
    ).toEqual([]);
  });

  it('misses what was acknowledged and is not there, and finds what was refused and is', async () => {
    const found = await check({
      moved: [{ organisation: 'aleksandrow', number, version: 3, to: 'pilot' }],
      submitted: [{ organisation: 'aleksandrow', number: 999, title: 'Lost' }],
      refused: [{ organisation: 'aleksandrow', number, version: 2, to: 'explore-idea' }],
    });
    expect(found).toHaveLength(3);
  });

  it.each([
    ['a changed event', `update app.domain_event set to_state = 'pilot' where kind = 'idea-moved'`, 'the chain is broken'],
    [
      'a removed event',
      `delete from app.delivery; delete from app.notification; delete from app.event_text; delete from app.domain_event where place = 2`,
      'the published order has',
    ],
    [
      'a cut-off tail',
      `delete from app.delivery; delete from app.notification; delete from app.event_text; delete from app.domain_event where place = 3`,
      'the head of the chain',
    ],
    ['a lost move', `delete from app.transition`, 'that was not made'],
    ['an idea put elsewhere', `update app.idea set step = 'pilot' where step = 'explore-idea'`, 'its last move led to'],
    ['a wrong count', `update app.column_count set total = total + 1 where step = 'submitted'`, 'the board counts'],
    ['a raised version', `update app.idea set version = version + 1`, 'its moves and edits make'],
    ['a forgotten event', `update app.domain_event set place = null where place = 3`, 'was never published'],
  ])('notices %s', async (_, sabotage, sentence) => {
    expect(await checkAfter(sabotage)).toContain(sentence);
  });
});
