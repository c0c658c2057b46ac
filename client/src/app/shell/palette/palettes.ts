import { inject, Injectable, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { Dialogs } from '../../ui/dialogs';
import { whenIdle } from '../../ui/when-idle';
import type { PalettePurpose } from './palette';

const loadPalette = () => import('./palette');

/** Opens the command palette and the sheet of shortcuts; they are loaded when they are wanted. */
@Injectable({ providedIn: 'root' })
export class Palettes {
  private readonly dialogs = inject(Dialogs);
  private isOpen = false;

  constructor() {
    // Nobody's first letters come before it; where it fails it is loaded once it is wanted.
    whenIdle(() => loadPalette().catch(() => undefined));
  }

  /** To go somewhere or do something. */
  openPalette(): Promise<void> {
    return this.openFor('go');
  }

  /** To look for ideas and people; pages and all else come after them. */
  openSearch(): Promise<void> {
    return this.openFor('search');
  }

  async openShortcuts(): Promise<void> {
    const { Shortcuts } = await import('./shortcuts');
    await this.open(Shortcuts, { width: '520px' });
  }

  private async openFor(purpose: PalettePurpose): Promise<void> {
    const { Palette } = await loadPalette();
    const next = await this.open(Palette, { data: purpose, width: '620px', position: { top: '12dvh' }, autoFocus: 'input' });
    if (next === 'shortcuts') await this.openShortcuts();
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
