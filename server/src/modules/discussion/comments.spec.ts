import type { CommentPage, CommentView, HistoryPage, IdeaView, NotificationPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { eventually } from '../../../test/eventually.js';
import { submitted } from '../../../test/factories.js';

let polku: TestApp;
let maja: Actor;
let tomek: Actor;
let hanna: Actor;
let idea: IdeaView;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, tomek, hanna] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna')];
});

beforeEach(async () => {
  idea = await submitted(maja, { title: 'Shade for the bus stop' });
});

afterAll(() => polku.close());

const said = async (who: Actor, body: string, mentions: string[] = []): Promise<CommentView> => {
  const response = await who.post(`/ideas/${idea.number}/comments`, { body, mentions });
  expect(response.status).toBe(201);
  return response.body as CommentView;
};
const read = async (who: Actor, query = '') => (await who.get(`/ideas/${idea.number}/comments${query}`)).body as CommentPage;
const edit = (who: Actor, { id, version }: CommentView, body: string, mentions: string[] = []) =>
  who.patch(`/comments/${id}`, { version, body, mentions });
const told = async (who: Actor) => {
  await polku.settle();
  const { items } = (await who.get('/notifications')).body as NotificationPage;
  return items.filter(({ link }) => link?.includes(`/ideas/${idea.number}`)).map(({ kind }) => kind);
};
const refusedFor = ({ status, body }: { status: number; body: { refusals?: { code: string }[] } }) => [status, body.refusals?.[0]?.code];

describe('comments on an idea', () => {
  it('are read by everybody of the organisation, the newest first, page by page', async () => {
    for (const body of ['First.', 'Second,\nof two lines.', 'Third.']) await said(tomek, body);
    const { items, next } = await read(hanna, '?limit=2');
    expect(items.map(({ body, by, mayEdit, mayDelete }) => [body, by?.name, mayEdit, mayDelete])).toEqual([
      ['Third.', 'Tomek', false, true],
      ['Second,\nof two lines.', 'Tomek', false, true],
    ]);
    const rest = await read(maja, `?limit=2&cursor=${next}`);
    expect([rest.items.map(({ body, mayDelete }) => [body, mayDelete]), rest.next]).toEqual([[['First.', false]], null]);
  });

  it('do not touch the idea: who edits it meets no conflict', async () => {
    await said(tomek, 'A thought.');
    expect((await maja.patch(`/ideas/${idea.number}`, { version: idea.version, need: 'It is hot.' })).status).toBe(200);
  });

  it('say something, in at most ten thousand characters', async () => {
    for (const body of ['', ' \u200b ', 'x'.repeat(10_001), 'a\u0000b']) {
      expect((await maja.post(`/ideas/${idea.number}/comments`, { body })).status).toBe(422);
    }
    expect((await maja.post('/ideas/999999/comments', { body: 'Where?' })).status).toBe(404);
  });

  it('are changed by who wrote them only; what they said stays in the history until they are deleted', async () => {
    const comment = await said(tomek, 'It is to cold.');
    expect(refusedFor(await edit(hanna, comment, 'Mine now.'))).toEqual([409, 'own-comment']);
    const edited = (await edit(tomek, comment, 'It is too cold.')).body as CommentView;
    expect([edited.body, edited.version, edited.editedAt]).toEqual(['It is too cold.', 2, expect.any(String)]);
    const stale = await edit(tomek, comment, 'It was too cold.');
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'version-conflict', current: { body: 'It is too cold.' } }]);
    // The same words change nothing.
    expect((await edit(tomek, edited, 'It is too cold.')).body).toMatchObject({ version: 2 });
    const history = async () =>
      ((await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage).items.map(({ kind, details }) => [kind, details['before']]);
    expect((await history()).slice(0, 2)).toEqual([
      ['comment-edited', 'It is to cold.'],
      ['comment-written', undefined],
    ]);
    await tomek.delete(`/comments/${comment.id}`);
    expect((await history()).slice(0, 2)).toEqual([
      ['comment-deleted', undefined],
      ['comment-edited', undefined],
    ]);
  });

  it('are taken away by who wrote them or the hub: that there was one, and who took it, stays', async () => {
    const [one, other] = [await said(tomek, 'Rude.'), await said(tomek, 'Regretted.')];
    expect(refusedFor(await maja.delete(`/comments/${one.id}`))).toEqual([409, 'own-comment']);
    expect([(await hanna.delete(`/comments/${one.id}`)).status, (await tomek.delete(`/comments/${other.id}`)).status]).toEqual([204, 204]);
    expect((await hanna.delete(`/comments/${one.id}`)).status).toBe(204);
    const { items } = await read(tomek);
    expect(items.map(({ body, deletedBy, mayEdit, mayDelete }) => [body, deletedBy?.name, mayEdit, mayDelete])).toEqual([
      ['', 'Tomek', false, false],
      ['', 'Hanna', false, false],
    ]);
    expect(refusedFor(await edit(tomek, { ...other, version: 2 }, 'Back.'))).toEqual([409, 'own-comment']);
    expect(JSON.stringify(await polku.sql(`select * from app.comment`))).not.toContain('Rude.');
  });

  it('are gone also from the answer to a request that comes again, which says nothing twice', async () => {
    const send = () => tomek.post(`/ideas/${idea.number}/comments`, { body: 'Rash.' }, { 'Idempotency-Key': `rash-${idea.number}` });
    const { body: comment } = await send();
    await tomek.delete(`/comments/${comment.id}`);
    const again = await send();
    expect([again.status, again.body.id, again.body.body]).toEqual([201, comment.id, '']);
    expect((await read(tomek)).items).toHaveLength(1);
    expect(JSON.stringify(await polku.sql(`select body from app.idempotency_key`))).not.toContain('Rash.');
  });

  it('tell those around the idea in Polku, and who is named by mail too, each once', async () => {
    const { tomek: named, hanna: hub } = polku.founded.members;
    const comment = await said(hanna, '@Tomek knows more.', [named, named, hub]);
    expect(comment.mentions.map(({ name }) => name)).toEqual(['Tomek', 'Hanna']);
    expect([await told(tomek), await told(hanna), (await told(maja)).filter((kind) => kind !== 'acknowledged')]).toEqual([
      ['mentioned'],
      [],
      ['commented'],
    ]);
    const mails = await polku.sql<{ kind: string }>(
      `select n.kind from app.delivery d join app.notification n on n.id = d.notification_id join app.idea i on i.id = n.idea_id
       where i.number = $1 and n.kind in ('commented', 'mentioned')`,
      [idea.number],
    );
    expect(mails).toEqual([{ kind: 'mentioned' }]);
    await edit(hanna, comment, '@Tomek and @Maja know more.', [named, polku.founded.members.maja]);
    expect([await told(tomek), (await told(maja)).filter((kind) => kind !== 'acknowledged')]).toEqual([
      ['mentioned'],
      ['mentioned', 'commented'],
    ]);
  });

  it('wait for whoever changes the idea: its events are published in their order', async () => {
    const comment = await said(tomek, 'First.');
    const waits = async () => {
      const rows = await polku.sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      return rows.length > 0;
    };
    const writes = [
      () => tomek.post(`/ideas/${idea.number}/comments`, { body: 'Second.' }),
      () => edit(tomek, comment, 'First of all.'),
      () => tomek.delete(`/comments/${comment.id}`),
    ];
    for (const write of writes) {
      const answer = await withClient(polku.database.url, async (client) => {
        await client.query('begin');
        await client.query(`select 1 from app.idea where number = $1 for update`, [idea.number]);
        let isWritten = false;
        const writing = write().then((response) => {
          isWritten = true;
          return response;
        });
        await eventually(async () => isWritten || (await waits()));
        expect(isWritten).toBe(false);
        await client.query('commit');
        return writing;
      });
      expect(answer.ok).toBe(true);
    }
  });

  it('are edited also when somebody named in them has become a guest since', async () => {
    const { maja: named, tomek: fresh } = polku.founded.members;
    const comment = await said(hanna, '@Maja nose more.', [named]);
    await polku.sql(`update app.membership set roles = '{resident}' where id = $1`, [named]);
    const edited = await edit(hanna, comment, '@Maja knows more, and @Tomek.', [named, fresh]);
    const again = await hanna.post(`/ideas/${idea.number}/comments`, { body: '@Maja', mentions: [named] });
    await polku.sql(`update app.membership set roles = '{employee}' where id = $1`, [named]);
    expect([edited.status, again.status]).toEqual([200, 422]);
    expect(edited.body.mentions.map(({ name }: { name: string }) => name)).toEqual(['Maja', 'Tomek']);
  });

  it('name nobody who is no colleague', async () => {
    for (const member of [polku.founded.members.sanna, polku.founded.members.elin]) {
      const response = await maja.post(`/ideas/${idea.number}/comments`, { body: 'Hello.', mentions: [member] });
      expect([response.status, response.body.fields]).toMatchObject([422, [{ path: 'mentions', code: 'not-a-member' }]]);
    }
  });

  it('are unknown elsewhere', async () => {
    const comment = await said(maja, 'Ours.');
    const elin = await polku.as('elin');
    for (const response of [
      await elin.get(`/comments/${comment.id}`),
      await edit(elin, comment, 'Theirs.'),
      await elin.delete(`/comments/${comment.id}`),
    ]) {
      expect(response.status).toBe(404);
    }
    expect((await maja.get(`/comments/${comment.id}`)).body).toMatchObject({ body: 'Ours.' });
  });
});
