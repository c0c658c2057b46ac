import { inject, Injectable, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { Dialogs } from '../../ui/dialogs';

/** Opens the command palette and the sheet of shortcuts; they are loaded when they are wanted. */
@Injectable({ providedIn: 'root' })
export class Palettes {
  private readonly dialogs = inject(Dialogs);
  private isOpen = false;

  async openPalette(): Promise<void> {
    const { Palette } = await import('./palette');
    const next = await this.open(Palette, { width: '620px', position: { top: '12dvh' }, autoFocus: 'input' });
    if (next === 'shortcuts') await this.openShortcuts();
  }

  async openShortcuts(): Promise<void> {
    const { Shortcuts } = await import('./shortcuts');
    await this.open(Shortcuts, { width: '520px' });
  }

  /** One at a time, also when its key is pressed again while it is loaded. Gives what it was closed with. */
  private async open(part: Type<unknown>, look: MatDialogConfig): Promise<unknown> {
    if (this.isOpen) return undefined;
    this.isOpen = true;
    try {
      return await this.dialogs.open(part, { ...look, maxWidth: '94vw' });
    } finally {
      this.isOpen = false;
    }
  }
}
