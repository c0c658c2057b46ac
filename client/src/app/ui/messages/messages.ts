import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';

/** A thing that can be done about a message. */
export interface MessageAction {
  readonly name: string;
  readonly run: () => void;
}

/** Short messages at the foot of the screen, read aloud politely. */
@Injectable({ providedIn: 'root' })
export class Messages {
  private readonly bar = inject(MatSnackBar);

  /** Shows a message for a while; with an action it stays longer. */
  say(text: string, action?: MessageAction): void {
    const shown = this.bar.open(text, action?.name, { duration: action ? 15_000 : 8_000, politeness: 'polite' });
    if (action) shown.onAction().subscribe(action.run);
  }
}
