import { startTestApp, TEST_SECRET, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { moved, submitted } from '../../../test/factories.js';
import { type Audit, auditEvents, type ChainHead } from './audit.js';

let polku: TestApp;
let organisation: string;

beforeAll(async () => {
  polku = await startTestApp();
  organisation = polku.founded.organisations.aleksandrow;
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  for (const reason of ['The need is plain.', 'Somebody asked for it.']) {
    await moved(hanna, await submitted(maja), 'explore-idea', { reason });
  }
  await polku.settle();
});

afterAll(() => polku.close());

/** What an audit says after this was done to the database; undone afterwards. */
function auditAfter(sabotage: string, noted: ChainHead | null = null): Promise<Audit> {
  return withClient(polku.database.url, async (client) => {
    await client.query('begin');
    if (sabotage !== '') await client.query(sabotage);
    const audit = await auditEvents(client, organisation, TEST_SECRET, noted);
    await client.query('rollback');
    return audit;
  });
}

/** The end of the order at this place, as somebody noted it. */
async function endAt(place: number): Promise<ChainHead> {
  const [row] = await polku.sql<{ hash: Buffer }>(`select hash from app.domain_event where organisation_id = $1 and place = $2`, [
    organisation,
    place,
  ]);
  return { place: BigInt(place), hash: row?.hash ?? Buffer.alloc(0) };
}

describe('an audit of the events', () => {
  it('finds nothing where nothing was done, and says where the order ends', async () => {
    const { faults, events, erased, head } = await auditAfter('');
    expect({ faults, erased }).toEqual({ faults: [], erased: 0 });
    expect(events).toBe(4);
    expect(head).toEqual(await endAt(events));
  });

  it.each([
    ['a changed event', `update app.domain_event set to_state = 'pilot' where place = 3`, 'the chain is broken at place 3'],
    ['a changed actor', `update app.domain_event set member_id = null where place = 3`, 'the chain is broken at place 3'],
    ['a removed event', `delete from app.domain_event where place = 2`, 'the published order has 3 where 2 should be'],
    [
      'a removed event whose gap was closed',
      `delete from app.domain_event where place = 2; update app.domain_event set place = -place where place > 2; update app.domain_event set place = -place - 1 where place < 0`,
      'the chain is broken at place 2',
    ],
    [
      'an inserted event',
      `insert into app.domain_event (id, organisation_id, at, kind, idea_id, idea_number, idea_version, data, place, hash)
       select gen_random_uuid(), organisation_id, at, kind, idea_id, idea_number, idea_version, data, place + 1, hash
       from app.domain_event order by place desc nulls last limit 1`,
      'the chain is broken',
    ],
    [
      'an end cut off',
      `delete from app.domain_event where place = (select max(place) from app.domain_event)`,
      'the head of the chain says',
    ],
    ['a changed text', `update app.event_text set content = '{"reason": "No."}'`, 'the text of the event at place'],
    [
      'a text put where there was none',
      `insert into app.event_text (event_id, organisation_id, salt, content)
       select id, organisation_id, '\\x00', '{}' from app.domain_event where commitment is null limit 1`,
      'has a text that it does not know of',
    ],
  ])('finds %s', async (_, sabotage, fault) => {
    const { faults } = await auditAfter(`set local session_replication_role = replica; ${sabotage}`);
    expect(faults.join('; ')).toContain(fault);
  });

  it('passes where texts were erased, and counts them', async () => {
    const audit = await auditAfter('delete from app.event_text');
    expect(audit.faults).toEqual([]);
    expect(audit.erased).toBeGreaterThan(0);
  });

  it('finds an end that was cut off together with the head, where the end was noted before', async () => {
    const { events } = await auditAfter('');
    const [whole, shorter] = [await endAt(events), await endAt(events - 1)];
    const cut = `set local session_replication_role = replica; delete from app.domain_event where place = ${events};
      update app.relay_head set place = ${events - 1}, hash = '\\x${shorter.hash.toString('hex')}'`;
    expect((await auditAfter(cut)).faults).toEqual([]);
    expect((await auditAfter(cut, whole)).faults).toEqual([`place ${events} was noted, the order ends at ${events - 1}`]);
    expect((await auditAfter('', shorter)).faults).toEqual([]);
    expect((await auditAfter('', { ...whole, place: 2n })).faults).toEqual(['place 2 is not the one that was noted']);
  });
});
