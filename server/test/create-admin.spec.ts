import { type ScratchDatabase, scratchDatabase, withClient } from './database.js';
import { polku as runPolku } from './polku-command.js';

let database: ScratchDatabase;

beforeAll(async () => {
  database = await scratchDatabase();
});

afterAll(() => database.drop());

async function polku(input: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { code, out, err } = await runPolku(database.url, input, ...args);
  return { code, said: `${out}${err}` };
}

const lindvik = ['create-admin', '--organisation', 'Lindvik', '--slug', 'lindvik', '--name', 'Elin', '--email', 'elin@lindvik.example'];

describe('create-admin', () => {
  it('makes an organisation with its pathway and an administrator who knows the password', async () => {
    const { code, said } = await polku('a password of our own', ...lindvik, '--language', 'sv', '--time-zone', 'Europe/Stockholm');
    expect([code, said]).toEqual([0, 'Lindvik has its pathway, and elin@lindvik.example is its administrator.\n']);
    const { rows } = await withClient(database.url, (client) =>
      client.query(
        `select o.slug, o.time_zone, p.key, p.version, m.roles from app.organisation o
         join app.pathway p on p.organisation_id = o.id join app.membership m on m.organisation_id = o.id`,
      ),
    );
    expect(rows).toEqual([{ slug: 'lindvik', time_zone: 'Europe/Stockholm', key: 'helsingborg', version: 1, roles: ['admin'] }]);
  });

  it('says in one line what is wrong, and changes nothing', async () => {
    expect(await polku('', ...lindvik)).toEqual({ code: 1, said: 'There already is an organisation with the slug lindvik.\n' });
    expect(await polku('', 'create-admin', '--slug', 'Not A Slug')).toMatchObject({ code: 1, said: '--organisation: is missing.\n' });
    expect(await polku('short', ...lindvik)).toMatchObject({ code: 1 });
    expect((await polku('', 'frobnicate')).code).toBe(1);
  });

  it('shows a password that it made, and none for somebody who has one', async () => {
    const made = await polku(
      '',
      'create-admin',
      '--organisation',
      'A',
      '--slug',
      'a',
      '--name',
      'Nikos',
      '--email',
      'nikos@lindvik.example',
    );
    expect(made.said).toMatch(/Password \(shown only now\): [\w-]{16}\n/);
    const again = await polku(
      '',
      'create-admin',
      '--organisation',
      'B',
      '--slug',
      'b',
      '--name',
      'Nikos',
      '--email',
      'nikos@lindvik.example',
    );
    expect(again.said).toContain('keep the password they have');
  });
});
