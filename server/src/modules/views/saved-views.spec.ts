import type { MeView, SavedView, SavedViews } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';

const VIEWS = '/boards/helsingborg/views';
const LATE = { name: 'What is late', filter: { due: 'overdue' } };

let polku: TestApp;
let maja: Actor;
let tomek: Actor;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, tomek, hanna] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna')];
});

beforeEach(async () => {
  await polku.sql('delete from app.saved_view');
  await polku.sql('update app.organisation set default_view = null');
});

afterAll(() => polku.close());

const saved = async (who: Actor, view: object) => (await who.post(VIEWS, view)).body as SavedView;
const seenBy = async (who: Actor) => ((await who.get(VIEWS)).body as SavedViews).items;
const names = async (who: Actor) => (await seenBy(who)).map(({ name }) => name);
const opensWith = async (who: Actor) => {
  const response = await fetch(`${polku.url}/api/v1/me`, { headers: { cookie: who.cookie } });
  return ((await response.json()) as MeView).organisations[0]?.boardFilter;
};
const code = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { refusals?: { code: string }[] }).refusals?.[0]?.code,
];

describe('saved views', () => {
  it('keep what a board is narrowed to, for oneself', async () => {
    const filter = { mine: true, due: 'week', q: 'Łódź', challenge: 'none', lanes: 'challenge' };
    const { id } = await saved(maja, { name: '  Mine,  soon ', filter });
    expect(await seenBy(maja)).toEqual([{ id, name: 'Mine, soon', filter, shared: false, isDefault: false, mayChange: true }]);
    expect([await names(tomek), await names(hanna)]).toEqual([[], []]);
    expect((await tomek.patch(`${VIEWS}/${id}`, { name: 'His' })).status).toBe(404);
    expect((await hanna.delete(`${VIEWS}/${id}`)).status).toBe(404);
  });

  it('are seen by everybody once they are shared, in order of their names', async () => {
    const { id } = await saved(maja, LATE);
    await saved(tomek, { name: 'air', filter: { tag: 'air' }, shared: true });
    expect(await names(hanna)).toEqual(['air']);
    await maja.patch(`${VIEWS}/${id}`, { shared: true });
    expect([await names(hanna), await names(tomek)]).toEqual([
      ['air', LATE.name],
      ['air', LATE.name],
    ]);
    expect((await seenBy(tomek)).map(({ mayChange }) => mayChange)).toEqual([true, false]);
  });

  it('are changed and taken away by who saved them, and shared ones by the hub', async () => {
    const { id } = await saved(maja, { ...LATE, shared: true });
    expect(code(await tomek.patch(`${VIEWS}/${id}`, { name: 'Late' }))).toEqual([409, 'own-view']);
    expect(code(await tomek.delete(`${VIEWS}/${id}`))).toEqual([409, 'own-view']);
    expect((await hanna.patch(`${VIEWS}/${id}`, { name: 'Late', filter: { due: 'week' } })).body).toMatchObject({
      name: 'Late',
      filter: { due: 'week' },
    });
    expect((await maja.delete(`${VIEWS}/${id}`)).status).toBe(204);
    expect((await maja.delete(`${VIEWS}/${id}`)).status).toBe(404);
  });

  it('let the hub say what the board opens with, as long as that view is shared', async () => {
    const { id } = await saved(maja, { ...LATE, shared: true });
    expect(await opensWith(tomek)).toBeNull();
    expect(code(await maja.patch(`${VIEWS}/${id}`, { isDefault: true }))).toEqual([409, 'role-in']);
    expect((await hanna.patch(`${VIEWS}/${id}`, { isDefault: true })).body).toMatchObject({ isDefault: true });
    expect([await opensWith(tomek), (await seenBy(tomek))[0]?.isDefault]).toEqual([LATE.filter, true]);

    const other = await saved(hanna, { name: 'Soon', filter: { due: 'week' }, shared: true });
    await hanna.patch(`${VIEWS}/${other.id}`, { isDefault: true });
    expect((await seenBy(tomek)).map(({ isDefault }) => isDefault)).toEqual([true, false]);
    await hanna.patch(`${VIEWS}/${other.id}`, { filter: { due: 'overdue', mine: true } });
    expect(await opensWith(maja)).toEqual({ due: 'overdue', mine: true });
    await hanna.patch(`${VIEWS}/${other.id}`, { shared: false });
    expect(await opensWith(maja)).toBeNull();

    await hanna.patch(`${VIEWS}/${id}`, { isDefault: true });
    await maja.delete(`${VIEWS}/${id}`);
    expect(await opensWith(maja)).toBeNull();
  });

  it('take no view without a name, with a filter nobody knows, of an unknown board, or beyond what one may save', async () => {
    const statuses = await Promise.all([
      maja.post(VIEWS, { ...LATE, name: '   ' }),
      maja.post(VIEWS, { ...LATE, filter: { colour: 'red' } }),
      maja.post(VIEWS, { ...LATE, filter: { mine: 'true' } }),
      maja.post('/boards/nowhere/views', LATE),
      maja.patch(`${VIEWS}/not-an-id`, { name: 'x' }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([422, 422, 422, 404, 422]);
    await Promise.all(Array.from({ length: 50 }, (_, at) => saved(maja, { ...LATE, name: `View ${at}` })));
    expect((await maja.post(VIEWS, LATE)).status).toBe(422);
  });

  it('belong to one organisation', async () => {
    const { id } = await saved(maja, { ...LATE, shared: true });
    const elin = await polku.as('elin');
    expect([await names(elin), (await elin.patch(`${VIEWS}/${id}`, { name: 'Theirs' })).status]).toEqual([[], 404]);
  });
});
