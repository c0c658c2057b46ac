import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * The letters that somebody types after they asked for the palette and before its field is there: they are meant for it, and none of them is
 * a shortcut of the page below.
 */
@Injectable({ providedIn: 'root' })
export class EarlyLetters {
  private readonly document = inject(DOCUMENT);
  private letters = '';
  private readonly hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Backspace') this.letters = this.letters.slice(0, -1);
    else if ([...event.key].length === 1) this.letters += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Keeps what is typed from now on. */
  keep(): void {
    this.document.addEventListener('keydown', this.hear, true);
  }

  /** Gives what was typed; from now on, letters go where the focus is. */
  take(): string {
    this.document.removeEventListener('keydown', this.hear, true);
    const { letters } = this;
    this.letters = '';
    return letters;
  }
}
