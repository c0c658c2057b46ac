import { inject, Injectable, Injector } from '@angular/core';

/** A thing that can be done about a message. */
export interface MessageAction {
  readonly name: string;
  readonly run: () => void;
}

/** Short messages at the foot of the screen, read aloud politely. What they need is loaded with the first of them. */
@Injectable({ providedIn: 'root' })
export class Messages {
  private readonly injector = inject(Injector);

  /** Shows a message for a while; with an action it stays longer. */
  say(text: string, action?: MessageAction): void {
    void this.show(text, action);
  }

  private async show(text: string, action: MessageAction | undefined): Promise<void> {
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    const bar = this.injector.get(MatSnackBar);
    const shown = bar.open(text, action?.name, { duration: action ? 15_000 : 8_000, politeness: 'polite' });
    if (action) shown.onAction().subscribe(action.run);
  }
}
