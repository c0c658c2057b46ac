import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SessionPage } from '#contracts';
import { sessionsAddress } from './address';

/** Where the person is signed in. */
@Injectable({ providedIn: 'root' })
export class SessionsApi {
  private readonly http = inject(HttpClient);

  list(): Promise<SessionPage> {
    return firstValueFrom(this.http.get<SessionPage>(sessionsAddress));
  }

  /** Signs out in one place. */
  async end(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${sessionsAddress}/${encodeURIComponent(id)}`));
  }

  /** Signs out everywhere but here. */
  async endOthers(): Promise<void> {
    await firstValueFrom(this.http.delete(sessionsAddress));
  }
}
