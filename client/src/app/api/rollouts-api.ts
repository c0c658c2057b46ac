import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MoveRollout, PlanRollout, RolloutView } from '#contracts';
import { address } from './address';

/** The rollout of an idea. */
@Injectable({ providedIn: 'root' })
export class RolloutsApi {
  private readonly http = inject(HttpClient);

  /** Null while there is none. */
  read(organisation: string, number: number): Promise<RolloutView | null> {
    return firstValueFrom(this.http.get<RolloutView | null>(address(organisation, 'ideas', number, 'rollout')));
  }

  plan(organisation: string, number: number, input: PlanRollout): Promise<RolloutView> {
    return firstValueFrom(this.http.put<RolloutView>(address(organisation, 'ideas', number, 'rollout'), input));
  }

  move(organisation: string, number: number, input: MoveRollout): Promise<RolloutView> {
    return firstValueFrom(this.http.post<RolloutView>(address(organisation, 'ideas', number, 'rollout', 'transitions'), input));
  }
}
