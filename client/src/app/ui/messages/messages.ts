import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable, Injector } from '@angular/core';
import { whenIdle } from '../when-idle';

/** A thing that can be done about a message. */
export interface MessageAction {
  readonly name: string;
  readonly run: () => void;
}

const snackBar = () => import('@angular/material/snack-bar');

/** Short messages at the foot of the screen, read aloud politely. What they need is loaded after the first screen. */
@Injectable({ providedIn: 'root' })
export class Messages {
  private readonly injector = inject(Injector);
  private readonly announcer = inject(LiveAnnouncer);

  constructor() {
    // A message may have to say that the network is gone.
    whenIdle(() => snackBar().catch(() => undefined));
  }

  /** Shows a message for a while; with an action it stays longer. */
  say(text: string, action?: MessageAction): void {
    // Better heard than lost.
    this.show(text, action).catch(() => this.announcer.announce(text, 'polite'));
  }

  private async show(text: string, action: MessageAction | undefined): Promise<void> {
    const { MatSnackBar } = await snackBar();
    const bar = this.injector.get(MatSnackBar);
    const shown = bar.open(text, action?.name, { duration: action ? 15_000 : 8_000, politeness: 'polite' });
    if (action) shown.onAction().subscribe(action.run);
  }
}
