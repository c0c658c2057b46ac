import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { EffectPage, EffectView, UnitView } from '#contracts';
import { ROLLOUT_STATES } from '#contracts/constants';
import { EffectsApi, type EffectsQuery } from '../../api/effects-api';
import { Loaded } from '../../api/loaded';
import { Pages } from '../../api/pages';
import { UnitsApi } from '../../api/units-api';
import { Languages } from '../../i18n/languages';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { EffectBars } from '../../ui/effect/effect-bars';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { Tag, type Meaning } from '../../ui/tag/tag';
import { EffectSummary } from './effect-summary';

/** How an effect came out, in a word. */
interface Result {
  readonly meaning: Meaning;
  readonly text: string;
}

/** What came of what was rolled out: expected against measured, idea by idea; what is asked for stands in the address. */
@Component({
  selector: 'polku-effects-page',
  imports: [EffectBars, EffectSummary, EmptyState, ErrorState, MatButton, RouterLink, Skeleton, Tag],
  templateUrl: './effects-page.html',
  styleUrls: ['../../ui/list-page/list-page.scss', './effects-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EffectsPage {
  private readonly router = inject(Router);
  private readonly api = inject(EffectsApi);
  private readonly unitsApi = inject(UnitsApi);
  private readonly languages = inject(Languages);
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly states = ROLLOUT_STATES;
  protected readonly organisation = inject(Session).organisation;

  readonly state = input<string>();
  readonly unit = input<string>();

  protected readonly list = new Pages<EffectView, EffectPage, EffectsQuery>(
    (query) => this.api.list(this.organisation(), query),
    (it) => it.idea.number,
  );
  private readonly known = new Loaded<readonly UnitView[]>(async () => (await this.unitsApi.list(this.organisation())).items);
  private readonly seen = signal<ReadonlySet<string>>(new Set());
  /** The units of the organisation, and whatever else rollouts call the one that takes them over. */
  protected readonly units = computed(() => {
    const names = [...(this.known.value() ?? []).map((it) => it.name), ...this.seen(), ...(this.unit() ? [this.unit() ?? ''] : [])];
    const byName = new Map(names.map((name) => [name.toLocaleLowerCase(), name] as const).reverse());
    return [...byName.values()].sort(new Intl.Collator(this.languages.locale()).compare);
  });
  protected readonly narrowed = computed(() => Boolean(this.state() || this.unit()));
  protected readonly summary = computed(() => this.list.first()?.summary);

  constructor() {
    effect(() => {
      if (this.organisation()) untracked(() => void this.known.load());
    });
    effect(() => {
      const query = { state: ROLLOUT_STATES.find((it) => it === this.state()), unit: this.unit() };
      if (this.organisation()) untracked(() => void this.list.show(query));
    });
    effect(() => {
      const units = this.list.items().flatMap((it) => it.unit ?? []);
      untracked(() => this.seen.update((seen) => new Set([...seen, ...units])));
    });
  }

  protected narrow(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected showAll(): void {
    this.narrow({ state: null, unit: null });
  }

  protected isChosen(name: string): boolean {
    return name.toLocaleLowerCase() === this.unit()?.toLocaleLowerCase();
  }

  protected resultOf(effect: EffectView): Result | null {
    const { reached, reachedLate, overdue, effectOverdue, state, followUpOn, expected, measured } = effect;
    if (overdue && followUpOn) return { meaning: 'late', text: this.t('effects.late', { date: this.moments.day(followUpOn) }) };
    if (effectOverdue && expected) return { meaning: 'late', text: this.t('effects.effect-late', { date: this.moments.day(expected.by) }) };
    if (reachedLate && measured) return { meaning: 'waiting', text: this.t('effects.reached-late') };
    if (reached !== null) return { meaning: reached ? 'met' : 'lesson', text: this.t(reached ? 'effects.reached' : 'effects.missed') };
    if (state === 'withdrawn') return { meaning: 'lesson', text: this.t('codes.rollout-state.withdrawn') };
    return null;
  }

  protected followUpOf({ followUpOn, state, overdue }: EffectView): string {
    const waits = followUpOn !== null && !overdue && state !== 'followed-up' && state !== 'withdrawn';
    return waits ? this.t('effects.follow-up', { date: this.moments.day(followUpOn) }) : '';
  }
}
