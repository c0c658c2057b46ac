import { Injectable, signal } from '@angular/core';

/** Whether the server answers, as the requests and the live stream have seen it. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly state = signal(true);
  private readonly ended = signal(0);

  /** False from the first request that does not reach the server until one does. */
  readonly reachable = this.state.asReadonly();
  /** Counts the answers that said the session has ended. */
  readonly sessionEnded = this.ended.asReadonly();

  noteAnswer(): void {
    this.state.set(true);
  }

  noteSilence(): void {
    this.state.set(false);
  }

  noteSignedOut(): void {
    this.ended.update((count) => count + 1);
  }
}
