import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { BoardFilter, BoardView, CardPage, WipLimit } from '#contracts';
import { address, asked } from './address';

/** The board of a pathway. */
@Injectable({ providedIn: 'root' })
export class BoardsApi {
  private readonly http = inject(HttpClient);

  /** Counts, and the first `limit` cards of every column. */
  read(organisation: string, pathway: string, filter: BoardFilter = {}, limit?: number): Promise<BoardView> {
    return firstValueFrom(this.http.get<BoardView>(address(organisation, 'boards', pathway), { params: asked({ ...filter, limit }) }));
  }

  /** The cards of one column after the cursor, or its first. */
  column(
    organisation: string,
    pathway: string,
    step: string,
    { cursor, filter = {}, limit }: { readonly cursor: string | null; readonly filter?: BoardFilter; readonly limit?: number },
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
