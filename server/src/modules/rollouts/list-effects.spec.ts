import { v7 as uuid } from 'uuid';
import type { EffectPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { countQueries } from '../../../test/count-queries.js';
import { submitted } from '../../../test/factories.js';
import { inUse, MEASURED, rolledOut } from '../../../test/path.js';

let polku: TestApp;
let maja: Actor;
const numbers = new Map<string, number>();

/** Rollouts as they may stand, written past the machine: planned a minute apart, in this order. */
const ROLLOUTS = [
  { name: 'planned', state: 'planned', unit: null, followUpOn: null },
  { name: 'soon', state: 'in-use', unit: 'Roads', value: 30, followUpOn: '2026-03-10' },
  { name: 'today', state: 'in-use', unit: 'roads', value: 30, followUpOn: '2026-03-02' },
  { name: 'late', state: 'in-use', unit: 'Parks', value: 30, followUpOn: '2026-02-27' },
  { name: 'no day', state: 'in-use', unit: 'Parks', value: 30, followUpOn: null },
  { name: 'reached', state: 'followed-up', unit: 'Roads', value: 30, measured: 30, followUpOn: '2026-02-02' },
  { name: 'missed', state: 'followed-up', unit: 'Roads', value: 30, measured: 12, followUpOn: '2026-02-02' },
  { name: 'fewer', state: 'followed-up', unit: 'Parks', value: 30, measured: 12, direction: 'at-most', followUpOn: '2026-02-02' },
  { name: 'reached too late', state: 'followed-up', unit: 'Gardens', value: 30, measured: 31, by: '2026-02-02', followUpOn: '2026-02-02' },
  { name: 'long promised', state: 'under-way', unit: 'Gardens', value: 30, by: '2019-06-30', followUpOn: '2027-02-02' },
  { name: 'given up', state: 'withdrawn', unit: 'Gardens', value: 30, by: '2019-06-30', followUpOn: '2019-07-01' },
  { name: 'withdrawn', state: 'withdrawn', unit: 'Parks', value: 30, followUpOn: '2026-02-02' },
] as const;

beforeAll(async () => {
  polku = await startTestApp();
  maja = await polku.as('maja');
  for (const [index, rollout] of ROLLOUTS.entries()) {
    const idea = await submitted(maja, { title: `The one that is ${rollout.name}` });
    numbers.set(rollout.name, idea.number);
    const {
      value = null,
      measured = null,
      direction = 'at-least',
      by = '2027-01-01',
    } = { ...(rollout as { value?: number; measured?: number; direction?: string; by?: string }) };
    await polku.sql(
      `insert into app.rollout (id, organisation_id, idea_id, version, state, unit, owner_id, effect_value, effect_unit, effect_by,
         effect_direction, follow_up_on, measured_value, measured_on, created_at, updated_at)
       select $1, organisation_id, id, 1, $3, $4, $5, $6, case when $6::float8 is not null then '%' end,
         case when $6::float8 is not null then $12::date end, $7, $8, $9,
         case when $9::float8 is not null then '2026-02-03'::date end, $10, $10 from app.idea where number = $2 and organisation_id = $11`,
      [
        uuid(),
        idea.number,
        rollout.state,
        rollout.unit,
        polku.founded.members.tomek,
        value,
        direction,
        rollout.followUpOn,
        measured,
        new Date(Date.UTC(2026, 1, 1, 12, index)),
        polku.founded.organisations.aleksandrow,
        by,
      ],
    );
  }
});

afterAll(() => polku.close());

const effects = async (query = '') => (await maja.get(`/effects${query}`)).body as EffectPage;
const names = ({ items }: EffectPage) => items.map(({ idea }) => idea.title.replace('The one that is ', ''));

describe('the list of effects', () => {
  it('shows the newest rollout first, what was expected of it and what came of it', async () => {
    const page = await effects();
    expect(names(page)).toEqual(ROLLOUTS.map(({ name }) => name).reverse());
    expect(page.items.find(({ idea }) => idea.number === numbers.get('fewer'))).toEqual({
      idea: { number: numbers.get('fewer'), title: 'The one that is fewer' },
      state: 'followed-up',
      amendments: [],
      unit: 'Parks',
      owner: { id: polku.founded.members.tomek, name: 'Tomek', unit: 'Roads' },
      expected: { value: 30, unit: '%', by: '2027-01-01', direction: 'at-most' },
      measured: { value: 12, on: '2026-02-03', note: null },
      reached: true,
      reachedLate: false,
      effectOverdue: false,
      undecided: true,
      followUpOn: '2026-02-02',
      overdue: false,
    });
    expect(page.items.filter(({ overdue }) => overdue).map(({ idea }) => idea.number)).toEqual([numbers.get('late')]);
    expect(page.items.filter(({ reached }) => reached === false).map(({ idea }) => idea.number)).toEqual([numbers.get('missed')]);
  });

  it('does not call in time what was measured after the day by which it was promised, and says what was promised and never measured', async () => {
    const gardens = await effects('?unit=Gardens');
    expect(gardens.items.map((it) => [it.idea.title, it.reached, it.reachedLate, it.effectOverdue])).toEqual([
      ['The one that is given up', null, false, false],
      ['The one that is long promised', null, false, true],
      ['The one that is reached too late', true, true, false],
    ]);
    expect(gardens.summary).toEqual({ total: 3, inUse: 0, followedUp: 1, reached: 0, reachedLate: 1, missed: 0, overdue: 1 });
  });

  it('counts them all, whatever is shown, or those of one receiving unit', async () => {
    const all = { total: 12, inUse: 4, followedUp: 4, reached: 2, reachedLate: 1, missed: 1, overdue: 2 };
    expect((await effects()).summary).toEqual(all);
    expect((await effects('?state=planned&limit=1')).summary).toEqual(all);
    const roads = await effects('?unit=ROADS');
    expect([names(roads), roads.summary]).toEqual([
      ['missed', 'reached', 'today', 'soon'],
      { total: 4, inUse: 2, followedUp: 2, reached: 1, reachedLate: 0, missed: 1, overdue: 0 },
    ]);
    expect((await effects('?unit=Nobody')).summary).toEqual({
      total: 0,
      inUse: 0,
      followedUp: 0,
      reached: 0,
      reachedLate: 0,
      missed: 0,
      overdue: 0,
    });
  });

  it('puts the next follow-up first where it still goes on', async () => {
    expect(names(await effects('?state=in-use'))).toEqual(['late', 'today', 'soon', 'no day']);
    expect(names(await effects('?state=in-use&unit=parks'))).toEqual(['late', 'no day']);
    expect(names(await effects('?state=followed-up'))).toEqual(['reached too late', 'fewer', 'missed', 'reached']);
  });

  it.each(['', '&state=in-use', '&unit=Parks'])('pages without a gap or a repeat%s', async (filter) => {
    const whole = names(await effects(`?limit=100${filter}`));
    const seen: string[] = [];
    for (let cursor = '', first = true; first || cursor !== ''; first = false) {
      const page = await effects(`?limit=2${filter}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...names(page));
      cursor = page.next ?? '';
    }
    expect(seen).toEqual(whole);
  });

  it('asks the database as often for many as for one', async () => {
    const queries = (limit: number) => countQueries(polku, () => effects(`?limit=${limit}`));
    await queries(1);
    const [few, many] = [await queries(1), await queries(9)];
    expect(many).toBe(few);
    // Session and membership; begin, tenant, rollouts, people, counts; commit.
    expect(many).toBeLessThanOrEqual(9);
  });

  it('follows a rollout as it goes on', async () => {
    const idea = await inUse(polku);
    expect((await effects()).items[0]).toMatchObject({ idea: { number: idea.number }, state: 'in-use', measured: null, reached: null });
    await rolledOut(maja, idea, 3, 'followed-up', { measuredEffect: MEASURED });
    const page = await effects();
    expect(page.items[0]).toMatchObject({
      idea: { number: idea.number },
      state: 'followed-up',
      measured: MEASURED,
      reached: true,
      undecided: false,
    });
    expect(page.summary).toMatchObject({ total: 13, followedUp: 5, reached: 3 });
  });

  it('says what is wrong with a query, and reads no cursor of another list', async () => {
    expect((await maja.get('/effects?state=the-moon')).body.fields[0]).toMatchObject({ path: 'state', code: 'unknown-value' });
    const foreign = Buffer.from(JSON.stringify(['soon', 'later'])).toString('base64url');
    expect((await maja.get(`/effects?cursor=${foreign}`)).body.fields[0]).toMatchObject({ path: 'cursor', code: 'unknown-value' });
    const { next } = await effects('?state=in-use&limit=1');
    expect((await maja.get(`/effects?cursor=${next ?? ''}`)).status).toBe(200);
    const newest = await effects('?limit=1');
    expect((await maja.get(`/effects?state=in-use&cursor=${newest.next ?? ''}`)).status).toBe(200);
  });

  it('is for members of the organisation, and shows nothing of another', async () => {
    const [elin, sanna] = [await polku.as('elin'), await polku.as('sanna')];
    expect((await elin.get('/effects')).body).toEqual({
      items: [],
      next: null,
      summary: { total: 0, inUse: 0, followedUp: 0, reached: 0, reachedLate: 0, missed: 0, overdue: 0 },
    });
    expect((await elin.at('aleksandrow').get('/effects')).status).toBe(404);
    expect((await sanna.get('/effects')).status).toBe(403);
  });
});
