import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { LessonEnd, LessonPage, MetricKind } from '#contracts';
import { address, asked } from './address';

/** What a search of lessons may be narrowed to; `unit` is the id of a unit. */
export interface LessonsQuery {
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: MetricKind | undefined;
  readonly ended?: LessonEnd | undefined;
  readonly cursor?: string;
}

/** What the organisation has learned. */
@Injectable({ providedIn: 'root' })
export class LessonsApi {
  private readonly http = inject(HttpClient);

  find(organisation: string, query: LessonsQuery = {}): Promise<LessonPage> {
    return firstValueFrom(this.http.get<LessonPage>(address(organisation, 'lessons'), { params: asked({ ...query }) }));
  }
}
