import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { FollowerPage, Standing } from '#contracts';
import { address, asked } from './address';

/** How one may stand to an idea without working on it, as addresses call it. */
export type Way = 'followers' | 'supporters';

/** Who follows and who supports an idea. */
@Injectable({ providedIn: 'root' })
export class FollowersApi {
  private readonly http = inject(HttpClient);

  list(organisation: string, number: number, way: Way, cursor?: string | null): Promise<FollowerPage> {
    return firstValueFrom(this.http.get<FollowerPage>(address(organisation, 'ideas', number, way), { params: asked({ cursor }) }));
  }

  join(organisation: string, number: number, way: Way): Promise<Standing> {
    return firstValueFrom(this.http.put<Standing>(address(organisation, 'ideas', number, way, 'me'), {}));
  }

  leave(organisation: string, number: number, way: Way): Promise<Standing> {
    return firstValueFrom(this.http.delete<Standing>(address(organisation, 'ideas', number, way, 'me')));
  }
}
