import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { Session } from '../../session/session';

/** How somebody likes to see the board on this device. */
interface Look {
  readonly compact: boolean;
  /** The steps whose columns are folded away. */
  readonly folded: readonly string[];
  /** The keys of the lanes that are folded away. */
  readonly lanes: readonly string[];
}

const PLAIN: Look = { compact: false, folded: [], lanes: [] };

/** How dense the cards are and which columns are folded away: kept on the device, for each organisation. */
@Injectable()
export class BoardLook {
  private readonly session = inject(Session);
  private readonly key = computed(() => `polku.board.${this.session.organisation()}`);
  private readonly look = linkedSignal(() => read(this.key()));

  readonly compact = computed(() => this.look().compact);
  private readonly folded = computed(() => new Set(this.look().folded));

  isFolded(step: string): boolean {
    return this.folded().has(step);
  }

  /** Folds a column away, or unfolds it. */
  fold(step: string): void {
    const folded = this.isFolded(step) ? this.look().folded.filter((it) => it !== step) : [...this.look().folded, step];
    this.keep({ ...this.look(), folded });
  }

  isLaneFolded(key: string): boolean {
    return this.look().lanes.includes(key);
  }

  /** Folds a lane away, or unfolds it. */
  foldLane(key: string): void {
    const lanes = this.isLaneFolded(key) ? this.look().lanes.filter((it) => it !== key) : [...this.look().lanes, key];
    this.keep({ ...this.look(), lanes });
  }

  toggleCompact(): void {
    this.keep({ ...this.look(), compact: !this.compact() });
  }

  private keep(look: Look): void {
    this.look.set(look);
    try {
      localStorage.setItem(this.key(), JSON.stringify(look));
    } catch {
      // A device that keeps nothing shows it so until the page is left.
    }
  }
}

const read = (key: string): Look => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isLook(kept) ? { ...PLAIN, ...kept } : PLAIN;
  } catch {
    return PLAIN;
  }
};

const isLook = (thing: unknown): thing is Look =>
  typeof thing === 'object' &&
  thing !== null &&
  'compact' in thing &&
  typeof thing.compact === 'boolean' &&
  'folded' in thing &&
  areKeys(thing.folded) &&
  (!('lanes' in thing) || areKeys(thing.lanes));

const areKeys = (thing: unknown): boolean => Array.isArray(thing) && thing.every((it) => typeof it === 'string');
