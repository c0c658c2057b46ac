import { inject, Injectable, resource } from '@angular/core';
import type { AboutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { SessionApi } from '../api/session-api';

/** What a visitor may know of this installation. */
@Injectable({ providedIn: 'root' })
export class Installation {
  private readonly api = inject(SessionApi);
  private readonly asked = resource({ loader: () => this.api.about() });

  /** What an imported file may have at most; what is usual, while it is not known. */
  limits(): AboutView['limits'] {
    return this.asked.hasValue() ? this.asked.value().limits : { importBytes: LIMITS.importFile, importRows: LIMITS.importRows };
  }

  /** The people of the demo and their password; null outside the demo, or while it is not known. */
  demo() {
    return this.asked.hasValue() ? this.asked.value().demo : null;
  }
}
