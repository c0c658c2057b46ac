import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AbsenceView, SetAbsence } from '#contracts';
import { address } from './address';

/** When the asking person is away, and who decides meanwhile. */
@Injectable({ providedIn: 'root' })
export class AbsenceApi {
  private readonly http = inject(HttpClient);

  read(organisation: string): Promise<AbsenceView> {
    return firstValueFrom(this.http.get<AbsenceView>(address(organisation, 'absence')));
  }

  announce(organisation: string, input: SetAbsence): Promise<AbsenceView> {
    return firstValueFrom(this.http.put<AbsenceView>(address(organisation, 'absence'), input));
  }

  /** Back, or not going. */
  end(organisation: string): Promise<void> {
    return firstValueFrom(this.http.delete<undefined>(address(organisation, 'absence')));
  }
}
