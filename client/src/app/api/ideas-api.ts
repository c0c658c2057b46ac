import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  Between,
  BoardFilter,
  ChangeIdeas,
  EditIdea,
  EngagementView,
  HistoryPage,
  IdeaCard,
  IdeaPage,
  IdeasChanged,
  IdeaSort,
  IdeaView,
  MoveIdea,
  RecordEngagement,
  SubmitIdea,
} from '#contracts';
import { address, asked, queryOf } from './address';

/** What a list of ideas may be narrowed to: as a board is, and to a step. */
export interface IdeasQuery extends BoardFilter {
  readonly step?: string | undefined;
  /** Without it the newest come first. */
  readonly sort?: IdeaSort;
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** Ideas: submitting, reading, editing, moving, placing, their team and history. */
@Injectable({ providedIn: 'root' })
export class IdeasApi {
  private readonly http = inject(HttpClient);

  /** With the same `key` a repeated request makes no second idea. */
  submit(organisation: string, input: SubmitIdea, key?: string): Promise<IdeaView> {
    const headers: Record<string, string> = key ? { 'Idempotency-Key': key } : {};
    return firstValueFrom(this.http.post<IdeaView>(address(organisation, 'ideas'), input, { headers }));
  }

  list(organisation: string, query: IdeasQuery = {}): Promise<IdeaPage> {
    return firstValueFrom(this.http.get<IdeaPage>(address(organisation, 'ideas'), { params: asked({ ...query }) }));
  }

  /** Where all ideas of a list are to be had as a file. */
  fileAddress(organisation: string, query: Omit<IdeasQuery, 'sort' | 'cursor' | 'limit'>, type: 'csv' | 'json'): string {
    return address(organisation, 'exports', `ideas.${type}`) + queryOf({ ...query });
  }

  read(organisation: string, number: number): Promise<IdeaView> {
    return firstValueFrom(this.http.get<IdeaView>(address(organisation, 'ideas', number)));
  }

  edit(organisation: string, number: number, input: EditIdea): Promise<IdeaView> {
    return firstValueFrom(this.http.patch<IdeaView>(address(organisation, 'ideas', number), input));
  }

  /** Does one thing to many ideas; answers what became of each. */
  changeMany(organisation: string, input: ChangeIdeas): Promise<IdeasChanged> {
    return firstValueFrom(this.http.post<IdeasChanged>(address(organisation, 'ideas', 'changes'), input));
  }

  /** Takes back the move that made this version; answers the card as it now is. */
  undo(organisation: string, number: number, version: number): Promise<IdeaCard> {
    return firstValueFrom(this.http.post<IdeaCard>(address(organisation, 'ideas', number, 'transitions', 'undo'), { version }));
  }

  /** Takes back the moves that made these versions; answers those ideas where it still could be done. */
  async undoMany(organisation: string, moved: readonly Pick<IdeaCard, 'number' | 'version'>[]): Promise<IdeaCard[]> {
    const answers = await Promise.allSettled(moved.map(({ number, version }) => this.undo(organisation, number, version)));
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  }

  /** Takes a transition; answers the card as it now is. */
  move(organisation: string, number: number, input: MoveIdea): Promise<IdeaCard> {
    return firstValueFrom(this.http.post<IdeaCard>(address(organisation, 'ideas', number, 'transitions'), input));
  }

  /** Puts the card between two others of its column. */
  async place(organisation: string, number: number, between: Between): Promise<void> {
    await firstValueFrom(this.http.put(address(organisation, 'ideas', number, 'place'), { between }));
  }

  history(organisation: string, number: number, cursor?: string | null): Promise<HistoryPage> {
    return firstValueFrom(this.http.get<HistoryPage>(address(organisation, 'ideas', number, 'history'), { params: asked({ cursor }) }));
  }

  /** Records that residents or users were involved. */
  engage(organisation: string, number: number, input: RecordEngagement): Promise<EngagementView> {
    return firstValueFrom(this.http.post<EngagementView>(address(organisation, 'ideas', number, 'engagements'), input));
  }

  async joinTeam(organisation: string, number: number, member: string): Promise<void> {
    await firstValueFrom(this.http.put(address(organisation, 'ideas', number, 'team', member), {}));
  }

  async leaveTeam(organisation: string, number: number, member: string): Promise<void> {
    await firstValueFrom(this.http.delete(address(organisation, 'ideas', number, 'team', member)));
  }
}
