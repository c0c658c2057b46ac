import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../ui/dialogs';
import { whenIdle } from '../../ui/when-idle';
import { EarlyLetters } from './early-letters';
import type { PalettePurpose } from './palette';

const loadPalette = () => import('./palette');

const WITHIN = '94vw';

/** Opens the command palette and the sheet of shortcuts; they are loaded when they are wanted. */
@Injectable({ providedIn: 'root' })
export class Palettes {
  private readonly dialogs = inject(Dialogs);
  private readonly letters = inject(EarlyLetters);
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

  openShortcuts(): Promise<void> {
    return this.alone(async () => {
      const { Shortcuts } = await import('./shortcuts');
      await this.dialogs.open(Shortcuts, { width: '520px', maxWidth: WITHIN });
    });
  }

  private async openFor(purpose: PalettePurpose): Promise<void> {
    let next: unknown;
    await this.alone(async () => {
      this.letters.keep();
      try {
        const { Palette } = await loadPalette();
        next = await this.dialogs.open(Palette, {
          ...{ data: purpose, autoFocus: 'input' },
          ...{ width: '620px', maxWidth: WITHIN, position: { top: '12dvh' } },
        });
      } finally {
        this.letters.take();
      }
    });
    if (next === 'shortcuts') await this.openShortcuts();
  }

  /** One at a time, also when its key is pressed again while it is loaded. */
  private async alone(open: () => Promise<void>): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    try {
      await open();
    } finally {
      this.isOpen = false;
    }
  }
}
