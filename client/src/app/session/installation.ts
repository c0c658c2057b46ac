import { inject, Injectable, resource } from '@angular/core';
import type { AboutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { SessionApi } from '../api/session-api';

/** What a visitor may know of this installation. */
@Injectable({ providedIn: 'root' })
export class Installation {
  private readonly api = inject(SessionApi);
  private readonly asked = resource({ loader: () => this.api.about() });

  /** What a file may have at most that is imported or attached; what is usual, while it is not known. */
  limits(): AboutView['limits'] {
    if (this.asked.hasValue()) return this.asked.value().limits;
    return { importBytes: LIMITS.importFile, importRows: LIMITS.importRows, attachmentBytes: LIMITS.attachmentFile };
  }

  /** The people of the demo and their password; null outside the demo, or while it is not known. */
  demo() {
    return this.asked.hasValue() ? this.asked.value().demo : null;
  }
}
