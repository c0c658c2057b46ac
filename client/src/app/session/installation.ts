import { inject, Injectable, resource } from '@angular/core';
import { SessionApi } from '../api/session-api';

/** What a visitor may know of this installation. */
@Injectable({ providedIn: 'root' })
export class Installation {
  private readonly api = inject(SessionApi);
  private readonly asked = resource({ loader: () => this.api.about() });

  /** The people of the demo and their password; null outside the demo, or while it is not known. */
  demo() {
    return this.asked.hasValue() ? this.asked.value().demo : null;
  }
}
