import pg from 'pg';
import { ConfigError } from './platform/config/index.js';
import { APP_ROLE } from './platform/database/index.js';
import { type Audit, auditEvents, type ChainHead } from './platform/outbox/index.js';
import { withDatabase } from './with-database.js';

/** What the command is asked. */
export interface VerifyAudit {
  /** Only this organisation. */
  readonly organisation?: string | undefined;
  /** Ends of the order that were noted earlier: `slug=place:hash`. */
  readonly noted?: readonly string[] | undefined;
}

interface Organisation {
  readonly id: string;
  readonly slug: string;
}

/**
 * Reads the events of each organisation in one snapshot, as the application sees them, and says whether they are those that were written.
 * Gives false where something is wrong. @throws ConfigError for an unknown organisation and a noted end that cannot be read.
 */
export function verifyAudit(asked: VerifyAudit, say: (line: string) => void): Promise<boolean> {
  const noted = new Map((asked.noted ?? []).map(notedFrom));
  return withDatabase(say, async ({ databaseUrl, secret }) => {
    const client = new pg.Client({ connectionString: databaseUrl, options: `-c role=${APP_ROLE}` });
    await client.connect();
    try {
      const { rows } = await client.query<Organisation>('select id, slug from app.organisation order by slug');
      const organisations = rows.filter(({ slug }) => asked.organisation === undefined || slug === asked.organisation);
      for (const slug of [...noted.keys(), ...(asked.organisation === undefined ? [] : [asked.organisation])]) {
        if (!organisations.some((it) => it.slug === slug)) throw new ConfigError(`There is no organisation with the slug ${slug}.`);
      }
      let isWhole = true;
      for (const { id, slug } of organisations) {
        const audit = await auditOf(client, id, secret, noted.get(slug) ?? null);
        isWhole &&= audit.faults.length === 0;
        for (const line of report(audit)) say(`${slug}: ${line}`);
      }
      return isWhole;
    } finally {
      await client.end();
    }
  });
}

async function auditOf(client: pg.Client, organisation: string, secret: string, noted: ChainHead | null): Promise<Audit> {
  await client.query('begin isolation level repeatable read, read only');
  await client.query(`select set_config('app.organisation', $1, true)`, [organisation]);
  const audit = await auditEvents(client, organisation, secret, noted);
  await client.query('commit');
  return audit;
}

function report({ faults, events, erased, head }: Audit): string[] {
  if (faults.length > 0) return [...faults, `${events} events before that are as they were written`];
  if (events === 0) return ['there are no events yet'];
  const texts = erased === 0 ? '' : `, ${erased} texts were erased`;
  return [`${events} events are as they were written${texts}; the order ends at ${head.place}:${head.hash.toString('hex')}`];
}

function notedFrom(text: string): [string, ChainHead] {
  const [, slug, place, hash] = /^([a-z0-9-]+)=(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!slug || !place || !hash) throw new ConfigError(`--noted ${text.slice(0, 100)}: must be SLUG=PLACE:HASH, as the command prints it.`);
  return [slug, { place: BigInt(place), hash: Buffer.from(hash, 'hex') }];
}
