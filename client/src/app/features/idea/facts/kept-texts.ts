import { Injectable } from '@angular/core';
import type { TextName } from './idea-texts';

/** What is kept: a text of the idea, the form of its rollout, a new comment, or what one is changed to. */
export type KeptName = TextName | 'rollout' | 'comment' | `comment.${string}`;

/** What somebody was writing, and the text from which they began. */
export interface KeptText {
  readonly began: string;
  readonly written: string;
}

/** Keeps what is being written in an idea until it is saved, also when the page is left or loaded again. */
@Injectable({ providedIn: 'root' })
export class KeptTexts {
  find(organisation: string, number: number, name: KeptName): KeptText | null {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.key(organisation, number, name)) ?? 'null');
      if (typeof kept !== 'object' || kept === null || !('began' in kept) || !('written' in kept)) return null;
      return typeof kept.began === 'string' && typeof kept.written === 'string' ? { began: kept.began, written: kept.written } : null;
    } catch {
      return null;
    }
  }

  keep(organisation: string, number: number, name: KeptName, text: KeptText): void {
    try {
      sessionStorage.setItem(this.key(organisation, number, name), JSON.stringify(text));
    } catch {
      // Where nothing can be kept, the text lives as long as the page.
    }
  }

  drop(organisation: string, number: number, name: KeptName): void {
    try {
      sessionStorage.removeItem(this.key(organisation, number, name));
    } catch {
      // As above: then there is nothing to drop.
    }
  }

  private key(organisation: string, number: number, name: KeptName): string {
    return `polku.typed.${organisation}.${number}.${name}`;
  }
}
