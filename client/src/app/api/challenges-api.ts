import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskChallenge, ChallengeChoices, ChallengePage, ChallengeRef, ChallengeState, ChallengeView, EditChallenge } from '#contracts';
import { address, asked } from './address';

/** Which challenges are asked for. */
export interface ChallengesQuery {
  readonly state?: ChallengeState;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What the organisation asks for a while, and ideas answer. */
@Injectable({ providedIn: 'root' })
export class ChallengesApi {
  private readonly http = inject(HttpClient);

  list(organisation: string, query: ChallengesQuery = {}): Promise<ChallengePage> {
    return firstValueFrom(this.http.get<ChallengePage>(address(organisation, 'challenges'), { params: asked({ ...query }) }));
  }

  /** As many as can be chosen from at once, in the order of the list. */
  async choices(organisation: string, state?: ChallengeState): Promise<readonly ChallengeRef[]> {
    const params = asked({ state });
    return (await firstValueFrom(this.http.get<ChallengeChoices>(address(organisation, 'challenges', 'choices'), { params }))).items;
  }

  /** @param key of all tries to ask the same: it is asked once, however often the answer is lost */
  ask(organisation: string, input: AskChallenge, key: string): Promise<ChallengeView> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<ChallengeView>(address(organisation, 'challenges'), input, { headers }));
  }

  edit(organisation: string, challenge: string, input: EditChallenge): Promise<ChallengeView> {
    return firstValueFrom(this.http.patch<ChallengeView>(address(organisation, 'challenges', challenge), input));
  }
}
