import { type ScratchDatabase, scratchDatabase, withClient } from './database.js';
import { polku as runPolku } from './polku-command.js';

let database: ScratchDatabase;

const PASSWORD = 'a password of our own';

beforeAll(async () => {
  database = await scratchDatabase();
  await polku(
    PASSWORD,
    ...'create-admin --organisation Lindvik --slug lindvik --name Elin --email elin@lindvik.example --language sv'.split(' '),
  );
});

afterAll(() => database.drop());

async function polku(input: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { code, out, err } = await runPolku(database.url, input, ...args);
  return { code, said: `${out}${err}` };
}

const add = (email: string, options: string, input = PASSWORD) =>
  polku(input, 'add-person', email, '--organisation', 'lindvik', ...options.split(' '));

const members = async () =>
  withClient(database.url, async (client) => {
    const { rows } = await client.query<{ name: string; language: string; roles: string[]; unit: string | null; hash: string }>(
      `select i.name, p.language, m.roles, u.name as unit, p.password_hash as hash from app.membership m
       join app.person p on p.id = m.person_id join app.person_identity i on i.person_id = p.id
       left join app.unit u on u.id = m.unit_id order by i.name`,
    );
    return rows;
  });

describe('add-person', () => {
  it('admits somebody with roles and a unit, in the language of the organisation', async () => {
    expect(await add('nikos@lindvik.example', '--name Nikos --role employee --role hub --unit Harbour')).toEqual({
      code: 0,
      said: 'nikos@lindvik.example is employee, hub (Harbour) in Lindvik.\n',
    });
    expect((await members()).at(-1)).toMatchObject({ name: 'Nikos', language: 'sv', roles: ['employee', 'hub'], unit: 'Harbour' });
  });

  it('shows a password that it made', async () => {
    const { said } = await add('maja@lindvik.example', '--name Maja --role employee --language pl --unit Harbour', '');
    expect(said).toMatch(/is employee \(Harbour\) in Lindvik\.\nPassword \(shown only now\): [\w-]{16}\n/);
    expect((await members())[1]).toMatchObject({ name: 'Maja', language: 'pl', unit: 'Harbour' });
  });

  it('gives a member other roles, and leaves unit, name and password as they are', async () => {
    const [before] = (await members()).slice(-1);
    expect(await add('NIKOS@lindvik.example', '--role manager', '')).toEqual({
      code: 0,
      said: 'NIKOS@lindvik.example is now manager in Lindvik.\n',
    });
    expect((await members()).at(-1)).toEqual({ ...before, roles: ['manager'] });
    expect(await members()).toHaveLength(3);
  });

  it('says in one line what is wrong, and changes nothing', async () => {
    const said = async (email: string, options: string) => (await add(email, options)).said;
    expect(await said('tove@lindvik.example', '--role employee')).toBe('--name: is missing.\n');
    expect(await said('tove@lindvik.example', '--name Tove')).toBe('--role: is missing.\n');
    expect(await said('tove@lindvik.example', '--name Tove --role mayor')).toContain('--role: must be one of employee, hub');
    expect(await said('tove', '--name Tove --role hub')).toBe('--email: must be an address.\n');
    expect(await polku('', ...'add-person tove@lindvik.example --organisation oslo --name Tove --role hub'.split(' '))).toEqual({
      code: 1,
      said: 'There is no organisation with the slug oslo.\n',
    });
    expect(await members()).toHaveLength(3);
  });
});

describe('set-password', () => {
  it('gives another password, and ends every session', async () => {
    const hashBefore = (await members())[0]?.hash;
    await withClient(database.url, (client) =>
      client.query(
        `insert into app.session (id, person_id, token_hash, created_at, expires_at)
         select gen_random_uuid(), person_id, 'x', now(), now() + interval '1 day' from app.person_identity where email = 'elin@lindvik.example'`,
      ),
    );
    expect(await polku('quite another password', 'set-password', 'elin@lindvik.example')).toEqual({
      code: 0,
      said: 'elin@lindvik.example has another password, and is signed out everywhere.\n',
    });
    expect((await members())[0]?.hash).not.toBe(hashBefore);
    const { rows } = await withClient(database.url, (client) => client.query('select from app.session where expires_at > now()'));
    expect(rows).toEqual([]);
  });

  it('says when nobody has the address, and when the password is too short', async () => {
    expect(await polku(PASSWORD, 'set-password', 'tove@lindvik.example')).toEqual({
      code: 1,
      said: 'Nobody has the address tove@lindvik.example.\n',
    });
    expect((await polku('short', 'set-password', 'elin@lindvik.example')).said).toContain('at least 12 characters');
  });
});
