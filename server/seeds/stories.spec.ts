import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_SECRET } from '../test/app.js';
import { scratchDatabase, withClient } from '../test/database.js';
import { findBrokenInvariants } from '../test/invariants.js';
import { loadConfig, type RunningConfig } from '../src/platform/config/index.js';
import { tellStory } from './index.js';

/** `npm test` tells the story of today; the full run one of each weekday, since scenes keep off weekends. */
const DAYS = process.env['POLKU_TEST_FULL'] === '1' ? [0, 1, 2, 3, 4, 5, 6] : [0];

const rowsOf = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows as Record<string, unknown>[]);

describe.each(['demo', 'busy'] as const)('the %s story', (seed) => {
  it.each(DAYS)('is told once, and leaves everything whole, also %d days later', async (days) => {
    const today = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    const database = await scratchDatabase();
    const dataFolder = mkdtempSync(join(tmpdir(), 'polku-story-'));
    const settings = loadConfig({ DATABASE_URL: database.url, POLKU_SECRET: TEST_SECRET, POLKU_DATA: dataFolder, POLKU_SEED: seed });
    const config: RunningConfig = { ...settings, databaseUrl: database.url, secret: TEST_SECRET };
    const said: string[] = [];
    await tellStory(config, (line) => said.push(line), today);
    await tellStory(config, (line) => said.push(line), today);
    expect(said).toHaveLength(1);
    expect(await withClient(database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
    const steps = await rowsOf(
      database.url,
      `select distinct step from app.idea where organisation_id = (select id from app.organisation where slug = 'aleksandrow')`,
    );
    expect(steps.map((row) => row['step'])).toEqual(
      expect.arrayContaining(['submitted', 'explore-idea', 'explore-set-up', 'pilot', 'scale', 'in-use']),
    );
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
