import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ChangeView, SavedView, SavedViews, SaveView } from '#contracts';
import { address } from './address';

/** The saved views of a board. */
@Injectable({ providedIn: 'root' })
export class ViewsApi {
  private readonly http = inject(HttpClient);

  async list(organisation: string, pathway: string): Promise<readonly SavedView[]> {
    return (await firstValueFrom(this.http.get<SavedViews>(address(organisation, 'boards', pathway, 'views')))).items;
  }

  save(organisation: string, pathway: string, view: SaveView): Promise<SavedView> {
    return firstValueFrom(this.http.post<SavedView>(address(organisation, 'boards', pathway, 'views'), view));
  }

  change(organisation: string, pathway: string, id: string, changes: ChangeView): Promise<SavedView> {
    return firstValueFrom(this.http.patch<SavedView>(address(organisation, 'boards', pathway, 'views', id), changes));
  }

  async delete(organisation: string, pathway: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(address(organisation, 'boards', pathway, 'views', id)));
  }
}
