import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge } from 'rxjs';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { WaysOn } from '../../ui/states/ways-on';
import { DecideBox } from './decide/decide-box';
import { Decided } from './decide/decided';
import { EvidencePack } from './evidence/evidence-pack';
import { DecisionHead } from './head/decision-head';
import { HandOver } from './head/hand-over';
import { OpenDecision } from './open-decision';
import { Opinions } from './panel/opinions';
import { PanelBox } from './panel/panel-box';
import { ScorecardBox } from './scorecard/scorecard-box';

/** One decision: the evidence as it was when it was asked for, beside the scorecard, the panel and the decision itself. */
@Component({
  selector: 'polku-decision-page',
  imports: [
    DecideBox,
    Decided,
    DecisionHead,
    EmptyState,
    ErrorState,
    EvidencePack,
    HandOver,
    Opinions,
    PanelBox,
    ScorecardBox,
    Skeleton,
    WaysOn,
  ],
  providers: [OpenDecision],
  templateUrl: './decision-page.html',
  styleUrl: './decision-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionPage {
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  protected readonly open = inject(OpenDecision);
  protected readonly t = injectTranslate();

  /** In the address. */
  readonly id = input.required<string>();

  protected readonly decision = this.open.ready;
  protected readonly problem = this.open.decision.problem;
  protected readonly isDecided = computed(() => this.decision()?.state === 'decided');
  protected readonly hasPanel = computed(() => (this.decision()?.panel.length ?? 0) > 0);
  protected readonly hasOpinions = computed(() => (this.decision()?.scorecards?.length ?? 0) > 0);
  /** An address that nobody could have been given is no fault of Polku. */
  protected readonly missing = computed(() => ['not-found', 'invalid'].includes(this.problem()?.code ?? ''));

  constructor() {
    effect(() => {
      const organisation = this.session.organisation();
      const id = this.id();
      if (organisation) untracked(() => void this.open.open(organisation, id));
    });
    // Criteria and steps are named in the language of the screen.
    let language = this.languages.current();
    effect(() => {
      const chosen = this.languages.current();
      if (chosen !== language) untracked(() => void this.open.refresh());
      language = chosen;
    });
    const live = inject(Live);
    merge(live.changes.pipe(filter((change) => change.number === this.decision()?.idea.number)), live.resets)
      .pipe(debounceTime(200), takeUntilDestroyed())
      .subscribe(() => void this.open.refresh());
  }

  protected retry(): void {
    void this.open.refresh();
  }
}
