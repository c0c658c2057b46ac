import { startTestApp, type TestApp } from './app.js';
import { submitted } from './factories.js';
import { polku as runPolku } from './polku-command.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
  await submitted(await polku.as('maja'));
  await polku.settle();
});

afterAll(() => polku.close());

async function verifyAudit(...args: string[]): Promise<{ code: number | null; said: string[] }> {
  const { code, out, err } = await runPolku(polku.database.url, '', 'verify-audit', ...args);
  return { code, said: `${out}${err}`.trim().split('\n') };
}

describe('verify-audit', () => {
  it('says of each organisation that its events are whole, and where their order ends', async () => {
    const { code, said } = await verifyAudit();
    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^aleksandrow: \d+ events are as they were written; the order ends at \d+:[0-9a-f]{64}$/),
      'lindvik: there are no events yet',
    ]);
    const noted = `aleksandrow=${/ends at (\S+)/.exec(said[0] ?? '')?.[1]}`;
    expect((await verifyAudit('--organisation', 'aleksandrow', '--noted', noted)).code).toBe(0);
  });

  it('ends with 1 where an event was changed, and says which', async () => {
    await polku.sql(`update app.domain_event set kind = 'idea-imported' where place = 1`);
    const { code, said } = await verifyAudit('--organisation', 'aleksandrow');
    expect([code, said[0]]).toEqual([1, 'aleksandrow: the chain is broken at place 1 (idea-imported)']);
    await polku.sql(`update app.domain_event set kind = 'idea-submitted' where place = 1`);
    expect((await verifyAudit('--organisation', 'aleksandrow')).code).toBe(0);
  });

  it('says in one line what it cannot do', async () => {
    expect(await verifyAudit('--organisation', 'nowhere')).toEqual({ code: 1, said: ['There is no organisation with the slug nowhere.'] });
    expect((await verifyAudit('--noted', 'aleksandrow')).said).toEqual([
      '--noted aleksandrow: must be SLUG=PLACE:HASH, as the command prints it.',
    ]);
    expect((await verifyAudit('--frobnicate')).code).toBe(1);
  });
});
