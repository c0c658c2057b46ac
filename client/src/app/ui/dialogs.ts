import { inject, Injectable, Injector, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Languages } from '../i18n/languages';

/** What dialogs are made of, which the first screen does without. */
export const loadDialogs = () => import('@angular/material/dialog');

/** Opens dialogs, once they and all strings are loaded. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly languages = inject(Languages);

  /** Gives what it was closed with; undefined: cancelled. */
  async open<Answer>(dialog: Type<unknown>, config: MatDialogConfig): Promise<Answer | undefined> {
    await this.languages.complete();
    const { MatDialog } = await loadDialogs();
    // At once: after its animation, the focus would be taken back from who is already typing or tabbing.
    const opened = this.injector.get(MatDialog).open<unknown, unknown, Answer>(dialog, { delayFocusTrap: false, ...config });
    return firstValueFrom(opened.afterClosed());
  }
}
