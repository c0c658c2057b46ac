import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MemberPage, Role } from '#contracts';
import { address, asked } from './address';

/** Which members are looked for. */
export interface MembersQuery {
  readonly q?: string;
  readonly role?: Role;
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** The people of an organisation. */
@Injectable({ providedIn: 'root' })
export class MembersApi {
  private readonly http = inject(HttpClient);

  list(organisation: string, query: MembersQuery = {}): Promise<MemberPage> {
    return firstValueFrom(this.http.get<MemberPage>(address(organisation, 'members'), { params: asked({ ...query }) }));
  }
}
