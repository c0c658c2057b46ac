import { randomUUID } from 'node:crypto';
import type { DecisionView, IdeaView } from '#contracts';
import { eraseMember, openDuties, patternOf, WORDS } from '../src/erasure/index.js';
import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { withClient } from './database.js';
import { moved, submitted } from './factories.js';
import { findBrokenInvariants } from './invariants.js';
import { asked, decided, inUse, scored, seen, steppedOut } from './path.js';
import { polku as runPolku } from './polku-command.js';

const NAME = 'Maja Wiśniewska-Ostoja';
const ADDRESS = 'maja@aleksandrow.example';

let polku: TestApp;
let idea: IdeaView;
let naming: IdeaView;
let decision: DecisionView;

beforeAll(async () => {
  polku = await startTestApp();
  await polku.sql(`update app.person_identity set name = $1 where email = $2`, [NAME, ADDRESS]);
  const [maja, hanna, irena] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('irena')];
  idea = await inUse(polku);
  await maja.post(`/ideas/${idea.number}/engagements`, {
    on: '2026-03-02',
    who: 'Parents',
    how: 'We asked them.',
    heard: `${NAME} is kind.`,
  });
  await maja.post(`/ideas/${idea.number}/comments`, { body: `Ask me, ${NAME}.` });
  const { body: comment } = await hanna.post(`/ideas/${idea.number}/comments`, {
    body: `@${NAME} knows more.`,
    mentions: [polku.founded.members.maja],
  });
  await hanna.patch(`/comments/${comment.id}`, { version: 1, body: `@${NAME} knows most.`, mentions: [polku.founded.members.maja] });
  for (const way of ['followers', 'supporters']) await maja.put(`/ideas/${idea.number}/${way}/me`);
  await fetch(`${polku.url}/api/v1/organisations/aleksandrow/ideas/${idea.number}/attachments?name=${encodeURIComponent(NAME)}.txt`, {
    method: 'POST',
    headers: { cookie: maja.cookie, 'content-type': 'application/octet-stream' },
    body: 'What we saw.',
  });
  naming = await submitted(hanna, { title: `What ${NAME} saw`, need: `Write to ${ADDRESS}, says maja  wiśniewska-ostoja.`, tags: [NAME] });
  await hanna.patch(`/ideas/${naming.number}`, { version: naming.version, owner: polku.founded.members.maja });
  decision = await asked(polku, await submittedAndExplored(), 'time', {
    panel: [polku.founded.members.irena, polku.founded.members.piotr],
    note: `${NAME} knows more.`,
  });
  await scored(irena, decision, 4, `Ask ${NAME}.`);
  await steppedOut(await polku.as('piotr'), decision, `${NAME} is my neighbour.`);
  await decided(polku, decision, 'yes', { reason: `${NAME} has convinced us.` });
  await polku.settle();
});

afterAll(() => polku.close());

async function submittedAndExplored(): Promise<IdeaView> {
  const own = await submitted(await polku.as('maja'));
  await (await polku.as('hanna')).post(`/ideas/${own.number}/transitions`, { to: 'explore-idea', version: own.version });
  return seen(await polku.as('maja'), own);
}

async function command(input: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const at = { DATABASE_URL: polku.database.url, POLKU_DATA: polku.config.dataFolder };
  const { code, out, err } = await runPolku(at, input, ...args);
  return { code, said: `${out}${err}` };
}

/** Tables of both schemas in which a row says this, anywhere. */
function tracesOf(words: string): Promise<string[]> {
  return withClient(polku.database.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('app', 'bullmq') and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } = await client.query(`select 1 from ${name} t where t::text ilike '%' || $1 || '%' limit 1`, [words]);
      if (hits.length > 0) found.push(name);
    }
    return found.sort();
  });
}

const dutiesOf = (name: 'piotr' | 'tomek' | 'maja') =>
  withClient(polku.database.url, (client) => openDuties(client, polku.founded.organisations.aleksandrow, polku.founded.members[name]));

const broken = () => withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET));

it('knows of every column whether people write in it', async () => {
  const rows = await polku.sql<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'app' and (data_type in ('text', 'jsonb') or udt_name = '_text') and table_name <> 'migrations' order by 1`,
  );
  const words = Object.entries(WORDS).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  const all = rows.map(({ name }) => name);
  expect(words.filter((name) => !all.includes(name))).toEqual([]);
  expect(all.filter((name) => !words.includes(name))).toEqual(CODES);
});

describe('erase-person', () => {
  it('lists what would be left without anybody, and changes nothing', async () => {
    const { code, said } = await command(ADDRESS, 'erase-person', ADDRESS);
    expect(code).toBe(1);
    expect(said).toContain(`${ADDRESS} cannot be erased yet:\n`);
    expect(said).toContain('Hand these over to somebody else first');
    expect(said).toContain(`aleksandrow: owns idea #${naming.number}, "What ${NAME} saw"`);
    expect(await dutiesOf('piotr')).toContain('is the only administrator');
    expect((await dutiesOf('tomek')).join()).toContain(`owns the rollout of idea #${idea.number}`);
    expect((await command('', 'erase-person', 'nobody@aleksandrow.example')).said).toBe(
      'Nobody has the address nobody@aleksandrow.example.\n',
    );
  });

  it('says in a trial what would go, and takes a wrong confirmation for none', async () => {
    const hanna = await polku.as('hanna');
    const { version } = await seen(hanna, naming);
    await hanna.patch(`/ideas/${naming.number}`, { version, owner: polku.founded.members.tomek });
    await polku.settle();
    const before = await tracesOf(NAME);
    const trial = await command('', 'erase-person', ADDRESS, '--dry-run');
    expect([trial.code, trial.said]).toEqual([
      0,
      expect.stringMatching(/aleksandrow: \d+ texts of events .* would go\n.*Nothing was changed/s),
    ]);
    expect(await command('tomek@aleksandrow.example', 'erase-person', ADDRESS)).toEqual({
      code: 1,
      said: 'Nothing was erased: the address must be typed to confirm it, or --yes be given.\n',
    });
    expect(await tracesOf(NAME)).toEqual(before);
    expect((await (await polku.as('maja')).get('/api/v1/me')).status).toBe(200);
  });

  it('leaves no trace of name and address, and a history that can be proven', async () => {
    const maja = await polku.as('maja');
    const open = () => polku.sql(`select idea_id from app.presence where member_id = $1`, [polku.founded.members.maja]);
    await maja.put(`/ideas/${idea.number}/presence/${randomUUID()}`);
    expect(await open()).toHaveLength(1);
    const { code, said } = await command(`${ADDRESS}\n`, 'erase-person', ADDRESS.toUpperCase());
    expect([code, said]).toEqual([0, expect.stringContaining('The person is erased.')]);
    expect(said).toContain(`aleksandrow: 1 files they attached stay, unread by us, on ideas #${idea.number}.`);
    for (const words of [NAME, 'Wiśniewska', ADDRESS]) expect([words, await tracesOf(words)]).toEqual([words, []]);
    expect(await polku.mailsTo(ADDRESS)).toEqual([]);
    expect(await open()).toEqual([]);
    const tomek = await polku.as('tomek');
    expect(await seen(tomek, idea)).toMatchObject({ followers: 0, supporters: 0 });
    expect((await maja.get('/api/v1/me')).status).toBe(401);
    const audit = await command('', 'verify-audit', '--organisation', 'aleksandrow');
    expect([audit.code, audit.said]).toEqual([0, expect.stringMatching(/events are as they were written, \d+ texts were erased/)]);
    expect(await broken()).toEqual([]);
    expect((await command('', 'erase-person', ADDRESS)).code).toBe(1);
  });

  it('does nothing when it is done again', async () => {
    const again = await withClient(polku.database.url, async (client) => {
      const [organisation, member] = [polku.founded.organisations.aleksandrow, polku.founded.members.maja];
      await client.query(`select set_config('app.organisation', $1, false)`, [organisation]);
      expect(await dutiesOf('maja')).toEqual([]);
      return eraseMember(client, { organisation, member, pattern: patternOf(NAME, ADDRESS) });
    });
    expect([...again.values()].filter((count) => count > 0)).toEqual([]);
  });
});

describe('afterwards', () => {
  it('every screen says a former member where the name stood', async () => {
    const hanna = await polku.as('hanna');
    const experiments = (await hanna.get(`/ideas/${idea.number}/experiments`)).body as { items: { id: string }[] };
    const paths = [
      '/boards/helsingborg',
      '/ideas',
      '/ideas?q=air',
      '/members',
      '/decisions',
      '/notifications',
      '/lessons',
      '/effects',
      '/decisions/log.csv',
      '/exports/ideas.csv',
      '/exports/ideas.json',
      `/decisions/${decision.id}`,
      `/experiments/${experiments.items[0]?.id}`,
      ...['', '/history', '/comments', '/decisions', '/experiments', '/engagements', '/rollout'].map(
        (part) => `/ideas/${idea.number}${part}`,
      ),
    ];
    const answers = new Map<string, string>();
    for (const path of paths) {
      const response = await hanna.get(path);
      expect([path, response.status]).toEqual([path, 200]);
      answers.set(path, response.text);
    }
    const former = [...answers].filter(([, text]) => text.includes('A former member')).map(([path]) => path);
    const nameless = ['/ideas?q=air', '/members', '/notifications', '/effects', `/ideas/${idea.number}/rollout`];
    expect(paths.filter((path) => !former.includes(path) && !nameless.includes(path))).toEqual([]);
    expect(answers.get('/members')).not.toContain('ormer');
    const finnish = await fetch(`${polku.url}/api/v1/organisations/aleksandrow/ideas/${idea.number}`, {
      headers: { Cookie: hanna.cookie, 'Accept-Language': 'fi' },
    });
    expect(((await finnish.json()) as IdeaView).submitter?.name).toBe('Entinen jäsen');
    expect((await seen(hanna, naming)).title).toBe('What … saw');
  });

  it('work goes on: nobody tells them, and nobody can give them anything', async () => {
    const hanna = await polku.as('hanna');
    const own = await seen(hanna, decision.idea);
    await moved(hanna, own, 'parked', { reason: 'Later.', fields: { returnOn: '2026-04-20' } });
    const given = await hanna.patch(`/ideas/${naming.number}`, {
      version: (await seen(hanna, naming)).version,
      owner: polku.founded.members.maja,
    });
    expect(given.status).toBe(422);
    await polku.settle();
    expect(await polku.sql(`select id from app.notification where member_id = $1`, [polku.founded.members.maja])).toEqual([]);
    expect(await broken()).toEqual([]);
  });
});

/** What is erased by its row, and columns of codes and of what the organisation calls its own things: nobody writes of people there. */
const CODES = Object.entries({
  amendment: 'fields',
  attachment: 'media_type sha256',
  column_count: 'pathway step',
  decision: 'criteria from_step kind outcome state to_step verdict',
  delivery: 'channel message_id state',
  domain_event: 'data from_state kind to_state',
  engagement: 'step',
  event_text: 'content',
  experiment: 'state',
  idea: 'came_from language pathway rank step',
  idea_origin: 'external_id',
  idempotency_key: 'key',
  import: 'delimiter state step',
  lesson: 'language saved_currency',
  measurement: 'group_name',
  membership: 'roles',
  notification: 'kind',
  organisation: 'default_pathway default_view language name slug time_zone',
  pathway: 'key',
  pathway_version: 'definition',
  person: 'language password_hash',
  person_identity: 'email name',
  rollout: 'effect_direction state unit',
  saved_view: 'pathway',
  session: 'browser system',
  timer: 'kind',
  transition: 'from_step to_step was',
  unit: 'name',
  wip_limit: 'pathway step',
}).flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`));
