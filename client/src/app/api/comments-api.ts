import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CommentPage, CommentView, EditComment, WriteComment } from '#contracts';
import { address, asked } from './address';

/** What is said about ideas. */
@Injectable({ providedIn: 'root' })
export class CommentsApi {
  private readonly http = inject(HttpClient);

  /** The newest first. */
  ofIdea(organisation: string, number: number, cursor: string | null): Promise<CommentPage> {
    return firstValueFrom(this.http.get<CommentPage>(address(organisation, 'ideas', number, 'comments'), { params: asked({ cursor }) }));
  }

  /** With the same `key` a repeated request says nothing twice. */
  write(organisation: string, number: number, input: WriteComment, key: string): Promise<CommentView> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<CommentView>(address(organisation, 'ideas', number, 'comments'), input, { headers }));
  }

  edit(organisation: string, id: string, input: EditComment): Promise<CommentView> {
    return firstValueFrom(this.http.patch<CommentView>(address(organisation, 'comments', id), input));
  }

  async delete(organisation: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(address(organisation, 'comments', id)));
  }
}
