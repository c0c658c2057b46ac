import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { debounceTime, filter, merge } from 'rxjs';
import type { PersonView, Role } from '#contracts';
import { DECISION_KINDS, OUTCOMES } from '#contracts/constants';
import { DecisionsApi } from '../../api/decisions-api';
import { MembersApi } from '../../api/members-api';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { isAboutDecisions } from '../../live/about-decisions';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { DecisionCard } from '../../ui/decision/decision-card';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { DecisionPages } from './decision-pages';
import { filterOf, isNarrowed, logParams, type LogParam, type LogParams } from './log-filter';

const typingPause = 300;
const deciding: readonly Role[] = ['manager', 'hub', 'admin'];

/** All decisions of the organisation, with filters that stand in the address, and as a file for who steers. */
@Component({
  selector: 'polku-decision-log',
  imports: [DecisionCard, EmptyState, ErrorState, MatButton, RouterLink, Skeleton],
  providers: [DecisionPages],
  templateUrl: './decision-log.html',
  styleUrl: './decision-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionLog {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly members = inject(MembersApi);
  private readonly api = inject(DecisionsApi);
  protected readonly pages = inject(DecisionPages);
  protected readonly t = injectTranslate();
  protected readonly organisation = this.session.organisation;
  protected readonly kinds = DECISION_KINDS;
  protected readonly outcomes = OUTCOMES;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly params = input.required<LogParams>();

  protected readonly filter = computed(() => filterOf(this.params()));
  protected readonly narrowed = computed(() => isNarrowed(this.filter()));
  protected readonly mayExport = computed(() => this.session.isHub() || this.session.isManager());
  protected readonly file = computed(() => this.api.logAddress(this.organisation(), this.filter()));
  /** Who may decide, to choose from; empty until they are known, or when they cannot be had. */
  protected readonly deciders = signal<readonly PersonView[]>([]);

  constructor() {
    const live = inject(Live);
    const languages = inject(Languages);
    merge(live.changes.pipe(filter(({ kind }) => isAboutDecisions(kind))), live.resets)
      .pipe(debounceTime(300), takeUntilDestroyed())
      .subscribe(() => void this.pages.again());
    effect(() => {
      const organisation = this.organisation();
      const query = this.filter();
      languages.current();
      if (organisation) untracked(() => void this.pages.show(organisation, query));
    });
    effect(() => {
      const organisation = this.organisation();
      if (organisation) untracked(() => void this.findDeciders(organisation));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Narrows the log; nothing written widens it again. */
  protected narrow(param: LogParam, value: string): void {
    clearTimeout(this.timer);
    void this.router.navigate([], { queryParams: { [param]: value.trim() || null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** Waits until somebody has stopped typing. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.narrow('q', words), typingPause);
  }

  protected widen(): void {
    void this.router.navigate([], {
      queryParams: Object.fromEntries(logParams.map((param) => [param, null])),
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  private async findDeciders(organisation: string): Promise<void> {
    try {
      const pages = await Promise.all(deciding.map((role) => this.members.list(organisation, { role, limit: 100 })));
      const all = new Map(pages.flatMap(({ items }) => items).map((it) => [it.id, it]));
      this.deciders.set([...all.values()].sort((a, b) => a.name.localeCompare(b.name)));
    } catch {
      // Without the choice of a person the log still has all its other filters.
      this.deciders.set([]);
    }
  }
}
