import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { debounceTime, filter, merge } from 'rxjs';
import { DecisionsApi } from '../api/decisions-api';
import { isAboutDecisions } from '../live/about-decisions';
import { Live } from '../live/live';
import { Session } from '../session/session';

/** How many decisions wait for this person, to be scored or made; follows the live stream. */
@Injectable({ providedIn: 'root' })
export class WaitingDecisions {
  private readonly api = inject(DecisionsApi);
  private readonly session = inject(Session);
  private readonly waiting = signal(0);

  readonly count = this.waiting.asReadonly();

  constructor() {
    const live = inject(Live);
    const changes = live.changes.pipe(filter(({ kind }) => isAboutDecisions(kind)));
    merge(changes, live.resets)
      .pipe(debounceTime(500))
      .subscribe(() => void this.load());
    effect(() => {
      if (this.session.organisation()) untracked(() => void this.load());
    });
  }

  private async load(): Promise<void> {
    const organisation = this.session.organisation();
    if (!organisation) return;
    try {
      const page = await this.api.list(organisation, { mine: true, limit: 100 });
      this.waiting.set(page.items.filter((it) => it.state !== 'decided').length);
    } catch {
      // A count that cannot be had is not worth a message; the page itself says what is wrong.
    }
  }
}
