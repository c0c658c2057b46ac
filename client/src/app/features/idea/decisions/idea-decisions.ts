import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DecisionView } from '#contracts';
import { injectTranslate } from '../../../i18n/translate';
import { DecisionCard } from '../../../ui/decision/decision-card';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';

/** The decisions that were asked for on this idea; each has a page of its own, where it is scored and made. */
@Component({
  selector: 'polku-idea-decisions',
  imports: [DecisionCard, ErrorState, MatButton, RouterLink, Skeleton],
  template: `
    <section class="box" aria-labelledby="decisions">
      <h2 id="decisions" tabindex="-1">{{ t('decisions.title') }}</h2>
      @for (decision of decisions(); track decision.id) {
        <polku-decision-card [decision]="decision">
          <h3 heading>
            <a [routerLink]="['/', open.organisation(), 'decisions', decision.id]">{{ t('codes.decision.' + decision.kind) }}</a>
          </h3>
          @if (actionOf(decision); as action) {
            <a mat-stroked-button class="act" [routerLink]="['/', open.organisation(), 'decisions', decision.id]">{{ t(action) }}</a>
          }
        </polku-decision-card>
      }
      @if (open.decisions.pending()) {
        <polku-skeleton [lines]="3" />
      } @else if (open.decisions.problem() && decisions().length === 0) {
        <polku-error-state [code]="open.decisions.problem()?.code ?? 'internal'" (retry)="open.decisions.load()" />
      } @else if (decisions().length === 0) {
        <p class="quiet">{{ t('decisions.none-text') }}</p>
      }
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
    }

    h3 a {
      display: inline-block;
    }

    h3 a::first-letter {
      text-transform: uppercase;
    }

    polku-decision-card + polku-decision-card {
      margin-top: var(--s4);
      padding-top: var(--s4);
      border-top: 1px solid var(--line);
    }

    .act {
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaDecisions {
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  protected readonly decisions = computed<readonly DecisionView[]>(() =>
    [...(this.open.decisions.value() ?? [])].sort(
      (a, b) => Number(a.state === 'decided') - Number(b.state === 'decided') || Date.parse(b.askedAt) - Date.parse(a.askedAt),
    ),
  );

  /** What the person who looks at it is asked to do; null: nothing. */
  protected actionOf({ state, panelState, overdue, refusals }: DecisionView): string | null {
    if (state === 'decided') return null;
    if (panelState === 'asked' && !overdue) return 'decisions.score';
    return refusals.length === 0 ? 'decisions.decide' : null;
  }
}
