import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AttachmentPage, AttachmentView } from '#contracts';
import { address, asked, queryOf } from './address';
import { upload, type Upload } from './upload';

/** Files on ideas. */
@Injectable({ providedIn: 'root' })
export class AttachmentsApi {
  private readonly http = inject(HttpClient);

  /** The newest first. */
  ofIdea(organisation: string, number: number, cursor: string | null): Promise<AttachmentPage> {
    return firstValueFrom(
      this.http.get<AttachmentPage>(address(organisation, 'ideas', number, 'attachments'), { params: asked({ cursor }) }),
    );
  }

  /** Sends a file; with the same `key` a repeated request attaches nothing twice. */
  add(organisation: string, number: number, file: File, sending: Upload): Promise<AttachmentView> {
    return upload<AttachmentView>(`${address(organisation, 'ideas', number, 'attachments')}${queryOf({ name: file.name })}`, file, sending);
  }

  async remove(organisation: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(address(organisation, 'attachments', id)));
  }

  /** Where a browser saves it from. */
  addressOf(organisation: string, id: string): string {
    return address(organisation, 'attachments', id);
  }
}
