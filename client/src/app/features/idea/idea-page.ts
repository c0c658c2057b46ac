import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Location } from '@angular/common';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { debounceTime, filter } from 'rxjs';
import type { EventKind } from '#contracts';
import { ideaNumberIn } from '../../api/address';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Live } from '../../live/live';
import { lookAt } from '../../live/look-at';
import { Session } from '../../session/session';
import { WaysOn } from '../../ui/states/ways-on';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { IdeaAttachments } from './attachments/idea-attachments';
import { IdeaComments } from './comments/idea-comments';
import { IdeaDecisions } from './decisions/idea-decisions';
import { IdeaExperiments } from './experiments/idea-experiments';
import { IdeaFacts } from './facts/idea-facts';
import { IdeaHead } from './head/idea-head';
import { IdeaHistory } from './history/idea-history';
import { IdeaLessons } from './idea-lessons';
import { IdeaNext } from './next/idea-next';
import { IdeaMoves } from './next/idea-moves';
import { isUnanswered } from './next/next-action';
import { OpenIdea } from './open-idea';
import { IdeaRollout } from './rollout/idea-rollout';
import { IdeaPeople } from './people/idea-people';
import { IdeaStanding } from './people/idea-standing';
import { IdeaTeam } from './team/idea-team';
import { takeSubmitted } from './take-submitted';
import { Thanks } from './thanks';

/** All of one idea: where it stands, what it needs next, and everything that came of it. Follows what others do to it. */
@Component({
  selector: 'polku-idea-page',
  imports: [
    EmptyState,
    ErrorState,
    IdeaAttachments,
    IdeaComments,
    IdeaDecisions,
    IdeaExperiments,
    IdeaFacts,
    IdeaHead,
    IdeaHistory,
    IdeaLessons,
    IdeaNext,
    IdeaPeople,
    IdeaRollout,
    IdeaTeam,
    Skeleton,
    Thanks,
    WaysOn,
  ],
  providers: [OpenIdea, IdeaMoves, IdeaStanding],
  templateUrl: './idea-page.html',
  styleUrl: './idea-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaPage {
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly location = inject(Location);
  private readonly route = inject(ActivatedRoute);
  private readonly injector = inject(Injector);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  readonly number = input.required<string>();
  /** Whether the person has submitted it a moment ago. */
  protected readonly thanks = signal(false);
  protected readonly idea = this.open.idea;
  protected readonly missing = computed(() => this.idea.value() === undefined && this.idea.problem()?.code === 'not-found');

  /** Nobody has answered it yet: what comes later on its path would only be noise. */
  protected readonly isNew = computed(() => {
    const idea = this.idea.value();
    return idea !== undefined && isUnanswered(idea);
  });
  protected readonly hasExperiments = computed(() => (this.open.experiments.value()?.length ?? 0) > 0);
  protected readonly hasDecisions = computed(() => (this.open.decisions.value()?.length ?? 0) > 0);
  protected readonly hasRollout = computed(() => Boolean(this.open.rollout.value()));

  constructor() {
    effect(() => {
      const organisation = this.session.organisation();
      const number = ideaNumberIn(this.number());
      if (organisation) untracked(() => this.open.open(organisation, number));
    });
    effect(() => {
      this.number();
      untracked(() => this.thanks.set(takeSubmitted(this.location)));
    });
    // Names of steps and moves come in the language of the screen.
    let language = this.languages.current();
    effect(() => {
      const chosen = this.languages.current();
      if (chosen !== language) untracked(() => void this.open.refresh());
      language = chosen;
    });
    lookAt(() => this.idea.value()?.number ?? 0);
    this.followLive(inject(Live));
    this.followFragment();
  }

  protected retry(): void {
    void this.open.refresh();
  }

  protected dismissThanks(): void {
    this.thanks.set(false);
  }

  private followLive(live: Live): void {
    const kinds = new Set<EventKind>();
    live.changes
      .pipe(
        filter((change) => change.number === this.open.number()),
        takeUntilDestroyed(),
      )
      .subscribe((change) => kinds.add(change.kind));
    live.changes
      .pipe(
        filter((change) => change.number === this.open.number()),
        debounceTime(150),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        const happened = [...kinds];
        kinds.clear();
        void this.open.refresh(...happened);
      });
    live.resets.pipe(takeUntilDestroyed()).subscribe(() => void this.open.refresh());
  }

  // The place that an address names is there only after the idea has come.
  private followFragment(): void {
    const wanted = signal<string | null>(null);
    this.route.fragment.pipe(takeUntilDestroyed()).subscribe((fragment) => wanted.set(fragment));
    effect(() => {
      const fragment = wanted();
      const { decisions, experiments, rollout } = this.open;
      if (!fragment || !this.idea.value() || decisions.pending() || experiments.pending() || rollout.pending()) return;
      untracked(() => wanted.set(null));
      afterNextRender(() => this.goTo(fragment), { injector: this.injector });
    });
  }

  private goTo(fragment: string): void {
    const place = document.getElementById(fragment);
    if (!place) return;
    place.scrollIntoView({ block: 'start' });
    // An editor that has just been opened keeps the focus.
    if (!document.activeElement?.closest('form')) place.focus({ preventScroll: true });
  }
}
