import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { debounceTime, filter, merge } from 'rxjs';
import type { DecisionView, MakeDecision } from '#contracts';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { DecideForm } from '../../ui/decision/decide-form';
import { DecisionCard } from '../../ui/decision/decision-card';
import type { Save } from '../../ui/form/form-problem';
import { Messages } from '../../ui/messages/messages';
import { Refusals } from '../../ui/refusals/refusals';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { DecisionsQueue, type QueueView } from './decisions-queue';

const views = ['mine', 'decided', 'all'] as const satisfies readonly QueueView[];

/** What waits for my decision, what I decided, and everything that was asked for. */
@Component({
  selector: 'polku-decisions-page',
  imports: [DecideForm, DecisionCard, EmptyState, ErrorState, MatButton, Refusals, RouterLink, Skeleton],
  providers: [DecisionsQueue],
  templateUrl: './decisions-page.html',
  styleUrl: './decisions-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionsPage {
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly messages = inject(Messages);
  protected readonly queue = inject(DecisionsQueue);
  protected readonly t = injectTranslate();
  protected readonly organisation = this.session.organisation;
  protected readonly views = views;

  /** Which of the views, in the address. */
  readonly view = input<string>();
  protected readonly shown = computed<QueueView>(() => views.find((it) => it === this.view()) ?? 'mine');
  /** The decision that is being made. */
  protected readonly deciding = signal<string | null>(null);

  constructor() {
    const live = inject(Live);
    merge(live.changes.pipe(filter((it) => it.kind === 'decision-asked' || it.kind === 'decision-made')), live.resets)
      .pipe(debounceTime(300), takeUntilDestroyed())
      .subscribe(() => this.refresh());
    effect(() => {
      const organisation = this.organisation();
      const view = this.shown();
      this.languages.current();
      if (organisation) untracked(() => void this.queue.show(organisation, view));
    });
  }

  protected close(): void {
    this.deciding.set(null);
    this.refresh();
  }

  // Not under the hands of somebody who is writing a reason.
  private refresh(): void {
    if (this.deciding() === null) void this.queue.again();
  }

  protected mayDecide(decision: DecisionView): boolean {
    return decision.state !== 'decided' && decision.refusals.length === 0;
  }

  /** Why not, for somebody who was asked to decide. */
  protected refusals(decision: DecisionView) {
    const asked = decision.decider?.id === this.session.membership()?.member;
    return asked && decision.state !== 'decided' ? decision.refusals : [];
  }

  protected saveOf(decision: DecisionView): Save<MakeDecision> {
    return async (input) => {
      const problem = await this.queue.decide(decision.id, input);
      if (!problem) {
        this.deciding.set(null);
        this.messages.say(this.t('decisions.saved'));
      }
      return problem;
    };
  }
}
