import { inject, Injectable, signal } from '@angular/core';
import { v4 as uuid } from 'uuid';
import { AttachmentsApi } from '../../../api/attachments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';

/** A file on its way to an idea. */
export interface Sending {
  /** Also the key with which it is attached once, however often it is sent. */
  readonly id: string;
  readonly organisation: string;
  readonly number: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** How much of it has been sent, from 0 to 1. */
  readonly share: number;
  readonly problem: ProblemError | null;
}

/** Sends files one after the other, and goes on while other pages are shown. What was not taken stays until somebody has seen why. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly api = inject(AttachmentsApi);
  private readonly all = signal<readonly Sending[]>([]);
  private running: AbortController | null = null;

  readonly sendings = this.all.asReadonly();
  /** The one that was attached last. */
  readonly sent = signal<Sending | null>(null);

  /** Sends a file as soon as those before it have been sent; one with a `problem` stays as it is. */
  add(organisation: string, number: number, file: File, problem: ProblemError | null = null): void {
    const state = problem ? 'failed' : 'waiting';
    this.all.update((it) => [...it, { id: uuid(), organisation, number, file, state, share: 0, problem }]);
    void this.run();
  }

  /** Sends again what has failed. */
  retry(id: string): void {
    this.change(id, { state: 'waiting', share: 0, problem: null });
    void this.run();
  }

  /** Forgets a file; if it is on its way the sending is broken off. */
  drop(id: string): void {
    if (this.all().find((it) => it.id === id)?.state === 'sending') this.running?.abort();
    this.all.update((all) => all.filter((it) => it.id !== id));
  }

  private async run(): Promise<void> {
    if (this.running) return;
    for (let next = this.next(); next; next = this.next()) {
      this.running = new AbortController();
      await this.send(next, this.running.signal);
      this.running = null;
    }
  }

  private next(): Sending | undefined {
    return this.all().find(({ state }) => state === 'waiting');
  }

  private async send(sending: Sending, stop: AbortSignal): Promise<void> {
    const { id, organisation, number, file } = sending;
    this.change(id, { state: 'sending' });
    try {
      await this.api.add(organisation, number, file, { key: id, progress: (share) => this.change(id, { share }), signal: stop });
      this.drop(id);
      this.sent.set(sending);
    } catch (error) {
      this.change(id, { state: 'failed', problem: asProblem(error) });
    }
  }

  private change(id: string, changes: Partial<Sending>): void {
    this.all.update((all) => all.map((it) => (it.id === id ? { ...it, ...changes } : it)));
  }
}
