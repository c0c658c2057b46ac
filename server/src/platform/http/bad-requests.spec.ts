import request from 'supertest';
import { AIR_IDEA, submitted } from '../../../test/factories.js';
import { startTestApp, type TestApp } from '../../../test/app.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('a bad request', () => {
  it('is no fault of the server when its body is nested without end, whether it has a key or not', async () => {
    const maja = await polku.as('maja');
    const nested = `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const headers of [{}, { 'Idempotency-Key': 'nested' }] as Record<string, string>[]) {
      const response = await request(polku.url)
        .post('/api/v1/organisations/aleksandrow/ideas')
        .set({ Cookie: maja.cookie, 'Content-Type': 'application/json', ...headers })
        .send(nested);
      expect([response.status, response.body.code]).toEqual([422, 'invalid']);
    }
  });

  it('is told what is missing from what is of the wrong type', async () => {
    const maja = await polku.as('maja');
    const codes = async (path: string, body: object) => {
      const response = await maja.post(path, body);
      return response.body.fields.map((it: { path: string; code: string }) => `${it.path} ${it.code}`);
    };
    expect(await codes('/ideas', { title: 5, need: null, tags: 'air' })).toEqual(['title wrong-type', 'need required', 'tags wrong-type']);
    const { number } = await submitted(maja, { title: 'A bench', need: 'Nobody can sit.' });
    expect(await codes(`/ideas/${number}/transitions`, { version: 1.5 })).toEqual(['to required', 'version not-whole']);
  });

  it('has no field by the names of the language’s own, at any depth', async () => {
    const maja = await polku.as('maja');
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'other']) {
      const flat = await maja.post('/ideas', `{"title":"A bench","need":"Nobody can sit.","${key}":{"admin":true}}`, JSON_TYPE);
      expect([key, flat.status, flat.body.fields?.[0]]).toMatchObject([key, 422, { path: key, code: 'unknown-field' }]);
      const { number } = await submitted(maja, { title: 'A bench', need: 'Nobody can sit.' });
      const nested = await maja.post(`/ideas/${number}/transitions`, `{"to":"parked","version":1,"fields":{"${key}":1}}`, JSON_TYPE);
      expect([key, nested.status, nested.body.fields?.[0]]).toMatchObject([key, 422, { path: `fields.${key}`, code: 'unknown-field' }]);
    }
  });

  it('is refused when its text is no UTF-8, or says that it is something else', async () => {
    const maja = await polku.as('maja');
    const send = (body: Buffer, type: string) =>
      fetch(`${polku.url}/api/v1/organisations/aleksandrow/ideas`, {
        method: 'POST',
        headers: { cookie: maja.cookie, 'content-type': type },
        body: new Uint8Array(body),
      });
    const idea = JSON.stringify({ title: 'A bénch', need: 'Nobody can sit.' });
    const broken = await send(Buffer.from(idea, 'latin1'), 'application/json');
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'unreadable', fields: [{ code: 'not-readable' }] }]);
    for (const charset of ['utf-16', 'utf-7', 'UTF-32', 'latin1', '"utf-16le"', '']) {
      const other = await send(Buffer.from(idea), `application/json; charset=${charset}`);
      expect([charset, other.status, await other.json()]).toMatchObject([charset, 415, { code: 'unsupported-media-type' }]);
    }
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"']) {
      expect([charset, (await send(Buffer.from(idea), `application/json; charset=${charset}`)).status]).toEqual([charset, 201]);
    }
  });

  it('says nothing with blanks and signs that nobody sees', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    for (const title of [' ', '\u00a0', '\u200b', '\u200d\ufeff', '\u202e\u2066']) {
      const response = await maja.post('/ideas', { ...AIR_IDEA, title });
      expect([title, response.status, response.body.fields?.[0]]).toMatchObject([title, 422, { path: 'title', code: 'required' }]);
    }
    const { number } = await submitted(maja, { need: 'A flag.', title: '🏴󠁧󠁢󠁳󠁣󠁴󠁿' });
    const silent = await hanna.post(`/ideas/${number}/transitions`, {
      to: 'parked',
      version: 1,
      reason: '\u200b',
      fields: { returnOn: '2026-05-01' },
    });
    expect([silent.status, silent.body.refusals?.[0].code]).toEqual([409, 'reason-given']);
  });

  it('names no idea with what is no number in decimal digits', async () => {
    const maja = await polku.as('maja');
    const { number } = await submitted(maja, { title: 'A bench', need: 'Nobody can sit.' });
    const unknown = await maja.get('/ideas/999999');
    for (const path of [`0x${number.toString(16)}`, `0${number}`, `${number}.0`, `${number}e0`, 'abc', '-1', '%20', '9'.repeat(400)]) {
      for (const below of ['', '/history', '/rollout', '/experiments', '/decisions', '/engagements']) {
        const response = await maja.get(`/ideas/${path}${below}`);
        expect([path, below, response.status, response.body]).toEqual([path, below, 404, unknown.body]);
      }
      expect([path, (await maja.put(`/ideas/${path}/place`, { between: [null, null] })).status]).toEqual([path, 404]);
    }
  });

  it('is told which part of its address is no id', async () => {
    const maja = await polku.as('maja');
    for (const path of ['/experiments/xyz', '/decisions/xyz']) {
      const { status, body } = await maja.get(path);
      expect([path, status, body.fields?.[0]?.path]).toEqual([path, 422, 'id']);
    }
  });

  it('is told that a list does not know what it asks', async () => {
    const oskar = await polku.as('oskar');
    const lists = [
      '/ideas',
      '/decisions',
      '/decisions/log.csv',
      '/members',
      '/lessons',
      '/effects',
      '/notifications',
      '/boards/helsingborg',
    ];
    for (const list of lists) {
      for (const key of ['q[]', 'q[a]', 'serch']) {
        const response = await oskar.get(`${list}?${key}=x`);
        expect([list, response.status, response.body.fields]).toEqual([
          list,
          422,
          [{ path: key, code: 'unknown-field', message: 'There is no such field.' }],
        ]);
      }
      expect([list, (await oskar.get(`${list}?limit=5&limit=6`)).status]).toEqual([list, 422]);
    }
  });

  it('finds nothing or something when it searches for signs, and never fails', async () => {
    const maja = await polku.as('maja');
    await submitted(maja);
    for (const q of [
      '-'.repeat(300),
      '- '.repeat(150),
      '-!'.repeat(150),
      '-"'.repeat(100),
      '(-'.repeat(100),
      'or '.repeat(90),
      '&|!():*<>',
      "\\'",
    ]) {
      expect([q, (await maja.get(`/ideas?q=${encodeURIComponent(q)}`)).status]).toEqual([q, 200]);
    }
    const without = await maja.get(`/ideas?q=${encodeURIComponent('height -exhaust')}`);
    expect(without.body.items).toEqual([]);
    const inOne = await maja.get(`/ideas?q=${encodeURIComponent('height -zeppelin')}`);
    expect(inOne.body.items.length).toBe(1);
  });
});

describe('an answer of the server', () => {
  it('stays in no cache: it may name people', async () => {
    const maja = await polku.as('maja');
    const { number } = await submitted(maja, AIR_IDEA);
    for (const path of [`/ideas/${number}`, '/members', '/api/v1/me', '/api/v1/nowhere']) {
      expect([path, (await maja.get(path)).headers['cache-control']]).toEqual([path, 'no-store']);
    }
  });
});
