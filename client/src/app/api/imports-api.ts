import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ImportMapping, ImportView } from '#contracts';
import { address } from './address';

/** What an import is started with; without `mapping` the server guesses the columns. */
export interface ImportRequest {
  readonly file: File;
  readonly mapping?: ImportMapping;
  readonly step?: string;
  readonly delimiter?: ',' | ';' | 'tab';
}

/** Importing ideas from a CSV file. */
@Injectable({ providedIn: 'root' })
export class ImportsApi {
  private readonly http = inject(HttpClient);

  /** Validates and counts; nothing is written. */
  try(organisation: string, request: ImportRequest): Promise<ImportView> {
    return this.send(organisation, request, 'true');
  }

  start(organisation: string, request: ImportRequest): Promise<ImportView> {
    return this.send(organisation, request, 'false');
  }

  read(organisation: string, id: string): Promise<ImportView> {
    return firstValueFrom(this.http.get<ImportView>(address(organisation, 'imports', id)));
  }

  private send(organisation: string, request: ImportRequest, dryRun: 'true' | 'false'): Promise<ImportView> {
    const form = new FormData();
    form.append('dryRun', dryRun);
    if (request.mapping) form.append('mapping', JSON.stringify(request.mapping));
    if (request.step) form.append('step', request.step);
    if (request.delimiter) form.append('delimiter', request.delimiter);
    // The file comes last, so that the server knows how to read it before it arrives.
    form.append('file', request.file);
    return firstValueFrom(this.http.post<ImportView>(address(organisation, 'imports'), form));
  }
}
