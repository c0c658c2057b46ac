import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { attachedBy, eraseMember, type Gone, openDuties, patternOf, wordsOf } from './erasure/index.js';
import { ConfigError, type RunningConfig } from './platform/config/index.js';
import { KeptMail } from './platform/mail/index.js';
import { withDatabase } from './with-database.js';

type Say = (line: string) => void;

/** What the command is asked. */
export interface ErasePerson {
  /** Says what would go, and takes it all back. */
  readonly 'dry-run'?: boolean | undefined;
  /** Asks nothing. */
  readonly yes?: boolean | undefined;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface Member {
  readonly id: string;
  readonly organisation: string;
  readonly slug: string;
}

/**
 * Erases what identifies a person, an organisation at a time; what was interrupted goes on when it is started again.
 * @throws ConfigError for an address that nobody has, duties that would be left without anybody, and a confirmation that does not fit.
 */
export function erasePerson(email: string, { 'dry-run': isTrial = false, yes = false }: ErasePerson, say: Say): Promise<void> {
  return withDatabase(say, async (config) => {
    const client = new pg.Client({ connectionString: config.databaseUrl });
    await client.connect();
    try {
      const person = await personOf(client, email);
      const members = await membersOf(client, person);
      await refuseDuties(client, person, members);
      if (!isTrial && !yes) await confirm(person.email);
      await new Erasure(client, config, person, isTrial, say).run(members);
    } finally {
      await client.end();
    }
  });
}

/** One person's erasure, under way. */
class Erasure {
  private readonly pattern: string;

  constructor(
    private readonly client: pg.Client,
    private readonly config: RunningConfig,
    private readonly person: Person,
    private readonly isTrial: boolean,
    private readonly say: Say,
  ) {
    this.pattern = patternOf(person.name, person.email);
  }

  async run(members: readonly Member[]): Promise<void> {
    // Nobody works while they are erased.
    if (!this.isTrial) await this.lockOut();
    for (const member of members) {
      this.report(member.slug, await this.leave(member));
      await this.sayFiles(member);
    }
    await this.mails();
    if (this.isTrial) {
      this.say('Nothing was changed: this was a trial.');
      return;
    }
    // Something may have been given to them meanwhile.
    await refuseDuties(this.client, this.person, members);
    await this.client.query('delete from app.person_identity where person_id = $1', [this.person.id]);
    this.say('The person is erased. What they did stays, by "a former member". Backups and logs from before still hold the name.');
  }

  private async lockOut(): Promise<void> {
    await this.client.query('begin');
    await this.client.query('update app.person set password_hash = null where id = $1', [this.person.id]);
    const { rowCount } = await this.client.query('delete from app.session where person_id = $1', [this.person.id]);
    await this.client.query('commit');
    this.say(`Signed out: ${rowCount ?? 0} sessions ended, and the password is gone.`);
  }

  private async leave({ id, organisation }: Member): Promise<Gone> {
    const { client, pattern } = this;
    await client.query('begin');
    try {
      await client.query(`select set_config('app.organisation', $1, true)`, [organisation]);
      await client.query('select id from app.membership where id = $1 for update', [id]);
      const gone = await eraseMember(client, { organisation, member: id, pattern });
      await client.query(this.isTrial ? 'rollback' : 'commit');
      return gone;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }

  private report(where: string, gone: Gone): void {
    const said = [...gone].filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
    this.say(`${where}: ${said.length === 0 ? 'nothing' : said.join(', ')}${this.isTrial ? ' would go' : ' gone'}`);
  }

  /** What somebody attached belongs to the idea; whether a file says who they are, only people can see. */
  private async sayFiles({ id, organisation, slug }: Member): Promise<void> {
    const found = await attachedBy(this.client, organisation, id);
    const count = found.reduce((sum, { files }) => sum + files, 0);
    if (count === 0) return;
    const ideas = found.map(({ number }) => `#${number}`).join(', ');
    this.say(
      `${slug}: ${count} files they attached stay, unread by us, on ideas ${ideas}. Look through them; whoever is of the hub can remove them.`,
    );
  }

  private async mails(): Promise<void> {
    const found = await new KeptMail(this.config).saying(wordsOf(this.person.name, this.person.email), { forget: !this.isTrial });
    if (found > 0) this.say(`${found} mails in ${this.config.dataFolder} ${this.isTrial ? 'would go' : 'gone'}`);
  }
}

async function personOf(client: pg.Client, email: string): Promise<Person> {
  const { rows } = await client.query<Person>(
    'select person_id as id, name, email from app.person_identity where lower(email) = lower($1)',
    [email],
  );
  if (!rows[0]) throw new ConfigError(`Nobody has the address ${email}.`);
  return rows[0];
}

async function membersOf(client: pg.Client, { id }: Person): Promise<Member[]> {
  const { rows } = await client.query<Member>(
    `select m.id, o.id as organisation, o.slug from app.membership m join app.organisation o on o.id = m.organisation_id
     where m.person_id = $1 order by o.slug`,
    [id],
  );
  return rows;
}

async function refuseDuties(client: pg.Client, { email }: Person, members: readonly Member[]): Promise<void> {
  const lines: string[] = [];
  for (const { id, organisation, slug } of members) {
    await client.query('begin');
    await client.query(`select set_config('app.organisation', $1, true)`, [organisation]);
    lines.push(...(await openDuties(client, organisation, id)).map((duty) => `  ${slug}: ${duty}`));
    await client.query('rollback');
  }
  if (lines.length > 0) {
    throw new ConfigError(
      [`${email} cannot be erased yet:`, ...lines, 'Hand these over to somebody else first, then start this again.'].join('\n'),
    );
  }
}

async function confirm(email: string): Promise<void> {
  const typed = process.stdin.isTTY
    ? await ask(`This cannot be taken back. Type ${email} to erase the person: `)
    : await text(process.stdin);
  if (typed.trim().toLowerCase() !== email.toLowerCase()) {
    throw new ConfigError('Nothing was erased: the address must be typed to confirm it, or --yes be given.');
  }
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
