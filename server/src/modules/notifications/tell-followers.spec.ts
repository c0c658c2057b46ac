import type { IdeaView, NotificationPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { listQueries } from '../../../test/count-queries.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';
import { asked, decided, exploring } from '../../../test/path.js';
import type { CastName } from '../../../seeds/cast.js';
import { LiveBus, type LiveMessage } from '../../platform/live/index.js';
import { TellPeople } from './tell-people.js';

const A_DAY = 86_400_000;

let polku: TestApp;
let maja: Actor;
let tomek: Actor;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, tomek, hanna] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna')];
});

afterAll(() => polku.close());

const organisation = () => polku.founded.organisations.aleksandrow;
const follows = async (who: Actor, { number }: Pick<IdeaView, 'number'>) => {
  expect((await who.put(`/ideas/${number}/followers/me`)).status).toBe(200);
};

/** Everybody who was told something of an idea, as `name: kind`, with ` by mail` where a mail went out; sorted. */
async function told({ number }: Pick<IdeaView, 'number'>): Promise<string[]> {
  await polku.settle();
  const rows = await polku.sql<{ member_id: string; kind: string; mailed: boolean }>(
    `select n.member_id, n.kind, exists (select 1 from app.delivery d where d.notification_id = n.id) as mailed
     from app.notification n join app.idea i on i.id = n.idea_id where i.number = $1 and i.organisation_id = $2`,
    [number, organisation()],
  );
  const names = new Map(Object.entries(polku.founded.members).map(([name, id]) => [id, name as CastName]));
  return rows.map(({ member_id, kind, mailed }) => `${names.get(member_id)}: ${kind}${mailed ? ' by mail' : ''}`).sort();
}

describe('who follows an idea', () => {
  it('is told in Polku that it moved, without a mail; who submitted it by mail', async () => {
    const idea = await submitted(maja, { title: 'Shade' });
    await follows(tomek, idea);
    await moved(hanna, idea, 'explore-idea');
    expect(await told(idea)).toEqual(['maja: acknowledged by mail', 'maja: moved by mail', 'tomek: moved']);
    const [first] = ((await tomek.get('/notifications')).body as NotificationPage).items;
    expect(first).toMatchObject({ kind: 'moved', number: idea.number, text: '“Shade” has moved from Submitted to Explore idea.' });
  });

  it('is told once, whatever else they are to it, and never of their own act', async () => {
    const idea = await submitted(maja);
    for (const who of [maja, tomek, hanna]) await follows(who, idea);
    await hanna.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    await moved(hanna, idea, 'explore-idea');
    expect(await told(idea)).toEqual(['maja: acknowledged by mail', 'maja: moved by mail', 'tomek: moved by mail']);
  });

  it('is told that it was merged, and that it was stopped, with the reason', async () => {
    const [one, other] = [await submitted(maja), await submitted(maja)];
    for (const idea of [one, other]) await follows(tomek, idea);
    await moved(hanna, one, 'merged', { fields: { into: other.number } });
    await moved(hanna, other, 'stopped', { reason: 'Nobody came.', fields: { lesson: LESSON } });
    await polku.settle();
    const items = ((await tomek.get('/notifications')).body as NotificationPage).items.slice(0, 2);
    expect(items.map(({ number, reason }) => [number, reason])).toEqual([
      [other.number, 'Nobody came.'],
      [one.number, null],
    ]);
  });

  it('is told of a decision, and not of the move that comes with it', async () => {
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const irena = await polku.as('irena');
    await follows(irena, idea);
    await decided(polku, decision, 'yes');
    expect((await told(idea)).filter((it) => it.startsWith('irena'))).toEqual(['irena: decided']);
  });

  it('is told of a comment; who is named in it, only that', async () => {
    const idea = await submitted(maja);
    const oskar = await polku.as('oskar');
    for (const who of [tomek, oskar, hanna]) await follows(who, idea);
    await hanna.post(`/ideas/${idea.number}/comments`, { body: '@Oskar knows more.', mentions: [polku.founded.members.oskar] });
    expect(await told(idea)).toEqual(['maja: acknowledged by mail', 'maja: commented', 'oskar: mentioned by mail', 'tomek: commented']);
  });

  it('is told that a parked idea is back', async () => {
    const idea = await submitted(maja);
    await follows(tomek, idea);
    await moved(hanna, idea, 'parked', { reason: 'Too cold.', fields: { returnOn: '2026-03-05' } });
    await polku.settle();
    polku.clock.advance(3 * A_DAY);
    await polku.poll();
    expect((await told(idea)).filter((it) => it.startsWith('tomek'))).toEqual(['tomek: moved', 'tomek: returned']);
  });

  it('is not told of what is for others: a decision asked for, a step overdue', async () => {
    const idea = await exploring(polku);
    const irena = await polku.as('irena');
    await follows(irena, idea);
    await asked(polku, idea, 'time');
    expect((await told(idea)).filter((it) => it.startsWith('irena'))).toEqual([]);
  });
});

describe('who is not told', () => {
  it('is who followed only afterwards, who follows no more, who supports, and who cannot see ideas any more', async () => {
    const idea = await submitted(maja);
    const people = { late: await polku.as('irena'), former: await polku.as('oskar'), guest: await polku.as('piotr') };
    for (const who of Object.values(people)) await follows(who, idea);
    await tomek.put(`/ideas/${idea.number}/supporters/me`);
    await people.former.delete(`/ideas/${idea.number}/followers/me`);
    const later = new Date(polku.clock.now().getTime() + A_DAY);
    await polku.sql(`update app.idea_follower set since = $1 where member_id = $2`, [later, polku.founded.members.irena]);
    await polku.sql(`update app.membership set roles = array['resident'] where id = $1`, [polku.founded.members.piotr]);
    await moved(hanna, idea, 'explore-idea');
    expect(await told(idea)).toEqual(['maja: acknowledged by mail', 'maja: moved by mail']);
    await polku.sql(`update app.membership set roles = array['employee', 'admin'] where id = $1`, [polku.founded.members.piotr]);
  });
});

describe('many followers', () => {
  const MANY = 2_500;

  it('are told each once, page by page, on a screen too; and once more changes nothing', async () => {
    const idea = await submitted(maja);
    await polku.sql(
      `with people as (
         insert into app.person (id, language, created_at) select gen_random_uuid(), 'en', $4::timestamptz from generate_series(1, $1::int) returning id
       ), named as (
         insert into app.person_identity (person_id, name, email) select id, 'Somebody', id || '@aleksandrow.example' from people
       ), members as (
         insert into app.membership (id, organisation_id, person_id, roles, created_at)
         select gen_random_uuid(), $2::uuid, id, array['employee'], $4::timestamptz from people returning id
       )
       insert into app.idea_follower (organisation_id, idea_id, member_id, since)
       select $2::uuid, i.id, m.id, i.created_at from members m, app.idea i where i.organisation_id = $2::uuid and i.number = $3`,
      [MANY, organisation(), idea.number, polku.clock.now()],
    );
    await polku.settle();
    const announced: string[] = [];
    const stop = polku.app.get(LiveBus, { strict: false }).listen((message: LiveMessage) => {
      if ('notified' in message && message.notified) announced.push(...message.notified);
    });
    await moved(hanna, idea, 'explore-idea');
    const all = await told(idea);
    stop();
    expect(all).toHaveLength(MANY + 2);
    expect([announced.length, new Set(announced).size]).toEqual([MANY + 1, MANY + 1]);
    const [event] = await polku.sql<{ id: string }>(
      `select e.id from app.domain_event e join app.idea i on i.id = e.idea_id where i.number = $1 and e.kind = 'idea-moved'`,
      [idea.number],
    );
    await polku.sql(`update app.domain_event set handled_at = null where id = $1`, [event?.id]);
    await polku.app.get(TellPeople, { strict: false }).tell(organisation(), [event?.id ?? '']);
    expect(await told(idea)).toEqual(all);
    expect(await polku.sql(`select 1 from app.domain_event where handled_at is null`)).toEqual([]);
  });

  it('cost nothing where nobody follows', async () => {
    const idea = await submitted(maja);
    const queries = await listQueries(polku, async () => {
      await moved(hanna, idea, 'explore-idea');
      await polku.settle();
    });
    expect(queries.filter((text) => text.includes('from app.idea_follower') && text.includes('insert into'))).toEqual([]);
  });
});
