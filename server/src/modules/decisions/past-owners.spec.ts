import { startTestApp, type TestApp } from '../../../test/app.js';
import { submitted } from '../../../test/factories.js';
import { migrate } from '../../platform/database/index.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

it('past owners of ideas that are older than the column are learned from the events', async () => {
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const { members } = polku.founded;
  const handedOn = await submitted(maja);
  const kept = await submitted(maja);
  for (const [at, owner] of [members.oskar, members.tomek, null, members.irena].entries()) {
    await hanna.patch(`/ideas/${handedOn.number}`, { version: handedOn.version + at, owner });
  }
  await hanna.patch(`/ideas/${kept.number}`, { version: kept.version, owner: members.oskar });
  const pastOwners = async () =>
    new Map(
      (await polku.sql<{ number: number; past: string[] }>('select number, past_owners as past from app.idea')).map((row) => [
        row.number,
        row.past.toSorted(),
      ]),
    );
  const before = await pastOwners();
  expect(before.get(handedOn.number)).toEqual([members.oskar, members.tomek].toSorted());
  expect(before.get(kept.number)).toEqual([]);
  await polku.sql('alter table app.idea drop column past_owners');
  await polku.sql(`delete from app.migrations where name like 'PastOwners%'`);
  await migrate(polku.database.url);
  expect(await pastOwners()).toEqual(before);
});
