import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { moved, submitted } from '../../../test/factories.js';
import { follow as followAt } from '../../../test/follow.js';
import { LiveStreams, MOST_MISSED } from './live-streams.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const follow = (...asked: Parameters<typeof followAt> extends [string, ...infer Rest] ? Rest : never) => followAt(polku.url, ...asked);

describe('following what happens', () => {
  it('tells everybody of the organisation, in order, and nobody of another one', async () => {
    const [maja, hanna, elin] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('elin')];
    const streams = [follow(maja, 'aleksandrow'), follow(hanna, 'aleksandrow'), follow(elin, 'lindvik')] as const;
    for (const stream of streams) await stream.ready();
    const idea = await submitted(maja);
    await moved(hanna, idea, 'explore-idea');
    const [seenByMaja, seenByHanna, seenByElin] = streams;
    await eventually(() => seenByMaja.changes().length === 2 && seenByHanna.changes().length === 2);
    expect(seenByMaja.changes()).toEqual([
      ['idea-submitted', idea.number, true],
      ['idea-moved', idea.number, false],
    ]);
    expect(seenByHanna.heard.at(-1)?.data).toMatchObject({ from: 'submitted', to: 'explore-idea', version: 2, own: true });
    await hanna.put(`/ideas/${idea.number}/place`, { between: [null, null] });
    await eventually(() => seenByMaja.changes().length === 3);
    expect(seenByMaja.heard.at(-1)?.data).toMatchObject({ kind: 'idea-placed', from: 'explore-idea', to: 'explore-idea' });
    await submitted(elin);
    await eventually(() => seenByElin.changes().length === 1);
    expect(seenByMaja.changes()).toHaveLength(3);
    for (const stream of streams) stream.close();
  });

  it('resumes after the last place without a loss or a repeat', async () => {
    const maja = await polku.as('maja');
    const first = follow(maja, 'aleksandrow');
    const { data } = await first.ready();
    first.close();
    const missed = [await submitted(maja), await submitted(maja)].map((it) => it.number);
    await polku.settle();
    const streams = [follow(maja, 'aleksandrow', { lastEventId: data.place }), follow(maja, 'aleksandrow', { after: data.place })];
    for (const stream of streams) await eventually(() => stream.changes().length === 2);
    const later = await submitted(maja);
    for (const stream of streams) {
      await eventually(() => stream.changes().length === 3);
      expect(stream.changes().map(([, number]) => number)).toEqual([...missed, later.number]);
      stream.close();
    }
  });

  it('says reset to who missed too much', async () => {
    const maja = await polku.as('maja');
    await polku.sql(
      `insert into app.domain_event (id, organisation_id, at, kind, idea_id, idea_number, idea_version, place, handled_at, data)
       select gen_random_uuid(), $1, now(), 'idea-placed', gen_random_uuid(), 1, 1, -n, now(), '{}' from generate_series(0, ${MOST_MISSED + 5}) n`,
      [polku.founded.organisations.aleksandrow],
    );
    await polku.sql(`update app.domain_event set place = 1000000 - place where place <= 0`);
    await polku.sql(`update app.relay_head set place = 2000000 where organisation_id = $1`, [polku.founded.organisations.aleksandrow]);
    const stream = follow(maja, 'aleksandrow', { lastEventId: '1' });
    expect((await stream.ready()).event).toBe('reset');
    stream.close();
  });

  it('does not end because it began while the server looked whose session has ended', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const first = follow(maja, 'aleksandrow');
    await first.ready();
    const streams = polku.app.get(LiveStreams, { strict: false });
    const dataSource = streams['dataSource'];
    const query = dataSource.query.bind(dataSource);
    const later: ReturnType<typeof follow>[] = [];
    dataSource.query = async <T>(...asked: Parameters<typeof query>): Promise<T> => {
      const answer: T = await query(...asked);
      if (later.length === 0 && asked[0].includes('from app.session where id = any')) {
        later.push(follow(hanna, 'aleksandrow'));
        await later[0]?.ready();
      }
      return answer;
    };
    await streams['closeEnded']();
    dataSource.query = query;
    await submitted(maja);
    await eventually(() => later[0]?.changes().length === 1);
    expect([first, ...later].flatMap(({ heard }) => heard.map(({ event }) => event))).not.toContain('signed-out');
    for (const stream of [first, ...later]) stream.close();
  });

  it('ends when the person signs out', async () => {
    const { signInAs } = await import('../../../test/actors.js');
    const tomek = await signInAs(polku.url, 'tomek');
    const stream = follow(tomek, 'aleksandrow');
    await stream.ready();
    await tomek.delete('/api/v1/session');
    await stream.ended();
    expect(stream.heard.at(-1)?.event).toBe('signed-out');
  });

  it('ends at once for who asks for its head alone', async () => {
    const maja = await polku.as('maja');
    const response = await fetch(`${polku.url}/api/v1/organisations/aleksandrow/live`, {
      method: 'HEAD',
      headers: { Cookie: maja.cookie },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/event-stream')]);
  });
});
