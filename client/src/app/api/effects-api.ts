import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { EffectPage, RolloutState } from '#contracts';
import { address, asked } from './address';

/** What a list of effects may be narrowed to; `unit` is the name of the receiving unit. */
export interface EffectsQuery {
  readonly state?: RolloutState | undefined;
  readonly unit?: string | undefined;
  readonly cursor?: string;
}

/** What was expected of rollouts, and what came of it. */
@Injectable({ providedIn: 'root' })
export class EffectsApi {
  private readonly http = inject(HttpClient);

  list(organisation: string, query: EffectsQuery = {}): Promise<EffectPage> {
    return firstValueFrom(this.http.get<EffectPage>(address(organisation, 'effects'), { params: asked({ ...query }) }));
  }
}
