import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionView, MakeDecision } from '#contracts';
import { DecisionsApi } from '../../../api/decisions-api';
import { asProblem } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { DecideForm } from '../../../ui/decision/decide-form';
import { DecisionCard } from '../../../ui/decision/decision-card';
import type { Save } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { Refusals } from '../../../ui/refusals/refusals';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';

/** The decisions that were asked for on this idea; who is asked decides here. */
@Component({
  selector: 'polku-idea-decisions',
  imports: [DecideForm, DecisionCard, ErrorState, MatButton, Refusals, Skeleton],
  template: `
    <section class="box" aria-labelledby="decisions">
      <h2 id="decisions" tabindex="-1">{{ t('decisions.title') }}</h2>
      @for (decision of decisions(); track decision.id) {
        <polku-decision-card [decision]="decision">
          <h3 heading>{{ t('codes.decision.' + decision.kind) }}</h3>
          @if (decision.state !== 'decided') {
            @if (decision.refusals.length > 0) {
              @if (isAsked(decision)) {
                <polku-refusals [refusals]="decision.refusals" />
              }
            } @else if (open.deciding()) {
              <div class="form">
                <p class="quiet small">{{ t('decisions.explains.' + decision.kind) }}</p>
                <polku-decide-form [decision]="decision" [save]="saveOf(decision)" (leave)="open.deciding.set(false)" />
              </div>
            } @else {
              <button mat-stroked-button type="button" (click)="open.deciding.set(true)">{{ t('decisions.decide') }}</button>
            }
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
      scroll-margin-top: 80px;
    }

    h3::first-letter {
      text-transform: uppercase;
    }

    polku-decision-card + polku-decision-card {
      margin-top: var(--s4);
      padding-top: var(--s4);
      border-top: 1px solid var(--line);
    }

    button,
    polku-refusals,
    .form {
      margin-top: var(--s3);
    }

    polku-refusals {
      display: block;
    }

    .form p {
      margin-bottom: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaDecisions {
  private readonly api = inject(DecisionsApi);
  private readonly messages = inject(Messages);
  private readonly session = inject(Session);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  protected readonly decisions = computed<readonly DecisionView[]>(() =>
    [...(this.open.decisions.value() ?? [])].sort(
      (a, b) => Number(a.state === 'decided') - Number(b.state === 'decided') || Date.parse(b.askedAt) - Date.parse(a.askedAt),
    ),
  );

  protected isAsked(decision: DecisionView): boolean {
    return decision.decider?.id === this.session.membership()?.member;
  }

  protected saveOf(decision: DecisionView): Save<MakeDecision> {
    return async (input) => {
      try {
        await this.api.make(this.open.organisation(), decision.id, input);
      } catch (error) {
        return asProblem(error);
      }
      this.open.deciding.set(false);
      this.messages.say(this.t('decisions.saved'));
      await this.open.refresh();
      return undefined;
    };
  }
}
