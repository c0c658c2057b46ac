import { get } from 'node:http';
import { type Permission, PERMISSIONS } from '#contracts';
import request from 'supertest';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { asked, examined, exploring, scorecard, scored, steppedOut } from '../../../test/path.js';
import { CAST, type CastName } from '../../../seeds/cast.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const PANEL = ['irena', 'hanna', 'tomek'] as const;
/** What each member writes on their scorecard, to be found wherever it leaks. */
const WORDS: Readonly<Partial<Record<CastName, string>>> = {
  irena: 'unobtainable-irena',
  hanna: 'unobtainable-hanna',
  piotr: 'unobtainable-piotr',
};
const COLLEAGUES = (Object.keys(CAST) as CastName[]).filter((name) => CAST[name].organisation === 'aleksandrow');

/** A decision that Irena and Hanna have scored, and Tomek has not. */
async function halfScored() {
  const idea = await exploring(polku);
  const panel = PANEL.map((name) => polku.founded.members[name]);
  const decision = await asked(polku, idea, 'time', { panel });
  await scored(await polku.as('irena'), decision, 1, 'A first thought.');
  await scored(await polku.as('irena'), decision, 2, WORDS.irena ?? null);
  await scored(await polku.as('hanna'), decision, 5, WORDS.hanna ?? null);
  return { idea, decision };
}

/** What every address that can be read says to this person, by the name of its route; the live stream is read by itself. */
async function everythingReadBy(actor: Actor, decision: { id: string }, number: number): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const [key, { method, path }] of Object.entries<Permission>(PERMISSIONS)) {
    if (method !== 'GET' || key === 'follow-live') continue;
    const address = path
      .replace('{organisation}', 'aleksandrow')
      .replace('{number}', String(number))
      .replace('{pathway}', 'helsingborg')
      .replace('{step}', 'explore-idea')
      .replace('{member}', polku.founded.members.irena)
      .replace('{id}', decision.id);
    for (const query of key.startsWith('list-') ? ['', '?mine=true&limit=100', '?state=scoring&limit=100'] : [''])
      said.set(`${key}${query}`, (await actor.get(address + query)).text);
  }
  return said;
}

/** The routes at which somebody can read another's words. */
async function leaksTo(name: CastName, decision: { id: string }, number: number): Promise<string[]> {
  const others = Object.entries(WORDS).flatMap(([writer, words]) => (writer === name ? [] : [words]));
  const said = await everythingReadBy(await polku.as(name), decision, number);
  return [...said].filter(([, text]) => others.some((words) => text.includes(words))).map(([route]) => route);
}

describe('while a panel is blind', () => {
  it('no address shows anybody another’s scorecard, whatever their role; afterwards this search finds it', async () => {
    const { idea, decision } = await halfScored();
    await polku.settle();
    for (const name of COLLEAGUES) expect([name, await leaksTo(name, decision, idea.number)]).toEqual([name, []]);
    await scored(await polku.as('tomek'), decision, 3);
    for (const name of COLLEAGUES.filter((it) => it !== 'sanna'))
      expect([name, await leaksTo(name, decision, idea.number)]).toEqual([name, expect.arrayContaining(['read-decision'])]);
    expect(await leaksTo('sanna', decision, idea.number)).toEqual([]);
  });

  it('shows to each the score of nobody else, not as a mean, a spread or a count either', async () => {
    const { decision } = await halfScored();
    for (const name of ['maja', 'oskar', 'hanna', 'irena', 'tomek', 'piotr'] as const) {
      const read = await examined(await polku.as(name), decision);
      expect(read).toMatchObject({ blind: true, scorecards: null, summary: null, weightedMean: null });
      const { mine, criteria, ...rest } = read;
      expect(criteria.flatMap((it) => Object.keys(it))).not.toContain('score');
      expect(JSON.stringify(rest)).not.toMatch(/"(score|mean|low|high|counts|notApplicable)":/);
      expect(mine?.scores.map(({ score }) => score) ?? null).toEqual(
        name === 'irena' ? [2, 2, 2, 2] : name === 'hanna' ? [5, 5, 5, 5] : null,
      );
    }
  });

  it('what is refused says nothing either', async () => {
    const { idea, decision } = await halfScored();
    for (const name of COLLEAGUES.filter((it) => it !== 'irena' && it !== 'hanna')) {
      const actor = await polku.as(name);
      const answers = [
        await actor.put(`/decisions/${decision.id}/scorecard`, { scores: [] }),
        await actor.put(`/decisions/${decision.id}/scorecard`, { scores: [{ criterion: 'feasibility', score: 9 }] }),
        await actor.post(`/decisions/${decision.id}/conflict`, {}),
        await actor.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Go.' }),
        await actor.post(`/decisions/${decision.id}/outcome`, { outcome: 'stop', reason: 'No.' }),
        await actor.post(`/ideas/${idea.number}/decisions`, { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-31' }),
      ];
      for (const { status, text } of answers) {
        expect([name, status >= 400]).toEqual([name, true]);
        for (const words of Object.values(WORDS)) expect(text).not.toContain(words);
        expect(text).not.toContain('A first thought.');
      }
    }
  });

  it('neither events nor notifications nor mails carry it, and the live stream does not', async () => {
    const oskar = await polku.as('oskar');
    let streamed = '';
    const stream = get(`${polku.url}/api/v1/organisations/aleksandrow/live`, { headers: { Cookie: oskar.cookie } }, (incoming) => {
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => (streamed += chunk));
    });
    await eventually(() => streamed.includes('ready'));
    await halfScored();
    await polku.settle();
    await eventually(() => streamed.split('scorecard-given').length > 2);
    stream.destroy();
    const rows = await polku.sql<{ text: string }>(
      `select to_jsonb(e)::text as text from app.domain_event e union all select to_jsonb(t)::text from app.event_text t
       union all select to_jsonb(n)::text from app.notification n union all select to_jsonb(d)::text from app.delivery d
       union all select to_jsonb(d)::text from app.decision d`,
    );
    const { body } = await request(polku.url).get('/dev/mail');
    const mails = await Promise.all((body as { items: { id: string }[] }).items.map(({ id }) => request(polku.url).get(`/dev/mail/${id}`)));
    expect(mails.length).toBeGreaterThan(0);
    const everything = [streamed, ...rows.map(({ text }) => text), ...mails.map(({ text }) => text)];
    for (const words of [...Object.values(WORDS), 'A first thought.'])
      expect(everything.filter((text) => text.includes(words))).toEqual([]);
    expect(everything.filter((text) => /"scores?":/.test(text))).toEqual([]);
    const kept = await polku.sql<{ text: string }>(`select to_jsonb(s)::text as text from app.scorecard s`);
    expect(kept.some(({ text }) => text.includes(WORDS.irena ?? ''))).toBe(true);
  });

  it('who has stepped out has left nothing to be read, then or later', async () => {
    const panel = ['piotr', 'tomek'].map((name) => polku.founded.members[name as CastName]);
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { panel });
    await scored(await polku.as('piotr'), decision, 1, WORDS.piotr ?? null);
    await steppedOut(await polku.as('piotr'), decision, 'My wife asked for it.');
    const OTHERS = ['maja', 'oskar', 'hanna', 'tomek'] as const;
    for (const name of OTHERS) expect([name, await leaksTo(name, decision, idea.number)]).toEqual([name, []]);
    const open = await scored(await polku.as('tomek'), decision, 4);
    expect(open.scorecards?.map(({ member, scores }) => [member?.name, scores.map(({ score }) => score)])).toEqual([
      ['Tomek', [4, 4, 4, 4]],
    ]);
    for (const name of COLLEAGUES) expect([name, await leaksTo(name, decision, idea.number)]).toEqual([name, []]);
    expect(JSON.stringify(await examined(await polku.as('piotr'), decision))).not.toContain(WORDS.piotr);
  });

  it('another organisation learns nothing at all', async () => {
    const { decision } = await halfScored();
    const elin = await polku.as('elin');
    for (const actor of [elin, elin.at('aleksandrow')]) {
      expect((await actor.get(`/decisions/${decision.id}`)).status).toBe(404);
      expect((await actor.put(`/decisions/${decision.id}/scorecard`, scorecard(1))).status).toBe(404);
    }
  });
});
