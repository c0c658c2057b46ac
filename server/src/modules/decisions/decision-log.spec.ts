import { parse } from 'csv-parse/sync';
import { v7 as uuid } from 'uuid';
import { LANGUAGES, type DecisionPage, type DecisionView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { submitted } from '../../../test/factories.js';
import { asked, decided, exploring } from '../../../test/path.js';

let polku: TestApp;
let open: DecisionView;
let yes: DecisionView;
let adapted: DecisionView;

beforeAll(async () => {
  polku = await startTestApp();
  open = await asked(polku, await exploring(polku), 'time', { note: 'Is there 100 % of the Łódź data_set?' });
  yes = await asked(polku, await exploring(polku), 'time');
  polku.clock.moveTo(new Date('2026-03-10T10:00:00Z'));
  yes = await decided(polku, yes, 'yes', { reason: 'Go ahead.' });
  polku.clock.moveTo(new Date('2026-03-12T22:30:00Z'));
  adapted = await asked(polku, await exploring(polku), 'time', { decider: polku.founded.members.irena });
  const response = await (
    await polku.as('irena')
  ).post(`/decisions/${adapted.id}/outcome`, { outcome: 'adapt', reason: 'Smaller, please.', mustChange: 'Two schools.' });
  expect(response.status).toBe(201);
  await polku.sql(`update app.decision set against_verdict = true where id = $1`, [adapted.id]);
});

afterAll(() => polku.close());

async function found(query: string): Promise<string[]> {
  const response = await (await polku.as('maja')).get(`/decisions?limit=100&${query}`);
  expect([query, response.status]).toEqual([query, 200]);
  return (response.body as DecisionPage).items.map(({ id }) => id);
}

async function csv(query = '', headers: Record<string, string> = {}): Promise<{ text: string; rows: string[][] }> {
  const { cookie } = await polku.as('hanna');
  const response = await fetch(`${polku.url}/api/v1/organisations/aleksandrow/decisions/log.csv?${query}`, {
    headers: { cookie, ...headers },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  return { text, rows: parse(text, { bom: true }) };
}

describe('the log of decisions', () => {
  it('is narrowed by kind, state, outcome, decider and verdict', async () => {
    expect(await found('kind=time')).toEqual([adapted.id, yes.id, open.id]);
    expect(await found('kind=money')).toEqual([]);
    expect(await found('state=requested')).toEqual([open.id]);
    expect(await found('outcome=yes')).toEqual([yes.id]);
    expect(await found(`decider=${polku.founded.members.irena}`)).toEqual([adapted.id]);
    expect(await found('against=true')).toEqual([adapted.id]);
    expect(await found('against=false')).toEqual([yes.id, open.id]);
    expect(await found('outcome=adapt&against=false')).toEqual([]);
  });

  it('is narrowed by days of the organisation: of the deciding, or the asking while it is open', async () => {
    expect(await found('from=2026-03-10')).toEqual([adapted.id, yes.id]);
    expect(await found('until=2026-03-09')).toEqual([open.id]);
    expect(await found('from=2026-03-10&until=2026-03-11')).toEqual([yes.id]);
    // Half past ten in the evening in London is the same day in Warsaw still.
    expect(await found('from=2026-03-12&until=2026-03-12')).toEqual([adapted.id]);
    expect(await found('from=2026-03-12&until=2026-03-11')).toEqual([]);
  });

  it('is searched in titles, questions, reasons and by number, without regard to case and accents', async () => {
    expect(await found('q=lodz')).toEqual([open.id]);
    expect(await found(`q=${encodeURIComponent('100 %')}`)).toEqual([open.id]);
    expect(await found('q=data_set')).toEqual([open.id]);
    expect(await found('q=dataXset')).toEqual([]);
    expect(await found('q=GO AHEAD')).toEqual([yes.id]);
    expect(await found('q=child height')).toEqual([adapted.id, yes.id, open.id]);
    expect(await found(`q=%23${yes.idea.number}`)).toEqual([yes.id]);
    expect(await found(`q=${yes.idea.number}`)).toContain(yes.id);
    expect(await found('q=')).toHaveLength(3);
  });

  it('knows only what it can be narrowed by', async () => {
    const maja = await polku.as('maja');
    for (const query of ['kind=love', 'outcome=maybe', 'decider=oskar', 'against=perhaps', 'from=yesterday', `q=${'x'.repeat(201)}`]) {
      expect([query, (await maja.get(`/decisions?${query}`)).status]).toEqual([query, 422]);
    }
  });
});

describe('the log as a file', () => {
  it('has all that the list has, filtered alike, in UTF-8 that spreadsheets see', async () => {
    const { text, rows } = await csv();
    expect(text.startsWith('\uFEFF"Idea","Title","Decision"')).toBe(true);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toEqual([
      String(yes.idea.number),
      yes.idea.title,
      'time decision',
      'decided',
      '2026-03-02 12:00',
      'Maja',
      '',
      '2026-03-31 23:59',
      'Oskar',
      '2026-03-10 11:00',
      'Oskar',
      'yes',
      'Go ahead.',
      '',
      'no',
      '',
    ]);
    expect((await csv('against=true')).rows.slice(1).map((row) => row.slice(-5))).toEqual([
      ['adapt', 'Smaller, please.', 'Two schools.', 'yes', ''],
    ]);
    expect((await csv('q=nothing of this')).rows).toHaveLength(1);
  });

  it('speaks the language of who asks', async () => {
    const headers = new Set<string>();
    for (const language of LANGUAGES) {
      const { rows } = await csv('outcome=yes', { 'accept-language': language });
      headers.add((rows[0] ?? []).join());
      expect(new Set(rows[0]).size).toBe(16);
      expect((rows[0] ?? []).every((name) => /^\p{L}/u.test(name))).toBe(true);
    }
    expect(headers.size).toBe(5);
    expect((await csv('outcome=yes', { 'accept-language': 'pl' })).rows[1]).toEqual(
      expect.arrayContaining(['decyzja o czasie pracy', 'tak', 'nie']),
    );
  });

  it.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\u200b=cmd', 'say "yes", they said\nand left'])(
    'lets no cell of %j do harm',
    async (text) => {
      await polku.sql(`update app.decision set note = $2, reason = $2, idea_title = $2 where id = $1`, [yes.id, text]);
      const [, row] = (await csv('outcome=yes')).rows;
      const safe = text.startsWith('say') ? text : `'${text}`;
      expect([row?.[1], row?.[6], row?.[12]]).toEqual([safe, safe, safe]);
    },
  );

  it('goes on past what is read at once, without a gap or a repeat', async () => {
    const idea = await submitted(await polku.as('maja'), { title: 'One of very many' });
    const [row] = await polku.sql<{ id: string }>(`select id from app.idea where number = $1`, [idea.number]);
    // All asked for in the same moment: only their ids tell them apart.
    await polku.sql(
      `insert into app.decision (id, organisation_id, idea_id, kind, state, from_step, to_step, decider_id, asked_by, asked_at, deadline, note,
         outcome, reason, decided_at, decided_by)
       select t.id, $2, $3, 'time', 'decided', 'submitted', 'explore-idea', $4, $4, '2026-02-01', '2026-02-10', 'No ' || t.place, 'adapt', 'No.', '2026-02-05', $4
       from unnest($1::uuid[]) with ordinality as t(id, place)`,
      [Array.from({ length: 1_234 }, () => uuid()), polku.founded.organisations.aleksandrow, row?.id, polku.founded.members.oskar],
    );
    const { rows } = await csv('q=very many');
    expect(new Set(rows.slice(1).map((it) => it[6])).size).toBe(1_234);
    expect(rows).toHaveLength(1_235);
    await polku.sql(`delete from app.decision where idea_id = $1`, [row?.id]);
  });

  it('is not for everybody', async () => {
    for (const [name, status] of [
      ['maja', 403],
      ['sanna', 403],
      ['oskar', 200],
      ['piotr', 200],
    ] as const) {
      expect([name, (await (await polku.as(name)).get('/decisions/log.csv')).status]).toEqual([name, status]);
    }
    expect((await (await polku.as('oskar')).get('/decisions/log.csv?kind=love')).status).toBe(422);
  });
});
