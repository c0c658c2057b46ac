import type { EventKind } from '#contracts';

/** What happened, as use cases record it. */
export interface NewEvent {
  readonly kind: EventKind;
  readonly idea: { readonly id: string; readonly number: number; readonly version: number };
  /** The member who did it; null for the clock. */
  readonly member: string | null;
  /** Steps, or states of an experiment or rollout. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Ids and codes only. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** What people wrote: kept beside the event, erasable. */
  readonly text?: Readonly<Record<string, unknown>>;
}

/** An event as it was written. */
export interface DomainEvent {
  readonly id: string;
  readonly organisation: string;
  readonly at: Date;
  readonly kind: EventKind;
  readonly idea: { readonly id: string; readonly number: number; readonly version: number };
  readonly member: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Its place in the organisation's published order, or null while it has none. */
  readonly place: bigint | null;
}

/** As much of an event as those ask for who look back. */
export type RecordedEvent = Pick<DomainEvent, 'kind' | 'at' | 'to' | 'data'>;

/** A row of `app.domain_event`. */
export interface EventRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly seq: string;
  readonly at: Date;
  readonly kind: EventKind;
  readonly idea_id: string;
  readonly idea_number: number;
  readonly idea_version: number;
  readonly member_id: string | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly data: Record<string, unknown>;
  readonly commitment: Buffer | null;
  readonly place: string | null;
  readonly hash: Buffer | null;
}

/** The columns that make an `EventRow`. */
export const EVENT_COLUMNS =
  'id, organisation_id, seq, at, kind, idea_id, idea_number, idea_version, member_id, from_state, to_state, data, commitment, place, hash';

/** When an event with this id was made: ids are UUIDv7, which begin with it (RFC 9562, section 5.7). */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}

/** Reads a row as an event. */
export function eventOf(row: EventRow): DomainEvent {
  return {
    id: row.id,
    organisation: row.organisation_id,
    at: row.at,
    kind: row.kind,
    idea: { id: row.idea_id, number: row.idea_number, version: row.idea_version },
    member: row.member_id,
    from: row.from_state,
    to: row.to_state,
    data: row.data,
    place: row.place === null ? null : BigInt(row.place),
  };
}
