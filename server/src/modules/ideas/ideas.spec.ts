import type { HistoryPage, IdeaPage, IdeaView } from '#contracts';
import { AIR_IDEA, LESSON, moved, submitted } from '../../../test/factories.js';
import { startTestApp, type TestApp } from '../../../test/app.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('submitting an idea', () => {
  it('puts it on the first step, with an answer promised in five working days', async () => {
    const maja = await polku.as('maja');
    const response = await maja.post('/ideas', AIR_IDEA);
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({
      title: AIR_IDEA.title,
      step: 'submitted',
      stepName: 'Submitted',
      version: 1,
      due: '2026-03-09T22:59:59.999Z',
      overdue: false,
      submitter: { name: 'Maja', unit: 'Education' },
      team: [{ name: 'Maja' }],
      mayEdit: true,
    });
  });

  it('says field by field what is wrong, and keeps nothing', async () => {
    const maja = await polku.as('maja');
    const response = await maja.post('/ideas', { title: '', need: 'x'.repeat(20_001), votes: 3 });
    expect(response.status).toBe(422);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.body.fields.map((field: { path: string; code: string }) => [field.path, field.code])).toEqual([
      ['title', 'required'],
      ['need', 'too-long'],
      ['votes', 'unknown-field'],
    ]);
  });

  it('does it once when the same request comes again with its key', async () => {
    const maja = await polku.as('maja');
    const send = () => maja.post('/ideas', { ...AIR_IDEA, title: 'Once only' }, { 'Idempotency-Key': 'once' });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.number).toBe(first.body.number);
    expect((await polku.sql(`select 1 from app.idea where title = 'Once only'`)).length).toBe(1);
    const other = await maja.post('/ideas', { ...AIR_IDEA, title: 'Another' }, { 'Idempotency-Key': 'once' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
  });
});

describe('moving an idea', () => {
  it('is the hub’s to accept, and says so to everybody else', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const refused = await maja.post(`/ideas/${idea.number}/transitions`, { to: 'explore-idea', version: 1 });
    expect([refused.status, refused.body.code]).toEqual([409, 'refused']);
    expect(refused.body.refusals).toEqual([expect.objectContaining({ code: 'role-in' })]);
    const card = await moved(hanna, idea, 'explore-idea');
    expect(card).toMatchObject({ step: 'explore-idea', version: 2, due: '2026-03-30T21:59:59.999Z' });
  });

  it('refuses an old version with the present idea, an unknown step, and a step that cannot be reached', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    await moved(hanna, idea, 'explore-idea');
    const stale = await hanna.post(`/ideas/${idea.number}/transitions`, { to: 'pilot', version: 1 });
    expect([stale.status, stale.body.code, stale.body.current.version, stale.body.current.step]).toEqual([
      409,
      'version-conflict',
      2,
      'explore-idea',
    ]);
    const unknown = await hanna.post(`/ideas/${idea.number}/transitions`, { to: 'the-moon', version: 2 });
    expect([unknown.status, unknown.body.fields[0].code]).toEqual([422, 'unknown-step']);
    const far = await hanna.post(`/ideas/${idea.number}/transitions`, { to: 'in-use', version: 2 });
    expect([far.status, far.body.refusals[0].code]).toEqual([409, 'no-transition']);
  });

  it('needs the decision where the path has one, and offers to ask for it', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const card = await moved(hanna, await submitted(maja), 'explore-idea');
    const onward = card.availableTransitions.find((it) => it.to === 'explore-set-up');
    expect(onward).toMatchObject({ decision: 'time', direction: 'forward' });
    expect(onward?.refusals.map((it) => it.code)).toEqual(['decision-made']);
  });

  it('parks with a reason and a day, and brings it back by itself on that day', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const bare = await hanna.post(`/ideas/${idea.number}/transitions`, { to: 'parked', version: 1 });
    expect(bare.body.refusals.map((it: { code: string }) => it.code).sort()).toEqual(['reason-given', 'return-date-set']);
    const parked = await moved(hanna, idea, 'parked', { reason: 'After the budget.', fields: { returnOn: '2026-03-20' } });
    expect(parked).toMatchObject({ step: 'parked', due: null });
    polku.clock.moveTo(new Date('2026-03-19T22:30:00Z'));
    await polku.poll();
    const seen = (await maja.get(`/ideas/${idea.number}`)).body as IdeaView;
    expect(seen).toMatchObject({ step: 'parked', returnOn: '2026-03-20' });
    expect(seen.path[0]).toMatchObject({ step: 'submitted', state: 'left', leftAt: expect.any(String) });
    expect(seen.path.slice(1).map(({ state }) => state)).toEqual(['ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    polku.clock.moveTo(new Date('2026-03-19T23:00:01Z'));
    await polku.poll();
    expect((await maja.get(`/ideas/${idea.number}`)).body).toMatchObject({ step: 'submitted', returnOn: null, version: 3 });
    polku.clock.moveTo(new Date('2026-03-02T11:00:00Z'));
  });

  it('stops only with a reason and a lesson, which stay with the idea', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const bare = await hanna.post(`/ideas/${idea.number}/transitions`, { to: 'stopped', version: 1, reason: 'No need.' });
    expect(bare.body.refusals.map((it: { code: string }) => it.code)).toEqual(['lesson-written']);
    await moved(hanna, idea, 'stopped', { reason: 'No need.', fields: { lesson: LESSON } });
    const stopped = (await maja.get(`/ideas/${idea.number}`)).body as IdeaView;
    expect(stopped).toMatchObject({ step: 'stopped', lessons: [{ ...LESSON, by: { name: 'Hanna' } }] });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.map((item) => [item.kind, item.from, item.to, item.by?.name, item.reason])).toEqual([
      ['idea-moved', 'submitted', 'stopped', 'Hanna', 'No need.'],
      ['idea-submitted', null, 'submitted', 'Maja', null],
    ]);
  });

  it('is withdrawn by its submitter alone', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const idea = await submitted(maja);
    const foreign = await tomek.post(`/ideas/${idea.number}/transitions`, { to: 'withdrawn', version: 1 });
    expect(foreign.body.refusals[0].code).toBe('role-in');
    expect(await moved(maja, idea, 'withdrawn')).toMatchObject({ step: 'withdrawn' });
  });

  it('merges into another idea that exists', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const [idea, other] = [await submitted(maja), await submitted(maja)];
    const nowhere = await hanna.post(`/ideas/${idea.number}/transitions`, { to: 'merged', version: 1, fields: { into: idea.number } });
    expect([nowhere.status, nowhere.body.fields[0].path]).toEqual([422, 'fields.into']);
    await moved(hanna, idea, 'merged', { fields: { into: other.number } });
    expect((await maja.get(`/ideas/${idea.number}`)).body.mergedInto).toBe(other.number);
  });

  it('does not merge into an idea that has ended, and says which and how; into a parked one it does', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const [idea, goal] = [await submitted(maja), await submitted(maja)];
    const [stopped, withdrawn, merged, parked] = [
      await submitted(maja),
      await submitted(maja),
      await submitted(maja),
      await submitted(maja),
    ];
    await moved(hanna, stopped, 'stopped', { reason: 'Not ours.', fields: { lesson: LESSON } });
    await moved(maja, withdrawn, 'withdrawn');
    await moved(hanna, merged, 'merged', { fields: { into: goal.number } });
    await moved(hanna, parked, 'parked', { reason: 'In spring.', fields: { returnOn: '2026-05-04' } });
    const merge = (into: number) => hanna.post(`/ideas/${idea.number}/transitions`, { to: 'merged', version: 1, fields: { into } });
    for (const [{ number }, step] of [
      [stopped, 'stopped'],
      [withdrawn, 'withdrawn'],
      [merged, 'merged'],
    ] as const) {
      const refused = await merge(number);
      expect([refused.status, refused.body.refusals]).toEqual([
        409,
        [{ code: 'merge-target-open', params: { number, steps: [step] }, link: `/aleksandrow/ideas/${number}` }],
      ]);
    }
    expect((await maja.get(`/ideas/${idea.number}`)).body).toMatchObject({ step: 'submitted', version: 1, mergedInto: null });
    expect((await merge(parked.number)).status).toBe(201);
  });
});

describe('finding ideas', () => {
  it('finds Łódź by lodz, inflected words by their stem or beginning, and an idea by its number', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja, {
      title: 'Zieleń dla ulicy Łódzkiej',
      need: 'Running children need shade in Łódź.',
      language: 'en',
    });
    for (const q of ['lodz', 'run', `#${idea.number}`, 'lodzkiej', 'lodzk', 'ziel uli']) {
      const page = (await maja.get(`/ideas?q=${encodeURIComponent(q)}`)).body as IdeaPage;
      expect([q, page.items.map((it) => it.number)]).toEqual([q, [idea.number]]);
    }
  });

  it('cuts the texts to where the words stand, and says nothing of a text that does not hold them', async () => {
    const maja = await polku.as('maja');
    const before = 'The square is empty in July, and nobody stays there for longer than it takes to cross it. '.repeat(20);
    await submitted(maja, {
      title: 'Awnings',
      need: `${before}Old people would sit under **awnings** there, <b>says</b> the club.\n\n${before}`,
    });
    await submitted(maja, { title: 'More awnings', need: 'As in the market.' });
    const { items } = (await maja.get('/ideas?q=awning&limit=5')).body as IdeaPage;
    expect(items.map(({ title, excerpt }) => [title, excerpt?.length ?? null])).toEqual([
      ['More awnings', null],
      ['Awnings', expect.any(Number)],
    ]);
    expect(items[1]?.excerpt).toContain('Old people would sit under awnings there');
    expect(items[1]?.excerpt?.length).toBeLessThan(250);
    const strange = (await maja.get(`/ideas?q=${encodeURIComponent('"awn" -x & | ! <-> (')}`)) as { status: number };
    expect(strange.status).toBe(200);
    expect(((await maja.get('/ideas?limit=1')).body as IdeaPage).items[0]).not.toHaveProperty('excerpt');
  });

  it('pages by key without a gap or a repeat', async () => {
    const maja = await polku.as('maja');
    const all = ((await maja.get('/ideas?limit=100')).body as IdeaPage).items.map((it) => it.number);
    const paged: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: IdeaPage = (await maja.get(`/ideas?limit=2&cursor=${next}`)).body;
      paged.push(...page.items.map((it) => it.number));
      next = page.next;
    }
    expect(paged).toEqual(all);
    const wrong = await maja.get('/ideas?cursor=nonsense');
    expect([wrong.status, wrong.body.fields[0].path]).toEqual([422, 'cursor']);
  });
  it('sorts by what is due first, by age on the step and by what changed last, page by page', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const one = await submitted(maja, { title: 'Sorted one', tags: ['sorted'] });
    polku.clock.advance(DAY);
    const two = await submitted(maja, { title: 'Sorted two', tags: ['sorted'] });
    polku.clock.advance(DAY);
    const three = await submitted(maja, { title: 'Sorted three', tags: ['sorted'] });
    polku.clock.advance(HOUR);
    // Parked, it is due no more, and the last that came to where it stands.
    await moved(hanna, one, 'parked', { reason: 'Next year.', fields: { returnOn: '2027-01-11' } });
    polku.clock.advance(HOUR);
    await maja.patch(`/ideas/${two.number}`, { version: two.version, title: 'Sorted two, better' });
    const orders = {
      newest: [three, two, one],
      due: [two, three, one],
      age: [two, three, one],
      changed: [two, one, three],
    };
    for (const [sort, ideas] of Object.entries(orders)) {
      const paged: number[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: IdeaPage = (await maja.get(`/ideas?tag=sorted&sort=${sort}&limit=1&cursor=${next}`)).body;
        paged.push(...page.items.map((it) => it.number));
        next = page.next;
      }
      expect([sort, paged]).toEqual([sort, ideas.map(({ number }) => number)]);
    }
    const page: IdeaPage = (await maja.get('/ideas?tag=sorted&sort=changed')).body;
    const hoursAgo = page.items.map(({ updatedAt }) => (polku.clock.now().getTime() - Date.parse(updatedAt)) / HOUR);
    expect(hoursAgo).toEqual([0, 1, 2]);
  });

  it('refuses an order that it does not know, and a place that no such order has', async () => {
    const maja = await polku.as('maja');
    const cursorOf = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const wrong = [
      ['sort', 'sort=random'],
      ['cursor', `sort=due&cursor=${cursorOf(5)}`],
      ['cursor', `sort=age&cursor=${cursorOf('2026-02-31T00:00:00.000000Z', 5)}`],
      ['cursor', `sort=age&cursor=${cursorOf('0000-01-01T00:00:00.000000Z', 5)}`],
      ['cursor', `sort=changed&cursor=${cursorOf('2026-02-03T00:00:00.000000Z', 2 ** 40)}`],
      ['cursor', `cursor=${cursorOf(2 ** 40)}`],
    ];
    for (const [path, query] of wrong) {
      const refused = await maja.get(`/ideas?${query}`);
      expect([query, refused.status, refused.body.fields?.[0].path]).toEqual([query, 422, path]);
    }
  });
});

describe('a request that comes again with its key', () => {
  it('gets the answer that is kept for a day, and not for ever', async () => {
    const maja = await polku.as('maja');
    const send = (key: string) => maja.post('/ideas', { ...AIR_IDEA, title: `Kept as ${key}` }, { 'Idempotency-Key': key });
    const kept = async () => (await polku.sql<{ key: string }>(`select key from app.idempotency_key order by key`)).map(({ key }) => key);
    await polku.sql('delete from app.idempotency_key');
    const first = await send('a');
    await send('b');
    polku.clock.advance(DAY - HOUR);
    expect((await send('a')).body.number).toBe(first.body.number);
    polku.clock.advance(2 * HOUR);
    await send('c');
    expect(await kept()).toEqual(['c']);
    expect((await send('a')).body.number).toBeGreaterThan(first.body.number);
  });
});
