import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_SECRET } from '../test/app.js';
import { scratchDatabase, withClient } from '../test/database.js';
import { findBrokenInvariants } from '../test/invariants.js';
import { loadConfig, type RunningConfig } from '../src/platform/config/index.js';
import { tellStory } from './index.js';

const rowsOf = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows as Record<string, unknown>[]);

describe.each(['demo', 'busy'] as const)('the %s story', (seed) => {
  it('is told once, and leaves everything whole', async () => {
    const database = await scratchDatabase();
    const dataFolder = mkdtempSync(join(tmpdir(), 'polku-story-'));
    const settings = loadConfig({ DATABASE_URL: database.url, POLKU_SECRET: TEST_SECRET, POLKU_DATA: dataFolder, POLKU_SEED: seed });
    const config: RunningConfig = { ...settings, databaseUrl: database.url, secret: TEST_SECRET };
    const said: string[] = [];
    await tellStory(config, (line) => said.push(line));
    await tellStory(config, (line) => said.push(line));
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
