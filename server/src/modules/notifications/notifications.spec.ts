import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import type { NotificationPage, NotificationView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';
import type { CastName } from '../../../seeds/cast.js';
import type { LiveMessage } from '../../platform/live/index.js';
import { LiveBus } from '../../platform/live/index.js';
import { Queues } from '../../platform/queues/index.js';
import { DeliverMail } from './deliver-mail.js';
import { FindLostJobs } from './find-lost-jobs.js';
import { TellPeople } from './tell-people.js';

const A_DAY = 86_400_000;

let polku: TestApp;
let maja: Actor;
let hanna: Actor;
let oskar: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna, oskar] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('oskar')];
});

afterAll(() => polku.close());

/** Everybody who was told something of an idea, as `name: kind`, sorted. */
async function told(number: number): Promise<string[]> {
  await polku.settle();
  const rows = await polku.sql<{ member_id: string; kind: string }>(
    `select n.member_id, n.kind from app.notification n join app.idea i on i.id = n.idea_id where i.number = $1 and i.organisation_id = $2`,
    [number, polku.founded.organisations.aleksandrow],
  );
  const names = new Map(Object.entries(polku.founded.members).map(([name, id]) => [id, name as CastName]));
  return rows.map(({ member_id, kind }) => `${names.get(member_id)}: ${kind}`).sort();
}

async function latest(actor: Actor, language = 'en'): Promise<NotificationView> {
  const response = await request(polku.url)
    .get(`/api/v1/organisations/${actor.name === 'elin' ? 'lindvik' : 'aleksandrow'}/notifications`)
    .set('Cookie', actor.cookie)
    .set('Accept-Language', language);
  const [first] = (response.body as NotificationPage).items;
  if (!first) throw new Error(`${actor.name} was told nothing.`);
  return first;
}

const mailsTo = (address: string) => polku.mailsTo(address);

describe('a submission', () => {
  it('is acknowledged to its submitter, with the day of the answer, in the application and by mail', async () => {
    const idea = await submitted(maja, { title: 'Quiet trams' });
    expect(await told(idea.number)).toEqual(['maja: acknowledged']);
    const notification = await latest(maja);
    expect(notification).toMatchObject({
      kind: 'acknowledged',
      number: idea.number,
      title: 'Quiet trams',
      text: 'We have received your idea “Quiet trams”. You get an answer by 9 March 2026.',
      reason: null,
      readAt: null,
      link: `/aleksandrow/ideas/${idea.number}`,
    });
    const [mail] = await mailsTo('maja@aleksandrow.example');
    expect(mail).toMatchObject({ to: 'Maja <maja@aleksandrow.example>', subject: 'We have received your idea: Quiet trams' });
    expect(mail?.text).toContain('You get an answer by 9 March 2026.');
    expect(mail?.text).toContain(`http://localhost:3000/aleksandrow/ideas/${idea.number}`);
    expect(mail?.text).toContain('You get this because you submitted this idea.');
    expect(mail?.html).toContain('<html lang="en">');
  });

  it('speaks the language of each: the person’s by mail, the screen’s on the screen', async () => {
    await maja.patch('/api/v1/me', { language: 'sv' });
    const idea = await submitted(maja, { title: 'Tystare spårvagnar' });
    await moved(hanna, idea, 'explore-idea');
    await polku.settle();
    const subjects = (await mailsTo('maja@aleksandrow.example')).map(({ subject }) => subject);
    expect(subjects).toContain('Vi har fått din idé: Tystare spårvagnar');
    expect(subjects).toContain('Tystare spårvagnar: nu på steget ”Utforska idé”');
    expect((await latest(maja, 'sv')).text).toBe('Idén ”Tystare spårvagnar” har gått från steget ”Inlämnad” till steget ”Utforska idé”.');
    expect((await latest(maja, 'fi')).text).toBe('Idea ”Tystare spårvagnar” siirtyi vaiheesta ”Lähetetty” vaiheeseen ”Idean selvitys”.');
    expect((await latest(maja, 'pl')).text).toBe(
      'Pomysł „Tystare spårvagnar” przeszedł z etapu „Zgłoszenie” na etap „Rozpoznanie pomysłu”.',
    );
    await maja.patch('/api/v1/me', { language: 'en' });
  });
});

describe('a move', () => {
  it('is told to submitter, team and owner, and never to who moved', async () => {
    const idea = await submitted(maja);
    await hanna.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    await hanna.patch(`/ideas/${idea.number}`, { version: 1, owner: polku.founded.members.hanna });
    await moved(hanna, { ...idea, version: 2 }, 'explore-idea');
    expect(await told(idea.number)).toEqual(['maja: acknowledged', 'maja: moved', 'tomek: moved']);
  });

  it('of one’s own idea by oneself is told to nobody', async () => {
    const idea = await submitted(maja);
    await moved(maja, idea, 'withdrawn');
    expect(await told(idea.number)).toEqual(['maja: acknowledged']);
  });

  it('comes with its reason, line by line', async () => {
    const idea = await submitted(maja, { title: 'Dawn shift' });
    await moved(hanna, idea, 'stopped', { reason: 'Nobody is\nthere at six.', fields: { lesson: LESSON } });
    await polku.settle();
    expect(await latest(maja)).toMatchObject({
      kind: 'moved',
      text: '“Dawn shift” has moved from Submitted to Stopped.',
      reason: 'Nobody is\nthere at six.',
    });
    const [mail] = (await mailsTo('maja@')).filter(({ subject }) => subject.startsWith('Dawn shift'));
    expect(mail?.text).toContain('> Nobody is\n> there at six.');
  });

  it('aside says until when, and the return is told to all around it', async () => {
    const idea = await submitted(maja, { title: 'Next spring' });
    await moved(hanna, idea, 'parked', { reason: 'Too cold now.', fields: { returnOn: '2026-03-05' } });
    await polku.settle();
    expect((await latest(maja)).text).toBe('“Next spring” has moved from Submitted to Parked; it comes back on 5 March 2026.');
    polku.clock.advance(3 * A_DAY);
    await polku.poll();
    expect(await told(idea.number)).toEqual(['hanna: returned', 'maja: acknowledged', 'maja: moved', 'maja: returned']);
    expect((await latest(maja)).text).toBe('“Next spring” is back from Parked and stands on Submitted again.');
  });

  it('that merges names the idea it goes into', async () => {
    const [one, other] = [await submitted(maja, { title: 'Same again' }), await submitted(maja)];
    await moved(hanna, one, 'merged', { fields: { into: other.number } });
    await polku.settle();
    expect((await latest(maja)).text).toBe(`“Same again” has been merged with idea #${other.number}.`);
  });
});

describe('a decision', () => {
  it('is asked of the decider, and told with its reason once, move and all', async () => {
    const idea = await submitted(maja, { title: 'Warm stops' });
    await moved(hanna, idea, 'explore-idea');
    const asked = await hanna.post(`/ideas/${idea.number}/decisions`, {
      kind: 'time',
      decider: polku.founded.members.oskar,
      deadline: '2026-03-20',
      note: 'Two days a week?',
    });
    expect(asked.status).toBe(201);
    await polku.settle();
    expect(await latest(oskar)).toMatchObject({
      kind: 'decision-asked',
      text: 'Please decide on “Warm stops” by 20 March 2026: time for the team?',
      reason: 'Two days a week?',
      link: `/aleksandrow/decisions/${asked.body.id}`,
    });
    const made = await oskar.post(`/decisions/${asked.body.id}/outcome`, { outcome: 'yes', reason: 'The need is plain.' });
    expect(made.status).toBe(201);
    expect(await told(idea.number)).toEqual(['maja: acknowledged', 'maja: decided', 'maja: moved', 'oskar: decision-asked']);
    expect(await latest(maja)).toMatchObject({
      kind: 'decided',
      text: '“Warm stops”: the decision on time is yes.',
      reason: 'The need is plain.',
    });
    expect((await mailsTo('oskar@'))[0]?.text).toContain('You get this because the decision is yours.');
  });
});

describe('a panel', () => {
  it('is asked, and its end is told to the decider: without a score in it', async () => {
    const idea = await submitted(maja, { title: 'Soft kerbs' });
    await moved(hanna, idea, 'explore-idea');
    const { tomek, irena } = polku.founded.members;
    const panel = [tomek, irena, polku.founded.members.hanna];
    const asked = await hanna.post(`/ideas/${idea.number}/decisions`, {
      kind: 'time',
      decider: polku.founded.members.oskar,
      deadline: '2026-03-20',
      panel,
    });
    expect(asked.status).toBe(201);
    const [tomeks, irenas] = [await polku.as('tomek'), await polku.as('irena')];
    await polku.settle();
    expect(await latest(tomeks)).toMatchObject({
      kind: 'panel-asked',
      text: 'Please score “Soft kerbs” by 20 March 2026, before it is decided: time for the team?',
      reason: null,
      link: `/aleksandrow/decisions/${asked.body.id}`,
    });
    expect((await latest(tomeks, 'fi')).text).toMatch(/^Ideasta ”Soft kerbs” tarvitaan arviosi viimeistään 20\. maaliskuuta 2026/);
    const [mail] = await mailsTo('tomek@');
    expect([mail?.subject, mail?.text]).toEqual([
      'Please score by 20 March 2026: Soft kerbs',
      expect.stringContaining('You get this because you are on the panel for this decision.'),
    ]);
    expect(await told(idea.number)).toEqual([
      'irena: panel-asked',
      'maja: acknowledged',
      'maja: moved',
      'oskar: decision-asked',
      'tomek: panel-asked',
    ]);
    const scores = ['desirability', 'feasibility', 'viability', 'evidence'].map((criterion) => ({ criterion, score: 4 }));
    for (const actor of [tomeks, irenas]) await actor.put(`/decisions/${asked.body.id}/scorecard`, { scores });
    await hanna.post(`/decisions/${asked.body.id}/conflict`, { reason: 'I asked for it.' });
    await polku.settle();
    expect(await latest(oskar)).toMatchObject({
      kind: 'scorecards-in',
      text: 'The panel has finished with “Soft kerbs”. You can now read the scorecards and decide, by 20 March 2026.',
      reason: null,
    });
    const deciders = await mailsTo('oskar@');
    const finished = deciders.find(({ subject }) => subject === 'The scorecards are in: Soft kerbs');
    expect(finished?.text).toContain('You get this because the decision is yours.');
    expect(finished?.text).not.toContain('I asked for it.');
  });
});

describe('a decision to adapt', () => {
  it('says by mail what has to change, beside its reason', async () => {
    const idea = await submitted(maja, { title: 'Loud bells' });
    await moved(hanna, idea, 'explore-idea');
    const decider = polku.founded.members.oskar;
    const asked = await hanna.post(`/ideas/${idea.number}/decisions`, { kind: 'time', decider, deadline: '2026-03-20' });
    await oskar.post(`/decisions/${asked.body.id}/outcome`, { outcome: 'adapt', reason: 'Too loud.', mustChange: 'Softer\n<bells>' });
    await polku.settle();
    const mails = await mailsTo('maja@');
    const told = mails.find(({ subject }) => subject === 'Loud bells: adapt and ask again');
    expect(told?.text).toContain('The reason:\n> Too loud.\n\nWhat has to change:\n> Softer\n> <bells>\n');
    expect(told?.html).toContain('What has to change:');
    expect(told?.html).toContain('&lt;bells&gt;');
  });
});

describe('an overdue step', () => {
  it('is told to the hub, and once there is an owner to the owner', async () => {
    const [hubs, tomeks] = [await submitted(maja, { title: 'Late' }), await submitted(maja, { title: 'Later' })];
    await hanna.patch(`/ideas/${tomeks.number}`, { version: 1, owner: polku.founded.members.tomek });
    polku.clock.advance(14 * A_DAY);
    await polku.poll();
    expect(await told(hubs.number)).toEqual(['hanna: step-overdue', 'maja: acknowledged']);
    expect(await told(tomeks.number)).toEqual(['maja: acknowledged', 'tomek: step-overdue']);
    expect((await latest(await polku.as('tomek'))).text).toMatch(/^“Later” is overdue: Submitted was due by \d+ March 2026\.$/);
  });
});

describe('doing it again', () => {
  it('changes nothing: not the notifications, not the mails', async () => {
    const idea = await submitted(maja);
    await polku.settle();
    const everything = () =>
      polku.sql(
        `select n.*, d.id as delivery, d.message_id, d.attempts, d.state from app.notification n join app.delivery d on d.notification_id = n.id order by n.id`,
      );
    const before = await everything();
    const organisation = polku.founded.organisations.aleksandrow;
    const telling = polku.app.get(TellPeople, { strict: false });
    const events = await polku.sql<{ id: string }>(`select id from app.domain_event where idea_number = $1 and organisation_id = $2`, [
      idea.number,
      organisation,
    ]);
    const all = events.map(({ id }) => id);
    const [delivery] = await polku.sql<{ id: string }>(`select id from app.delivery order by created_at desc limit 1`);
    await Promise.all([all, all, ...all.map((id) => [id])].map((ids) => telling.tell(organisation, ids)));
    await polku.sql(`update app.domain_event set handled_at = null where idea_number = $1`, [idea.number]);
    await Promise.all([all, all, ...all.map((id) => [id])].map((ids) => telling.tell(organisation, ids)));
    await polku.app.get(DeliverMail, { strict: false }).deliver(organisation, delivery?.id ?? '');
    await polku.settle();
    expect(await everything()).toEqual(before);
  });

  it('finds what a lost job left behind', async () => {
    const queues = polku.app.get(Queues, { strict: false });
    const addBulk = queues.addBulk.bind(queues);
    queues.addBulk = async (name, jobs) => (name === 'notify' ? undefined : addBulk(name, jobs));
    const idea = await submitted(maja);
    await eventually(async () => (await polku.sql(`select 1 from app.relay_pending`)).length === 0);
    queues.addBulk = addBulk;
    polku.clock.advance(2 * 60_000);
    await polku.app.get(FindLostJobs, { strict: false }).find();
    expect(await told(idea.number)).toEqual(['maja: acknowledged']);
  });
});

describe('the list of notifications', () => {
  it('pages newest first, counts what is unread, and marks it as read', async () => {
    await maja.post('/notifications/read', {});
    const titles = ['One', 'Two', 'Three'];
    for (const title of titles) {
      await submitted(maja, { title });
      polku.clock.advance(1_000);
    }
    await polku.settle();
    const first = (await maja.get('/notifications?limit=2')).body as NotificationPage;
    expect([first.unread, first.items.map(({ title }) => title)]).toEqual([3, ['Three', 'Two']]);
    const second = (await maja.get(`/notifications?limit=1&cursor=${first.next ?? ''}`)).body as NotificationPage;
    expect(second.items.map(({ title }) => title)).toEqual(['One']);
    expect((await maja.post('/notifications/read', { ids: [first.items[0]?.id] })).body).toEqual({ unread: 2 });
    expect(((await maja.get('/notifications?unread=true')).body as NotificationPage).items.map(({ title }) => title)).toEqual([
      'Two',
      'One',
    ]);
    expect((await maja.post('/notifications/read', {})).body).toEqual({ unread: 0 });
  });

  it('is one’s own: nobody reads or marks another’s', async () => {
    await submitted(maja);
    await polku.settle();
    const { id } = await latest(maja);
    expect((await oskar.post('/notifications/read', { ids: [id] })).status).toBe(200);
    expect((await latest(maja)).readAt).toBeNull();
    expect(((await oskar.get('/notifications')).body as NotificationPage).items.map((item) => item.id)).not.toContain(id);
  });

  it('is announced to the browsers of those who were told', async () => {
    const heard: LiveMessage[] = [];
    const stop = polku.app.get(LiveBus, { strict: false }).listen((message) => heard.push(message));
    await submitted(maja);
    await polku.settle();
    stop();
    expect(heard).toContainEqual({ organisation: polku.founded.organisations.aleksandrow, notified: [polku.founded.members.maja] });
  });
});

describe('the mail of the demo', () => {
  it('is a file each, and pages under the strict policy', async () => {
    expect(readdirSync(join(polku.config.dataFolder, 'mail')).every((name) => /^[0-9a-f-]{36}\.eml$/.test(name))).toBe(true);
    const list = await request(polku.url).get('/dev/mail').set('Accept', 'text/html,*/*;q=0.8');
    expect(list.headers['content-type']).toContain('text/html');
    const link = /\/dev\/mail\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? '';
    const page = await request(polku.url).get(link).set('Accept', 'text/html');
    expect(page.text).toContain('<article>');
    expect(page.text).not.toMatch(/ style="|<script|<style/);
    expect((await request(polku.url).get('/dev/mail/style.css')).headers['content-type']).toContain('text/css');
  });

  it('escapes what people wrote', async () => {
    await submitted(maja, { title: '<img src=x onerror=alert(1)> & "more"' });
    await polku.settle();
    const [mail] = (await mailsTo('maja@')).filter(({ subject }) => subject.includes('onerror'));
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
    const page = await request(polku.url)
      .get(`/dev/mail/${mail?.id ?? ''}`)
      .set('Accept', 'text/html');
    expect(page.text).not.toContain('<img');
  });

  it.each(['..%2F..%2Fsecret', '%2e%2e%2fsecret', 'style.css%00', 'no-mail', '0190a5b0-0000-7000-8000-000000000000'])(
    'does not know %s',
    async (id) => {
      expect((await request(polku.url).get(`/dev/mail/${id}`)).status).toBe(404);
    },
  );
});
