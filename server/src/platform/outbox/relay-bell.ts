import { Injectable } from '@nestjs/common';

/** Wakes the relay of this process after a commit; a relay elsewhere notices by its own polling. */
@Injectable()
export class RelayBell {
  private wake: (() => void) | null = null;
  private rung = false;

  /** Something was committed. */
  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves when it rings, or after so many milliseconds. */
  async heard(patience: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
    this.rung = false;
  }
}
