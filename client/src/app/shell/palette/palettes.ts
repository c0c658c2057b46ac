import { inject, Injectable, Injector, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Languages } from '../../i18n/languages';

const parts = {
  dialog: () => import('@angular/material/dialog'),
  palette: () => import('./palette'),
  shortcuts: () => import('./shortcuts'),
};

/** Opens the command palette and the sheet of shortcuts; they are loaded when they are wanted. */
@Injectable({ providedIn: 'root' })
export class Palettes {
  private readonly injector = inject(Injector);
  private readonly languages = inject(Languages);
  private isOpen = false;

  async openPalette(): Promise<void> {
    const { Palette } = await parts.palette();
    const next = await this.open(Palette, { width: '620px', position: { top: '12dvh' }, autoFocus: 'input' });
    if (next === 'shortcuts') await this.openShortcuts();
  }

  async openShortcuts(): Promise<void> {
    const { Shortcuts } = await parts.shortcuts();
    await this.open(Shortcuts, { width: '520px' });
  }

  /** One at a time, also when its key is pressed again while it is loaded. Gives what it was closed with. */
  private async open(part: Type<unknown>, look: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (this.isOpen) return undefined;
    this.isOpen = true;
    try {
      await this.languages.complete();
      const { MatDialog } = await parts.dialog();
      return await firstValueFrom(
        this.injector
          .get(MatDialog)
          .open(part, { ...look, maxWidth: '94vw' })
          .afterClosed(),
      );
    } finally {
      this.isOpen = false;
    }
  }
}
