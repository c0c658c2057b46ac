import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { NotificationPage, UnreadView } from '#contracts';
import { address, asked } from './address';

/** What the person is told. */
@Injectable({ providedIn: 'root' })
export class NotificationsApi {
  private readonly http = inject(HttpClient);

  list(organisation: string, cursor?: string | null, limit?: number): Promise<NotificationPage> {
    return firstValueFrom(this.http.get<NotificationPage>(address(organisation, 'notifications'), { params: asked({ cursor, limit }) }));
  }

  /** Marks these as read, or without `ids` all. */
  read(organisation: string, ids?: readonly string[]): Promise<UnreadView> {
    return firstValueFrom(this.http.post<UnreadView>(address(organisation, 'notifications', 'read'), ids ? { ids } : {}));
  }
}
