import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { type Permission, PERMISSIONS } from '#contracts';
import type { CastName } from '../seeds/cast.js';
import { openApiDocument } from '../src/create-app.js';
import { type Actor, actor } from './actors.js';
import { startTestApp, type TestApp } from './app.js';
import { submitted } from './factories.js';

let polku: TestApp;
let document: OpenAPIObject;
let idea: number;

beforeAll(async () => {
  polku = await startTestApp();
  document = openApiDocument(polku.app);
  idea = (await submitted(await polku.as('maja'))).number;
});

afterAll(() => polku.close());

interface Route {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
}

function routes(): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ id: operation.operationId ?? '', method, path }] : [];
    }),
  );
}

const NOBODY_ID = '00000000-0000-7000-8000-000000000000';

/** What the first wall answers: 401, 403, 404 for a foreign organisation, or `in`. */
async function knock(who: Actor | null, route: Route, organisation: string): Promise<'in' | 401 | 403 | 404> {
  const path = route.path
    .replace('{organisation}', organisation)
    .replace('{number}', String(idea))
    .replace('{pathway}', 'helsingborg')
    .replace('{step}', 'submitted')
    .replaceAll(/\{[a-z]+\}/g, NOBODY_ID);
  const sending = request(polku.url)
    [route.method](path)
    .set('Cookie', who?.cookie ?? '');
  // A live stream never ends by itself: its head is enough.
  if (route.id === 'follow-live') return streamStatus(path, who?.cookie ?? '');
  const response = await sending;
  const { code, detail } = response.body as { code?: string; detail?: string };
  if (response.status === 401 || response.status === 403) return response.status;
  if (response.status === 404 && code === 'not-found' && detail?.startsWith('This organisation')) return 404;
  expect([route.id, response.status < 500]).toEqual([route.id, true]);
  return 'in';
}

async function streamStatus(path: string, cookie: string): Promise<'in' | 401 | 403 | 404> {
  const stop = new AbortController();
  const response = await fetch(`${polku.url}${path}`, { headers: { cookie }, signal: stop.signal });
  stop.abort();
  return response.status === 200 ? 'in' : (response.status as 401 | 403 | 404);
}

const OWN: readonly CastName[] = ['maja', 'hanna', 'oskar', 'piotr', 'sanna'];

describe('the permission table', () => {
  it('has a row for every route, and a route for every row', () => {
    const served = routes().map(({ id, method, path }) => `${id} ${method.toUpperCase()} ${path}`);
    const rows = Object.entries<Permission>(PERMISSIONS).map(([key, { method, path }]) => `${key} ${method} ${path}`);
    expect(served.toSorted()).toEqual(rows.toSorted());
  });

  it('is what every route answers to every role, of the own and of a foreign organisation', async () => {
    const wrong: string[] = [];
    const order = routes().toSorted((a, b) => Number(a.id === 'sign-out') - Number(b.id === 'sign-out'));
    for (const route of order.filter(({ id }) => id !== 'sign-out')) {
      const { who }: Permission = PERMISSIONS[route.id as keyof typeof PERMISSIONS];
      const check = async (name: string, expected: string | number, actual: Promise<string | number>) => {
        const answer = await actual;
        if (answer !== expected) wrong.push(`${route.id} for ${name}: ${answer}, not ${expected}`);
      };
      await check('nobody', who === 'public' ? 'in' : 401, knockPublicly(route));
      for (const name of OWN) {
        const me = await polku.as(name);
        const roles =
          (await polku.sql<{ roles: string[] }>(`select roles from app.membership where id = $1`, [polku.founded.members[name]]))[0]
            ?.roles ?? [];
        const open = who === 'public' || who === 'signed-in' || roles.some((role) => (who as readonly string[]).includes(role));
        await check(name, open ? 'in' : 403, knock(me, route, 'aleksandrow'));
      }
      if (!route.path.includes('{organisation}')) continue;
      await check('elin of Lindvik', 404, knock(await polku.as('elin'), route, 'aleksandrow'));
      await check('maja at Lindvik', 404, knock(await polku.as('maja'), route, 'lindvik'));
      await check('maja at no organisation', 404, knock(await polku.as('maja'), route, 'nowhere'));
      await check('a wrong cookie', 401, knock(actor(polku.url, 'maja', 'polku=nonsense', 'aleksandrow'), route, 'aleksandrow'));
    }
    expect(wrong).toEqual([]);
  });

  it('lets only who is signed in sign out, and ends the session', async () => {
    expect((await request(polku.url).delete('/api/v1/session')).status).toBe(401);
    const { signInAs } = await import('./actors.js');
    const tomek = await signInAs(polku.url, 'tomek');
    expect((await tomek.delete('/api/v1/session')).status).toBe(204);
    expect((await tomek.get('/api/v1/me')).status).toBe(401);
  });
});

/** Signing in with nothing is 422, not 401: being let in is what counts. */
function knockPublicly(route: Route): Promise<'in' | 401 | 403 | 404> {
  return knock(null, route, 'aleksandrow');
}

describe('the OpenAPI document', () => {
  it('writes the shape of an answer out once, under its name, and refers to none that is not there', () => {
    const schemas = document.components?.schemas ?? {};
    const referred = new Set([...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to));
    expect([...referred].sort()).toEqual(Object.keys(schemas).map((name) => `#/components/schemas/${name}`));
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['IdeaCard', 'IdeaView', 'PersonView', 'Problem', 'Refusal']));
    expect(schemas['IdeaPage']).toMatchObject({ properties: { items: { items: { $ref: '#/components/schemas/ListedIdea' } } } });
    expect(JSON.stringify(document)).not.toContain('"$id"');
  });

  it('is the one that is committed (write it anew with POLKU_WRITE_OPENAPI=1)', () => {
    const file = join(import.meta.dirname, '..', 'openapi.json');
    const text = `${JSON.stringify(document, null, 1)}\n`;
    if (process.env['POLKU_WRITE_OPENAPI']) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
