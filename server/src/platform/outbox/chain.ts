import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { EventRow } from './domain-event.js';

/** The key of an organisation's chain, derived from the installation's secret (HKDF, RFC 5869). */
export function chainKey(secret: string, organisation: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, organisation, 'polku event chain', 32));
}

/** The link of an event: keyed over the link before it, its place and all that it says. */
export function linkOf(key: Buffer, previous: Buffer, place: bigint, row: Omit<EventRow, 'place' | 'hash'>): Buffer {
  const said = canonical([
    place.toString(),
    row.id,
    row.at.toISOString(),
    row.kind,
    row.idea_id,
    row.idea_number,
    row.idea_version,
    row.member_id,
    row.from_state,
    row.to_state,
    row.data,
    row.commitment?.toString('hex') ?? null,
  ]);
  return createHmac('sha256', key).update(previous).update(said).digest();
}

/** A salted commitment to an event's text: the chain stays whole when the text is erased. */
export function commitmentTo(salt: Buffer, content: unknown): Buffer {
  return createHash('sha256').update(salt).update(canonical(content)).digest();
}

/** Whether two links are the same. */
export function sameLink(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** JSON with sorted keys: the same value always gives the same bytes, also after a way through jsonb. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
