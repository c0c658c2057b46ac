import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MemberPage, MemberView, PersonView, Role } from '#contracts';
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

  /** The first that a part of a name finds; no guests. */
  async find(organisation: string, q: string): Promise<readonly MemberView[]> {
    return (await this.list(organisation, { q, limit: 20 })).items;
  }

  /** One member, former or not. */
  read(organisation: string, member: string): Promise<PersonView> {
    return firstValueFrom(this.http.get<PersonView>(address(organisation, 'members', member)));
  }
}
