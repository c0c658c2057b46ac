import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { HandOverForm } from './hand-over-form';

/** How the decision came to its decider, and handing it to somebody else. */
@Component({
  selector: 'polku-hand-over',
  imports: [HandOverForm, MatButton],
  template: `
    @let it = decision();
    @if (it.delegations.length > 0 || it.mayDelegate) {
      <section class="box" aria-labelledby="hand-over">
        <h2 id="hand-over">{{ t('decision.hand-over.title') }}</h2>
        @if (it.delegations.length > 0) {
          <ol>
            @for (step of it.delegations; track $index) {
              <li>
                <p>{{ t('decision.hand-over.trace', { from: step.from?.name ?? '–', to: step.to?.name ?? '–' }) }}</p>
                <p class="quiet small">{{ moments.day(step.at) }} · {{ step.by?.name ?? '–' }}</p>
                <blockquote>{{ step.reason }}</blockquote>
              </li>
            }
          </ol>
        }
        @if (handing()) {
          <polku-hand-over-form [decision]="it" (leave)="handing.set(false)" />
        } @else if (it.mayDelegate) {
          <p class="quiet">{{ t('decision.hand-over.lead') }}</p>
          <button mat-stroked-button type="button" (click)="handing.set(true)">{{ t('decision.hand-over.start') }}</button>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: var(--s2);
    }

    ol {
      list-style: none;
      display: grid;
      gap: var(--s3);
      margin-bottom: var(--s3);
    }

    blockquote {
      margin: 2px 0 0;
      padding-left: 12px;
      border-left: 3px solid var(--line-2);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    button {
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOver {
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();
  protected readonly handing = signal(false);
}
