import { chainKey, commitmentTo, linkOf, sameLink } from './chain.js';
import type { EventRow } from './domain-event.js';

/** Whatever asks the database: in one snapshot, and seeing the organisation's rows. */
export interface Asks {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Where the published order ends: noted outside of the installation, it shows later that nothing has been cut off. */
export interface ChainHead {
  readonly place: bigint;
  readonly hash: Buffer;
}

/** What an audit found. */
export interface Audit {
  /** What is wrong, in words; where the chain breaks is the last of it, as nothing can be said of what comes after. */
  readonly faults: readonly string[];
  /** How many events are as they were written. */
  readonly events: number;
  /** How many of their texts have been erased. */
  readonly erased: number;
  readonly head: ChainHead;
}

type AuditedRow = EventRow & { readonly salt: Buffer | null; readonly content: unknown };

const BATCH = 2_000;

/**
 * Whether an organisation's published events are those that were written: none changed, removed, inserted or cut off, those of an idea in
 * their order, and each text the one that its event commits to. A text that was erased is no fault; an event that is not published yet
 * is not looked at.
 *
 * @param noted an end of the order that was noted earlier
 */
export async function auditEvents(asks: Asks, organisation: string, secret: string, noted: ChainHead | null = null): Promise<Audit> {
  const head = await headOf(asks, organisation);
  const walk = new ChainWalk(chainKey(secret, organisation), noted);
  let rows = await batch(asks, organisation, 0n);
  while (rows.length > 0 && rows.every((row) => walk.take(row))) rows = await batch(asks, organisation, walk.place);
  return { faults: [...walk.faults, ...walk.endFaults(head)], events: Number(walk.place), erased: walk.erased, head };
}

async function headOf(asks: Asks, organisation: string): Promise<ChainHead> {
  const { rows } = await asks.query(`select place, hash from app.relay_head where organisation_id = $1`, [organisation]);
  const [row] = rows as { place: string; hash: Buffer }[];
  return row ? { place: BigInt(row.place), hash: row.hash } : { place: 0n, hash: Buffer.alloc(0) };
}

async function batch(asks: Asks, organisation: string, after: bigint): Promise<AuditedRow[]> {
  const { rows } = await asks.query(
    `select e.*, t.salt, t.content from app.domain_event e
     left join app.event_text t on t.event_id = e.id and t.organisation_id = e.organisation_id
     where e.organisation_id = $1 and e.place > $2 order by e.place limit ${BATCH}`,
    [organisation, after.toString()],
  );
  return rows as AuditedRow[];
}

/** Goes from event to event along the chain, up to where it breaks. */
class ChainWalk {
  readonly faults: string[] = [];
  place = 0n;
  erased = 0;
  private link: Buffer = Buffer.alloc(0);
  private isBroken = false;
  private readonly lastOfIdea = new Map<string, bigint>();

  constructor(
    private readonly key: Buffer,
    private readonly noted: ChainHead | null,
  ) {}

  /** Takes the next event; false where the chain breaks. */
  take(row: AuditedRow): boolean {
    const place = this.place + 1n;
    if (row.place === null || BigInt(row.place) !== place)
      return this.break(`the published order has ${row.place} where ${place} should be`);
    const link = linkOf(this.key, this.link, place, row);
    if (!row.hash || !sameLink(link, row.hash)) return this.break(`the chain is broken at place ${place} (${row.kind})`);
    this.place = place;
    this.link = link;
    const before = this.lastOfIdea.get(row.idea_id) ?? -1n;
    if (BigInt(row.seq) <= before) this.faults.push(`the events of idea ${row.idea_number} were published out of order at place ${place}`);
    this.lastOfIdea.set(row.idea_id, BigInt(row.seq));
    this.compareText(row);
    if (this.noted?.place === place && !sameLink(this.noted.hash, link)) this.faults.push(`place ${place} is not the one that was noted`);
    return true;
  }

  /** What is wrong with where the walk ended. */
  endFaults(head: ChainHead): string[] {
    if (this.isBroken) return [];
    const isHead = head.place === this.place && sameLink(head.hash, this.link);
    return [
      ...(isHead ? [] : [`the head of the chain says ${head.place}, ${this.place} events are published`]),
      ...(this.noted && this.noted.place > this.place ? [`place ${this.noted.place} was noted, the order ends at ${this.place}`] : []),
    ];
  }

  private break(fault: string): false {
    this.faults.push(fault);
    this.isBroken = true;
    return false;
  }

  private compareText({ place, kind, commitment, salt, content }: AuditedRow): void {
    if (salt === null) this.erased += commitment === null ? 0 : 1;
    else if (!commitment) this.faults.push(`the event at place ${place} (${kind}) has a text that it does not know of`);
    else if (!sameLink(commitmentTo(salt, content), commitment))
      this.faults.push(`the text of the event at place ${place} (${kind}) was changed`);
  }
}
