import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { HomeView } from '#contracts';
import { address } from './address';

/** Where the person's ideas stand, what waits for them, and what is new. */
@Injectable({ providedIn: 'root' })
export class HomeApi {
  private readonly http = inject(HttpClient);

  read(organisation: string): Promise<HomeView> {
    return firstValueFrom(this.http.get<HomeView>(address(organisation, 'home')));
  }
}
