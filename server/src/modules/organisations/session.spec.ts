import request from 'supertest';
import type { MeView, MemberPage, SessionPage } from '#contracts';
import { actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { createApp } from '../../create-app.js';
import { polku as runPolku } from '../../../test/polku-command.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  request(polku.url).post('/api/v1/session').set(headers).send({ email, password });

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send along, and tells who one is', async () => {
    const response = await signIn('Maja@Aleksandrow.example', 'polku-demo');
    expect(response.status).toBe(201);
    expect(response.headers['set-cookie']?.[0]).toMatch(/^polku=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(response.body as MeView).toMatchObject({
      name: 'Maja',
      language: 'en',
      organisations: [{ slug: 'aleksandrow', roles: ['employee'], unit: 'Education', pathway: 'helsingborg' }],
    });
  });

  it('gives a new session each time, and keeps only the hash of its token', async () => {
    const cookies = [await signIn('maja@aleksandrow.example', 'polku-demo'), await signIn('maja@aleksandrow.example', 'polku-demo')].map(
      (response) => response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
    );
    expect(new Set(cookies).size).toBe(2);
    const [found] = await polku.sql<{ count: string }>(`select count(*) from app.session where encode(token_hash, 'escape') like $1`, [
      `%${cookies[0]?.slice(6)}%`,
    ]);
    expect(Number(found?.count)).toBe(0);
  });

  it('says the same of a wrong password and of an address that nobody has', async () => {
    const answers = [await signIn('maja@aleksandrow.example', 'wrong'), await signIn('nobody@aleksandrow.example', 'wrong')];
    expect(answers.map((it) => [it.status, it.body.code])).toEqual([
      [401, 'sign-in-failed'],
      [401, 'sign-in-failed'],
    ]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it('makes an account wait after ten failures, and no longer than a quarter of an hour', async () => {
    for (let failure = 0; failure < 10; failure += 1) expect((await signIn('irena@aleksandrow.example', 'wrong')).status).toBe(401);
    const waiting = await signIn('irena@aleksandrow.example', 'polku-demo');
    expect([waiting.status, waiting.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('maja@aleksandrow.example', 'polku-demo')).status).toBe(201);
    polku.clock.advance(15 * 60_000 + 1_000);
    expect((await signIn('irena@aleksandrow.example', 'polku-demo')).status).toBe(201);
  });

  it('counts failures for all processes together, and forgets those of an account with the password', async () => {
    const another = await createApp(polku.config, polku.clock);
    await another.listen(0, '127.0.0.1');
    const other = { url: await another.getUrl() };
    try {
      const guess = (at: { readonly url: string }, password: string) =>
        request(at.url).post('/api/v1/session').send({ email: 'Oskar@aleksandrow.example', password });
      for (let round = 0; round < 5; round += 1) for (const at of [polku, other]) expect((await guess(at, 'wrong')).status).toBe(401);
      for (const at of [polku, other]) expect((await guess(at, 'polku-demo')).status).toBe(429);
      polku.clock.advance(15 * 60_000 + 1_000);
      expect((await guess(polku, 'wrong')).status).toBe(401);
      expect((await guess(polku, 'polku-demo')).status).toBe(201);
      for (let failure = 0; failure < 9; failure += 1) expect((await guess(polku, 'wrong')).status).toBe(401);
      expect((await guess(polku, 'polku-demo')).status).toBe(201);
    } finally {
      await another.close();
    }
  });

  it('is refused when it comes from another site', async () => {
    const { host } = new URL(polku.url);
    const statuses = async (headers: Record<string, string>) => (await signIn('maja@aleksandrow.example', 'polku-demo', headers)).status;
    expect(await statuses({ Origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statuses({ Origin: 'null' })).toBe(403);
    expect(await statuses({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await statuses({ Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
  });

  it('lasts fourteen days', async () => {
    const cookie = (await signIn('maja@aleksandrow.example', 'polku-demo')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const maja = actor(polku.url, 'maja', cookie, 'aleksandrow');
    polku.clock.advance(14 * 86_400_000 - 1_000);
    expect((await maja.get('/api/v1/me')).status).toBe(200);
    polku.clock.advance(2_000);
    expect((await maja.get('/api/v1/me')).status).toBe(401);
  });
});

describe('where one is signed in', () => {
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
  const signedIn = async (headers: Record<string, string> = {}) => {
    const response = await signIn('irena@aleksandrow.example', 'polku-demo', headers);
    return actor(polku.url, 'irena', response.headers['set-cookie']?.[0]?.split(';')[0] ?? '', 'aleksandrow');
  };
  const places = async (who: Awaited<ReturnType<typeof signedIn>>) => ((await who.get('/api/v1/me/sessions')).body as SessionPage).items;

  beforeEach(() =>
    polku.sql(`delete from app.session where person_id in (select person_id from app.person_identity where name = 'Irena')`),
  );

  it('is told with the device, the time and which one asks, and of oneself alone', async () => {
    const [old, here] = [await signedIn({ 'User-Agent': FIREFOX }), await signedIn()];
    polku.clock.advance(6 * 60_000);
    const found = await places(here);
    expect(found.map(({ browser, system, current }) => [browser, system, current])).toEqual([
      [null, null, true],
      ['Firefox', 'Windows', false],
    ]);
    expect(found[0]?.lastSeenAt).toBe(polku.clock.now().toISOString());
    expect(Date.parse(found[1]?.lastSeenAt ?? '')).toBe(polku.clock.now().getTime() - 6 * 60_000);
    expect(JSON.stringify(found)).not.toMatch(/127\.0\.0\.1|Mozilla/);
    const maja = await polku.as('maja');
    expect((await maja.delete(`/api/v1/me/sessions/${found[1]?.id}`)).status).toBe(404);
    expect((await old.get('/api/v1/me')).status).toBe(200);
  });

  it('comes first where it was used last: the one that asks is in use now', async () => {
    const here = await signedIn();
    polku.clock.advance(60_000);
    const there = await signedIn({ 'User-Agent': FIREFOX });
    polku.clock.advance(60_000);
    const found = await places(here);
    expect(found.map(({ current }) => current)).toEqual([true, false]);
    expect(found[0]?.lastSeenAt).toBe(polku.clock.now().toISOString());
    expect((await places(there))[0]).toMatchObject({ browser: 'Firefox', current: true });
  });

  it('ends in one place, or everywhere else', async () => {
    const [one, two, here] = [await signedIn(), await signedIn(), await signedIn()];
    const other = (await places(one)).find(({ current }) => current);
    expect((await here.delete(`/api/v1/me/sessions/${other?.id}`)).status).toBe(204);
    expect((await one.get('/api/v1/me')).status).toBe(401);
    expect((await here.delete('/api/v1/me/sessions')).status).toBe(204);
    expect([(await two.get('/api/v1/me')).status, (await here.get('/api/v1/me')).status]).toEqual([401, 200]);
    expect(await places(here)).toHaveLength(1);
  });

  it('is told to the operator, who can end all of it, live streams too', async () => {
    const here = await signedIn({ 'User-Agent': FIREFOX });
    const stream = await fetch(`${polku.url}/api/v1/organisations/aleksandrow/live`, { headers: { Cookie: here.cookie } });
    // The command goes by the real clock.
    await polku.sql(`update app.session set expires_at = '2100-01-01'`);
    const told = await runPolku(polku.database.url, '', 'sessions', 'irena@aleksandrow.example');
    expect(told.out).toMatch(/^Firefox on Windows, signed in .*, last seen .*\n1 in all\. End them with --revoke\.\n$/);
    const ended = await runPolku(polku.database.url, '', 'sessions', 'irena@aleksandrow.example', '--revoke');
    expect([ended.code, ended.out]).toEqual([0, '1 ended. Whoever knows the password can sign in again.\n']);
    expect((await here.get('/api/v1/me')).status).toBe(401);
    expect(await stream.text()).toContain('event: signed-out');
    expect((await runPolku(polku.database.url, '', 'sessions', 'nobody@aleksandrow.example')).code).toBe(1);
  });
});

describe('oneself', () => {
  it('chooses a language, one of five', async () => {
    const tomek = await polku.as('tomek');
    expect((await tomek.patch('/api/v1/me', { language: 'sv' })).body.language).toBe('sv');
    expect((await tomek.get('/api/v1/session')).body.language).toBe('sv');
    expect((await tomek.patch('/api/v1/me', { language: 'tlh' })).body.fields[0].path).toBe('language');
  });
});

describe('the members', () => {
  it('are found by part of the name and by role, page by page, with no address shown', async () => {
    const maja = await polku.as('maja');
    const managers = (await maja.get('/members?role=manager')).body as MemberPage;
    expect(managers.items.map(({ name, roles }) => [name, roles])).toEqual([
      ['Irena', ['manager']],
      ['Oskar', ['manager']],
    ]);
    expect(JSON.stringify(managers)).not.toContain('@');
    expect(((await maja.get('/members?q=ann')).body as MemberPage).items.map((it) => it.name)).toEqual(['Hanna']);
    expect(((await maja.get('/members?q=ann&role=resident')).body as MemberPage).items.map((it) => it.name)).toEqual(['Sanna']);
    expect(((await maja.get('/members?q=%25')).body as MemberPage).items).toEqual([]);
    const first = (await maja.get('/members?limit=4')).body as MemberPage;
    const second = (await maja.get(`/members?limit=4&cursor=${first.next}`)).body as MemberPage;
    expect([...first.items, ...second.items].map((it) => it.name)).toEqual(['Hanna', 'Irena', 'Maja', 'Oskar', 'Piotr', 'Tomek']);
    expect(second.next).toBeNull();
  });

  it('are named one by one, for whoever belongs to the organisation', async () => {
    const [maja, elin] = [await polku.as('maja'), await polku.as('elin')];
    const [tomek] = ((await maja.get('/members?q=tomek')).body as MemberPage).items;
    const { body } = await maja.get(`/members/${tomek?.id}`);
    expect(body).toEqual({ id: tomek?.id, name: 'Tomek', unit: tomek?.unit });
    expect((await elin.get(`/members/${tomek?.id}`)).status).toBe(404);
    expect((await maja.get('/members/nobody')).status).toBe(422);
  });
});
