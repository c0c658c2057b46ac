import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { LessonItem, LessonPage, UnitView } from '#contracts';
import { LESSON_ENDS, METRIC_KINDS } from '#contracts/constants';
import { LessonsApi, type LessonsQuery } from '../../api/lessons-api';
import { Loaded } from '../../api/loaded';
import { Pages } from '../../api/pages';
import { UnitsApi } from '../../api/units-api';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { SearchField } from '../../ui/search-field/search-field';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { LessonCard } from './lesson-card';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined => known.find((it) => it === text);

/** What was learned, in ideas and in experiments: searched and narrowed; what is asked for stands in the address. */
@Component({
  selector: 'polku-lessons-page',
  imports: [EmptyState, ErrorState, LessonCard, MatButton, RouterLink, SearchField, Skeleton],
  templateUrl: './lessons-page.html',
  styleUrls: ['../../ui/list-page/list-page.scss', './lessons-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonsPage {
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly api = inject(LessonsApi);
  private readonly unitsApi = inject(UnitsApi);
  protected readonly t = injectTranslate();
  protected readonly kinds = METRIC_KINDS;
  protected readonly ends = LESSON_ENDS;
  protected readonly organisation = inject(Session).organisation;

  readonly q = input<string>();
  readonly unit = input<string>();
  readonly kind = input<string>();
  readonly ended = input<string>();

  protected readonly list = new Pages<LessonItem, LessonPage, LessonsQuery>(
    (query) => this.api.find(this.organisation(), query),
    (it) => it.id,
  );
  private readonly known = new Loaded<readonly UnitView[]>(async () => (await this.unitsApi.list(this.organisation())).items);
  protected readonly units = computed(() => this.known.value() ?? []);
  protected readonly narrowed = computed(() => Boolean(this.q() || this.unit() || this.kind() || this.ended()));

  constructor() {
    effect(() => {
      if (this.organisation()) untracked(() => void this.known.load());
    });
    effect(() => {
      const query = {
        q: this.q(),
        // What stands in the address may be anything; what can be no answer is not asked for.
        unit: idPattern.test(this.unit() ?? '') ? this.unit() : undefined,
        kind: oneOf(METRIC_KINDS, this.kind()),
        ended: oneOf(LESSON_ENDS, this.ended()),
      };
      // Names of steps come in the language of the screen.
      this.languages.current();
      if (this.organisation()) untracked(() => void this.list.show(query));
    });
  }

  protected narrow(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected showAll(): void {
    this.narrow({ q: null, unit: null, kind: null, ended: null });
  }
}
