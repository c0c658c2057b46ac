import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { UnitPage } from '#contracts';
import { address } from './address';

/** The parts of an organisation. */
@Injectable({ providedIn: 'root' })
export class UnitsApi {
  private readonly http = inject(HttpClient);

  list(organisation: string): Promise<UnitPage> {
    return firstValueFrom(this.http.get<UnitPage>(address(organisation, 'units')));
  }
}
