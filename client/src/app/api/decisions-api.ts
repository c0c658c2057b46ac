import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AskDecision,
  DecisionDetail,
  DecisionKind,
  DecisionPage,
  DecisionState,
  DecisionView,
  DelegateDecision,
  MakeDecision,
  Outcome,
  ScoreDecision,
} from '#contracts';
import { address, asked, queryOf } from './address';

/** What the log of decisions is narrowed to. */
export interface DecisionsFilter {
  readonly kind?: DecisionKind | undefined;
  readonly outcome?: Outcome | undefined;
  /** The member whose decision it is, or who made it. */
  readonly decider?: string | undefined;
  /** Only those that were decided against the verdict. */
  readonly against?: boolean | undefined;
  /** Days (`YYYY-MM-DD`) of the decision, or of the question while it is open. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly q?: string | undefined;
}

/** Which decisions are listed: `mine` are those that wait for the asking person. */
export interface DecisionsQuery extends DecisionsFilter {
  readonly mine?: boolean;
  readonly state?: DecisionState;
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** Decisions: asking for one, listing, scoring, deciding. */
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

  /** Where all decisions of a filter are to be had as CSV. */
  logAddress(organisation: string, filter: DecisionsFilter): string {
    return address(organisation, 'decisions', 'log.csv') + queryOf({ ...filter });
  }

  read(organisation: string, id: string): Promise<DecisionDetail> {
    return firstValueFrom(this.http.get<DecisionDetail>(address(organisation, 'decisions', id)));
  }

  score(organisation: string, id: string, input: ScoreDecision): Promise<DecisionDetail> {
    return firstValueFrom(this.http.put<DecisionDetail>(address(organisation, 'decisions', id, 'scorecard'), input));
  }

  /** Steps out of the panel for a conflict of interest; everybody reads the reason. */
  stepOut(organisation: string, id: string, reason: string): Promise<DecisionDetail> {
    return firstValueFrom(this.http.post<DecisionDetail>(address(organisation, 'decisions', id, 'conflict'), { reason }));
  }

  make(organisation: string, id: string, input: MakeDecision): Promise<DecisionView> {
    return firstValueFrom(this.http.post<DecisionView>(address(organisation, 'decisions', id, 'outcome'), input));
  }

  delegate(organisation: string, id: string, input: DelegateDecision): Promise<DecisionView> {
    return firstValueFrom(this.http.post<DecisionView>(address(organisation, 'decisions', id, 'delegation'), input));
  }
}
