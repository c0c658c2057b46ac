import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PresenceView } from '#contracts';
import { address } from './address';

/** That this browser tab shows an idea. */
@Injectable({ providedIn: 'root' })
export class PresenceApi {
  private readonly http = inject(HttpClient);

  /** Says so; gives the others who look at it now. */
  look(organisation: string, number: number, tab: string): Promise<PresenceView> {
    return firstValueFrom(this.http.put<PresenceView>(address(organisation, 'ideas', number, 'presence', tab), {}));
  }

  /** Says that it does so no more; heard also when the page is closing. */
  async leave(organisation: string, number: number, tab: string): Promise<void> {
    await firstValueFrom(this.http.delete(address(organisation, 'ideas', number, 'presence', tab), { keepalive: true }));
  }
}
