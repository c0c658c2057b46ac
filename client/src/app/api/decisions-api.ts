import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskDecision, DecisionPage, DecisionState, DecisionView, MakeDecision } from '#contracts';
import { address, asked } from './address';

/** Which decisions are listed: `mine` are those that wait for the asking person. */
export interface DecisionsQuery {
  readonly mine?: boolean;
  readonly state?: DecisionState;
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** Decisions: asking for one, listing, deciding. */
@Injectable({ providedIn: 'root' })
export class DecisionsApi {
  private readonly http = inject(HttpClient);

  ask(organisation: string, number: number, input: AskDecision): Promise<DecisionView> {
    return firstValueFrom(this.http.post<DecisionView>(address(organisation, 'ideas', number, 'decisions'), input));
  }

  ofIdea(organisation: string, number: number): Promise<DecisionPage> {
    return firstValueFrom(this.http.get<DecisionPage>(address(organisation, 'ideas', number, 'decisions')));
  }

  list(organisation: string, query: DecisionsQuery = {}): Promise<DecisionPage> {
    return firstValueFrom(this.http.get<DecisionPage>(address(organisation, 'decisions'), { params: asked({ ...query }) }));
  }

  make(organisation: string, id: string, input: MakeDecision): Promise<DecisionView> {
    return firstValueFrom(this.http.post<DecisionView>(address(organisation, 'decisions', id, 'outcome'), input));
  }
}
