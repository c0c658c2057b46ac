import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { debounceTime, filter, merge } from 'rxjs';
import type { DecisionView } from '#contracts';
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

/** What waits for me, the most urgent first: to be scored, or to be decided. */
@Component({
  selector: 'polku-waiting-list',
  imports: [DecisionCard, EmptyState, ErrorState, MatButton, RouterLink, Skeleton],
  providers: [DecisionPages],
  template: `
    @if (pages.items().length > 0) {
      <ul class="list" [attr.aria-label]="t('decisions.mine')">
        @for (decision of pages.items(); track decision.id; let first = $first) {
          <li class="box" [class.late]="decision.overdue">
            <polku-decision-card [decision]="decision">
              <div heading class="heading">
                <p class="kind">{{ t('codes.decision.' + decision.kind) }}</p>
                <h2>
                  <a [routerLink]="['/', organisation(), 'decisions', decision.id]">{{ decision.idea.title }}</a>
                  <span class="quiet number">#{{ decision.idea.number }}</span>
                </h2>
              </div>
              <div class="actions">
                @if (first) {
                  <a mat-flat-button [routerLink]="['/', organisation(), 'decisions', decision.id]">
                    {{ t(actionOf(decision)) }}<span class="cdk-visually-hidden">: {{ decision.idea.title }}</span>
                  </a>
                } @else {
                  <a mat-stroked-button [routerLink]="['/', organisation(), 'decisions', decision.id]">
                    {{ t(actionOf(decision)) }}<span class="cdk-visually-hidden">: {{ decision.idea.title }}</span>
                  </a>
                }
              </div>
            </polku-decision-card>
          </li>
        }
      </ul>
      @if (pages.problem(); as problem) {
        <p class="wrong" role="alert">{{ t('codes.problem.' + problem.code, { seconds: problem.retryAfter ?? 60 }) }}</p>
      }
      @if (pages.next()) {
        <div class="more">
          <button mat-stroked-button type="button" (click)="pages.more()">{{ t('decisions.more') }}</button>
        </div>
      }
    } @else if (pages.pending()) {
      <p class="cdk-visually-hidden" role="status">{{ t('decisions.loading') }}</p>
      <div class="box"><polku-skeleton [lines]="4" /></div>
    } @else if (pages.problem(); as problem) {
      <polku-error-state [code]="problem.code" (retry)="pages.again()" />
    } @else {
      <polku-empty-state [heading]="t('decisions.empty-mine-title')">
        <p>{{ t('decisions.empty-mine-text') }}</p>
        <a mat-stroked-button [routerLink]="[]" [queryParams]="{ view: 'log' }">{{ t('decisions.to-log') }}</a>
      </polku-empty-state>
    }
  `,
  styleUrl: './decision-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingList {
  private readonly session = inject(Session);
  protected readonly pages = inject(DecisionPages);
  protected readonly t = injectTranslate();
  protected readonly organisation = this.session.organisation;

  constructor() {
    const live = inject(Live);
    const languages = inject(Languages);
    merge(live.changes.pipe(filter(({ kind }) => isAboutDecisions(kind))), live.resets)
      .pipe(debounceTime(300), takeUntilDestroyed())
      .subscribe(() => void this.pages.again());
    effect(() => {
      const organisation = this.organisation();
      languages.current();
      if (organisation) untracked(() => void this.pages.show(organisation, { mine: true }));
    });
  }

  /** What is to be done with it. */
  protected actionOf({ panelState, overdue, refusals }: DecisionView): string {
    if (panelState === 'asked' && !overdue) return 'decisions.score';
    return refusals.length === 0 ? 'decisions.decide' : 'decisions.look';
  }
}
