import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { BoardFilter, BoardSort, BoardView, CardPage, SavedFilter, WipLimit } from '#contracts';
import { address, asked } from './address';

type SortedFilter = BoardFilter & { readonly sort?: BoardSort };

/** The board of a pathway. */
@Injectable({ providedIn: 'root' })
export class BoardsApi {
  private readonly http = inject(HttpClient);

  /** Counts, and the first `limit` cards of every column; in lanes those of every column in each lane, after the cursor. */
  read(organisation: string, pathway: string, shown: SavedFilter = {}, part: { limit?: number; cursor?: string } = {}): Promise<BoardView> {
    return firstValueFrom(this.http.get<BoardView>(address(organisation, 'boards', pathway), { params: asked({ ...shown, ...part }) }));
  }

  /** The cards of one column after the cursor, or its first. */
  column(
    organisation: string,
    pathway: string,
    step: string,
    { cursor, filter = {}, limit }: { readonly cursor: string | null; readonly filter?: SortedFilter; readonly limit?: number },
  ): Promise<CardPage> {
    const url = address(organisation, 'boards', pathway, 'steps', step, 'cards');
    return firstValueFrom(this.http.get<CardPage>(url, { params: asked({ ...filter, cursor, limit }) }));
  }

  /** Limits how many ideas a column is meant to hold; null lifts the limit. */
  async limit(organisation: string, pathway: string, step: string, limit: WipLimit | null): Promise<void> {
    const url = address(organisation, 'boards', pathway, 'steps', step, 'limit');
    await firstValueFrom(limit ? this.http.put(url, limit) : this.http.delete(url));
  }
}
