import { DOCUMENT, inject, Injectable, Injector, afterNextRender } from '@angular/core';

/** A place on the screen that a card can be put down on: a column, or its part in one lane. */
export interface Place {
  readonly step: string;
  /** Undefined on a board without lanes. */
  readonly lane: string | undefined;
}

/** Finds cards on the screen: cards have the id `card-12`, columns say their step, and in lanes their lane. */
@Injectable()
export class CardFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  /** Gives a card the focus once it is on the screen. A dialog that is open keeps it. */
  on(number: number): void {
    afterNextRender(
      {
        read: () => {
          if (this.document.querySelector('.cdk-overlay-container [role="dialog"], .cdk-overlay-container [role="menu"]')) return;
          this.move(number);
        },
      },
      { injector: this.injector },
    );
  }

  /** Gives a card that is on the screen the focus. */
  move(number: number): void {
    const card = this.document.getElementById(`card-${number}`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Scrolls a column into view. */
  reveal(step: string): void {
    this.document.querySelector(`[data-step="${step}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** The column at this point of the screen, or null. */
  placeAt(point: { readonly x: number; readonly y: number }): Place | null {
    const place = this.document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('[data-step]');
    return place ? { step: place.dataset['step'] ?? '', lane: place.dataset['lane'] } : null;
  }

  /** Whether nothing has the focus, as when what had it is gone. */
  isLost(): boolean {
    return this.document.activeElement === null || this.document.activeElement === this.document.body;
  }

  /** The number of the card that has the focus, or null. */
  current(): number | null {
    const id = this.document.activeElement?.id ?? '';
    return id.startsWith('card-') ? Number(id.slice(5)) : null;
  }
}
