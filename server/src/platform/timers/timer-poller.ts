import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { DataSource, rowsOf, UnitOfWork } from '../database/index.js';
import { Outage } from '../logging/index.js';
import { TIMER_KINDS, type TimerKind, Timers } from './timers.js';

const POLL = 1_000;
const BATCH = 100;
// A handler that fails is tried again after 2, 4, 8 … seconds, at most an hour.
const retryAfter = (attempts: number): number => Math.min(2 ** attempts, 3_600) * 1_000;

interface TimerRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly kind: TimerKind;
  readonly subject: string;
  readonly due: Date;
  readonly attempts: number;
}

/** Runs what has come due, through the clock: each timer in one transaction with what it causes, so exactly once. */
@Injectable()
export class TimerPoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TimerPoller.name);
  private readonly outage = new Outage(this.logger, 'Timers could not be polled');
  private stopped: (() => void) | null = null;
  private loop: Promise<void> = Promise.resolve();
  private readonly sweeps: (() => Promise<void>)[] = [];
  private rounds = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly timers: Timers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  onApplicationBootstrap(): void {
    const orphan = TIMER_KINDS.find((kind) => !this.timers.handlers.has(kind));
    if (orphan) throw new Error(`Nobody handles the timer ${orphan}.`);
    if (!this.config.roles.has('worker') || this.config.mode === 'test') return;
    const stop = new Promise<void>((resolve) => {
      this.stopped = resolve;
    });
    this.loop = this.run(stop);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped?.();
    await this.loop;
  }

  /** Something that looks, once a minute, for rows whose job was lost, and adds the job again. */
  sweep(act: () => Promise<void>): void {
    this.sweeps.push(act);
  }

  /** Runs everything that is due now; how many timers ran. */
  async poll(): Promise<number> {
    let ran = 0;
    for (;;) {
      const now = this.clock.now();
      const due = rowsOf<TimerRow>(
        await this.dataSource.query(
          `select id, organisation_id, kind, subject, due, attempts from app.timer where coalesce(retry_at, due) <= $1
             and kind = any($2::text[]) order by coalesce(retry_at, due) limit ${BATCH}`,
          // A kind that only a newer server knows waits for that server.
          [now, [...this.timers.handlers.keys()]],
        ),
      );
      for (const row of due) if (await this.runOne(row, now)) ran += 1;
      if (due.length < BATCH) return ran;
    }
  }

  /** Adds again the jobs of rows that nobody works on. */
  async sweepAll(): Promise<void> {
    for (const act of this.sweeps) await act();
  }

  private async run(stop: Promise<void>): Promise<void> {
    let running = true;
    void stop.then(() => (running = false));
    while (running) {
      try {
        await this.poll();
        if (this.rounds % 60 === 0) await this.sweepAll();
        this.rounds += 1;
        this.outage.worked();
      } catch (error) {
        this.outage.failed(error);
      }
      await Promise.race([stop, new Promise((resolve) => setTimeout(resolve, POLL))]);
    }
  }

  private async runOne(row: TimerRow, now: Date): Promise<boolean> {
    try {
      return await this.work.run(row.organisation_id, async () => {
        const held = rowsOf<{ id: string }>(
          await this.work.manager.query(`select id from app.timer where id = $1 and due = $2 for update skip locked`, [row.id, row.due]),
        );
        if (held.length === 0) return false;
        // Taken away first: the handler may set the same timer anew.
        await this.work.manager.query(`delete from app.timer where id = $1`, [row.id]);
        await this.timers.handlers.get(row.kind)?.({
          organisation: row.organisation_id,
          kind: row.kind,
          subject: row.subject,
          due: row.due,
        });
        return true;
      });
    } catch (error) {
      this.logger.error(
        `The timer ${row.kind} of ${row.subject} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      await this.dataSource.query(`update app.timer set attempts = attempts + 1, retry_at = $2 where id = $1`, [
        row.id,
        new Date(now.getTime() + retryAfter(row.attempts + 1)),
      ]);
      return false;
    }
  }
}
