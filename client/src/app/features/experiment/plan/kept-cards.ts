import { Injectable } from '@angular/core';
import type { CardEntry } from './card-entry';

/** What somebody was writing on a card, and from what they began. */
export interface KeptCard {
  readonly base: CardEntry;
  readonly entry: CardEntry;
}

const isEntryLike = (value: unknown, like: CardEntry): value is CardEntry =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(like).every(([name, known]) => {
    const found: unknown = Reflect.get(value, name);
    return Array.isArray(known) ? Array.isArray(found) : typeof found === typeof known;
  });

/** Keeps what is written on a test card until the server has it, also when the page is left or loaded again. */
@Injectable({ providedIn: 'root' })
export class KeptCards {
  /** What was kept, in the shape of `like`; what another version or a hand wrote counts as nothing. */
  find(id: string, like: CardEntry): KeptCard | null {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.key(id)) ?? 'null');
      if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('entry' in kept)) return null;
      return isEntryLike(kept.base, like) && isEntryLike(kept.entry, like) ? { base: kept.base, entry: kept.entry } : null;
    } catch {
      return null;
    }
  }

  keep(id: string, kept: KeptCard): void {
    try {
      sessionStorage.setItem(this.key(id), JSON.stringify(kept));
    } catch {
      // Where nothing can be kept, it lives as long as the page.
    }
  }

  drop(id: string): void {
    try {
      sessionStorage.removeItem(this.key(id));
    } catch {
      // As above: then there is nothing to drop.
    }
  }

  private key(id: string): string {
    return `polku.card.${id}`;
  }
}
