import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable, Injector } from '@angular/core';
import type { MatSnackBarRef } from '@angular/material/snack-bar';
import { whenIdle } from '../when-idle';

/** A thing that can be done about a message. */
export interface MessageAction {
  readonly name: string;
  readonly run: () => void;
}

const undoOffered = 10_000;

const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey && !isWritten(target);

/** Whether Ctrl Z means the text that is written there. */
const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

type Shown = MatSnackBarRef<unknown>;

const snackBar = () => import('@angular/material/snack-bar');

/** Short messages at the foot of the screen, read aloud politely. What they need is loaded after the first screen. */
@Injectable({ providedIn: 'root' })
export class Messages {
  private readonly injector = inject(Injector);
  private readonly announcer = inject(LiveAnnouncer);

  /** Something newer is being done: what was done before it is no longer the last that Ctrl Z would take back. */
  forgetUndo: () => void = () => undefined;

  constructor() {
    // A message may have to say that the network is gone.
    whenIdle(() => snackBar().catch(() => undefined));
  }

  /** Shows a message for a while; with an action it stays longer. */
  say(text: string, action?: MessageAction): void {
    // Better heard than lost.
    this.show(text, action).catch(() => this.announcer.announce(text, 'polite'));
  }

  /** Says what was done, and shows for ten seconds a way to take it back: a button, and Ctrl Z outside of a text. */
  sayDone(text: string, undo: MessageAction): void {
    void this.announcer.announce(text, 'polite');
    // Without the bar the words have been heard all the same.
    this.show(text, undo, undoOffered, 'off').then(
      (shown) => (this.forgetUndo = undoByKey(shown)),
      () => undefined,
    );
  }

  private async show(
    text: string,
    action: MessageAction | undefined,
    duration = action ? 15_000 : 8_000,
    politeness: 'polite' | 'off' = 'polite',
  ): Promise<Shown> {
    const { MatSnackBar } = await snackBar();
    const bar = this.injector.get(MatSnackBar);
    const shown = bar.open(text, action?.name, { duration, politeness });
    if (action) shown.onAction().subscribe(action.run);
    return shown;
  }
}

/** Until the message is gone, Ctrl Z is its button. Gives what takes both away. */
const undoByKey = (shown: Shown): (() => void) => {
  const press = (event: KeyboardEvent): void => {
    if (!isUndo(event)) return;
    event.preventDefault();
    shown.dismissWithAction();
  };
  const stop = (): void => document.removeEventListener('keydown', press);
  document.addEventListener('keydown', press);
  shown.afterDismissed().subscribe(stop);
  return () => {
    stop();
    shown.dismiss();
  };
};
