import { Injectable } from '@angular/core';
import type { ScorecardDraft } from './scorecard-draft';

/** Keeps the scorecard that somebody is writing until it is given, also when the page is left or loaded again. */
@Injectable({ providedIn: 'root' })
export class KeptScorecards {
  /** What was kept, to be read with care; null: nothing. */
  find(member: string, decision: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(this.key(member, decision)) ?? 'null');
    } catch {
      return null;
    }
  }

  /** False when the browser keeps nothing. */
  keep(member: string, decision: string, draft: ScorecardDraft): boolean {
    try {
      localStorage.setItem(this.key(member, decision), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  drop(member: string, decision: string): void {
    try {
      localStorage.removeItem(this.key(member, decision));
    } catch {
      // Storage may be forbidden; then there is nothing to drop.
    }
  }

  private key(member: string, decision: string): string {
    return `polku.scorecard.${member}.${decision}`;
  }
}
