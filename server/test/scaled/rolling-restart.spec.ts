import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInAs } from '../actors.js';
import { eventually } from '../eventually.js';
import { hasRedis } from '../redis.js';
import { Follower } from './follower.js';
import { hasNginx } from './proxy.js';
import { type ScaledPolku, startScaled } from './scaled-polku.js';
import { SteadyLoad } from './steady-load.js';

const ROUNDS = Number(process.env['POLKU_ROLLING_ROUNDS'] ?? 2);
const STREAMS = 10;

const scaled = hasNginx() && hasRedis() ? describe : describe.skip;

scaled('scaled mode, on Redis behind nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'polku-scaled-'));
  let polku: ScaledPolku;

  beforeAll(async () => {
    polku = await startScaled({ folder });
  }, 300_000);

  afterAll(async () => {
    expect(await polku.stop()).toEqual([143, 143, 143, 143]);
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('loses no request and no event while both web processes, and then both workers, are restarted one after the other under load', async () => {
    const { cookie } = await signInAs(polku.url, 'hanna');
    const followers = Array.from({ length: STREAMS }, () => new Follower(polku.url, cookie));
    await eventually(() => followers.every((it) => it.opened === 1));
    const load = new SteadyLoad(polku.url, cookie);
    const took: number[] = [];
    try {
      await load.begin(20, 6);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const part of [...polku.webs, ...polku.workers]) {
          await load.goesOn(100);
          const started = performance.now();
          expect(await part.restart()).toBe(143);
          took.push(Math.round(performance.now() - started));
        }
      }
      await load.goesOn(100);
    } finally {
      await load.end();
    }
    await eventually(() => followers.every((it) => movesOf(it).length >= load.moved.length)).catch(() => undefined);
    for (const it of followers) it.close();
    process.stdout.write(
      `Rolling restart: ${took.length} restarts, each back after at most ${Math.max(...took)} ms; ${load.moved.length} moves, ` +
        `${load.reads} reads, ${load.failures.length} failed; ${STREAMS} streams, opened ${followers.reduce((sum, it) => sum + it.opened, 0)} times.\n`,
    );
    expect(load.failures.slice(0, 20)).toEqual([]);
    const acknowledged = load.moved.map(({ number, version }) => `${number} ${version}`).sort();
    for (const follower of followers) {
      expect(follower.failures).toEqual([]);
      expect(movesOf(follower).sort()).toEqual(acknowledged);
    }
  }, 600_000);
});

function movesOf({ heard }: Follower): string[] {
  return heard.filter(({ kind }) => kind === 'idea-moved').map(({ number, version }) => `${number} ${version}`);
}
