import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../database/index.js';

/**
 * Kinds of timers: when a step's promise is broken, when a parked idea comes back, when a column's ranks have grown long,
 * when an organisation's counts are checked, what is to be said around the deadline of a decision, and when an absence begins.
 */
export const TIMER_KINDS = ['step-due', 'park-return', 'ranks-long', 'counts-check', 'decision-watch', 'absence-start'] as const;
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
  async set(kind: TimerKind, subject: string, due: Date | null): Promise<void> {
    if (due === null) {
      await this.work.manager.query(`delete from app.timer where kind = $1 and subject = $2 and organisation_id = $3`, [
        kind,
        subject,
        this.work.organisation,
      ]);
      return;
    }
    await this.setAll(kind, [{ subject, due }]);
  }

  /** Sets the timer of this kind and subject unless there is one. */
  async ensure(kind: TimerKind, subject: string, due: Date): Promise<void> {
    await this.work.manager.query(
      `insert into app.timer (id, organisation_id, kind, subject, due) values ($1, $2, $3, $4, $5) on conflict (kind, subject) do nothing`,
      [uuid(), this.work.organisation, kind, subject, due],
    );
  }

  /** Sets many timers of a kind in one statement. */
  async setAll(kind: TimerKind, timers: readonly { subject: string; due: Date }[]): Promise<void> {
    if (timers.length === 0) return;
    await this.work.manager.query(
      `insert into app.timer (id, organisation_id, kind, subject, due)
       select t.id, $1, $2, t.subject, t.due from jsonb_to_recordset($3::jsonb) as t(id uuid, subject uuid, due timestamptz)
       on conflict (kind, subject) do update set due = excluded.due, attempts = 0, retry_at = null`,
      [this.work.organisation, kind, JSON.stringify(timers.map(({ subject, due }) => ({ id: uuid(), subject, due })))],
    );
  }
}
