import type { IdeaView } from '#contracts';
import type { Person } from '../actors.js';
import type { PolkuProcess } from '../polku-process.js';
import { expect, test } from '../world.js';

const NEED = 'People tell us so at the counter every week.';
const EXPLORE = 'Explore idea';

/** How many live streams each of the web processes has open, by its own account. */
async function streams({ webs }: PolkuProcess): Promise<number[]> {
  const texts = await Promise.all(webs.map(async ({ metrics }) => (await fetch(metrics)).text()));
  return texts.map((text) => Number(/^polku_live_streams_open (\d+)$/m.exec(text)?.[1]));
}

/** Opens somebody's board until its stream is on the web process that has none yet. */
async function opensElsewhere(person: Person, polku: PolkuProcess): Promise<void> {
  await expect(async () => {
    await person.page.goto('about:blank');
    await expect.poll(async () => (await streams(polku)).reduce((sum, it) => sum + it, 0)).toBe(1);
    await person.board.open();
    await expect.poll(() => streams(polku), { timeout: 5_000 }).toEqual([1, 1]);
  }).toPass({ timeout: 60_000 });
}

/** Moves an idea at one web process, past the proxy. */
async function movesAt(person: Person, web: string, number: number, to: string): Promise<void> {
  const { version } = await person.reads(number);
  // Cookies do not know ports, and the browser's belongs to localhost.
  const address = `${web.replace('127.0.0.1', 'localhost')}/api/v1/organisations/${person.organisation}/ideas/${number}`;
  const answer = await person.context.request.post(`${address}/transitions`, { data: { to, version, reason: 'To see it move.' } });
  expect(answer.status(), await answer.text()).toBe(201);
  expect(((await (await person.context.request.get(address)).json()) as IdeaView).step).toBe(to);
}

test.describe('Two web processes @scaled', () => {
  test('show each other what happens: a move at either is seen in browsers of both', async ({ world, polku }) => {
    const hanna = await world.person('hanna');
    const tomek = await world.person('tomek');
    const title = 'A tap for drinking water at the station';
    const { number } = await hanna.hasSubmitted({ title, need: NEED });
    await hanna.board.open();
    await opensElsewhere(tomek, polku);

    const [one, other] = polku.webs.map(({ url }) => url);
    for (const [web, to, column] of [
      [one, 'explore-idea', EXPLORE],
      [other, 'submitted', 'Submitted'],
    ] as const) {
      await movesAt(hanna, web ?? '', number, to);
      await hanna.board.shows(title, column);
      await tomek.board.shows(title, column);
    }
    expect(await streams(polku), 'they were on two processes all the while').toEqual([1, 1]);

    await hanna.board.drag(title, EXPLORE);
    await tomek.board.shows(title, EXPLORE);
  });
});
