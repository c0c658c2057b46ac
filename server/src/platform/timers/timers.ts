import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../database/index.js';

/**
 * Kinds of timers: when a step's promise is broken, when a parked idea comes back, when a column's ranks have grown long, when an
 * organisation's counts are checked, what is to be said around the end of an experiment and around the deadline of a decision, when a
 * rollout is to be followed up, when an absence begins, and when a file that nobody wants is deleted.
 */
export const TIMER_KINDS = [
  'step-due',
  'park-return',
  'ranks-long',
  'counts-check',
  'experiment-watch',
  'decision-watch',
  'follow-up',
  'absence-start',
  'file-unwanted',
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** A timer that has come due. */
export interface DueTimer {
  readonly organisation: string;
  readonly kind: TimerKind;
  /** The id of what it is about. */
  readonly subject: string;
  readonly due: Date;
}

/** Does what a due timer asks for, inside the timer's transaction. */
export type TimerHandler = (timer: DueTimer) => Promise<void>;

/** Rows with a due time: the one truth about everything that happens by itself. */
@Injectable()
export class Timers {
  readonly handlers = new Map<TimerKind, TimerHandler>();

  constructor(private readonly work: UnitOfWork) {}

  /** Says who handles timers of a kind. @throws when somebody already does. */
  handle(kind: TimerKind, handler: TimerHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers want the timer ${kind}.`);
    this.handlers.set(kind, handler);
  }

  /** Sets the one timer of this kind and subject; null takes it away. Part of the transaction under way. */
  set(kind: TimerKind, subject: string, due: Date | null): Promise<void> {
    return this.setEach(subject, { [kind]: due });
  }

  /** Sets the timers of these kinds of one subject, or takes them away, in one statement. Part of the transaction under way. */
  async setEach(subject: string, dues: Readonly<Partial<Record<TimerKind, Date | null>>>): Promise<void> {
    const given = Object.entries(dues).map(([kind, due]) => ({ id: uuid(), kind, due }));
    await this.work.rows(
      `with given as (
         select * from jsonb_to_recordset($3::jsonb) as t(id uuid, kind text, due timestamptz)
       ), gone as (
         delete from app.timer t using given g where t.organisation_id = $1 and t.subject = $2 and t.kind = g.kind and g.due is null
       )
       insert into app.timer (id, organisation_id, kind, subject, due) select id, $1, kind, $2, due from given where due is not null
       on conflict (kind, subject) do update set due = excluded.due, attempts = 0, retry_at = null`,
      [this.work.organisation, subject, JSON.stringify(given)],
    );
  }

  /** Sets the timer of this kind and subject unless there is one. */
  async ensure(kind: TimerKind, subject: string, due: Date): Promise<void> {
    await this.work.rows(
      `insert into app.timer (id, organisation_id, kind, subject, due) values ($1, $2, $3, $4, $5) on conflict (kind, subject) do nothing`,
      [uuid(), this.work.organisation, kind, subject, due],
    );
  }

  /** Sets many timers of a kind in one statement. */
  async setAll(kind: TimerKind, timers: readonly { subject: string; due: Date }[]): Promise<void> {
    if (timers.length === 0) return;
    await this.work.rows(
      `insert into app.timer (id, organisation_id, kind, subject, due)
       select t.id, $1, $2, t.subject, t.due from jsonb_to_recordset($3::jsonb) as t(id uuid, subject uuid, due timestamptz)
       on conflict (kind, subject) do update set due = excluded.due, attempts = 0, retry_at = null`,
      [this.work.organisation, kind, JSON.stringify(timers.map(({ subject, due }) => ({ id: uuid(), subject, due })))],
    );
  }
}
