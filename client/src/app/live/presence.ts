import { Injectable, signal } from '@angular/core';
import type { LivePresence, PresenceView } from '#contracts';

/** The others who have ideas open now, as the server last said. */
@Injectable({ providedIn: 'root' })
export class Presence {
  private readonly known = signal<ReadonlyMap<number, PresenceView>>(new Map());

  /** Who else looks at an idea; undefined: nobody, or it is not known. */
  at(number: number): PresenceView | undefined {
    return this.known().get(number);
  }

  /** Hears from the live stream. */
  hear({ whole, ideas }: LivePresence): void {
    this.known.update((before) => {
      const after = new Map(whole ? [] : before);
      for (const { number, people, total } of ideas) {
        if (total > 0) after.set(number, { people, total });
        else after.delete(number);
      }
      return after;
    });
  }

  /** All that is known, for a tab that comes later. */
  whole(): LivePresence {
    return { whole: true, ideas: [...this.known()].map(([number, presence]) => ({ number, ...presence })) };
  }

  /** Nothing is known any more. */
  forget(): void {
    if (this.known().size > 0) this.known.set(new Map());
  }
}
