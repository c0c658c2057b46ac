import { ChangeDetectionStrategy, Component, ElementRef, inject, Injector, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { giveBack } from '../../../ui/give-back';
import { HandOverForm } from './hand-over-form';

/** How the decision came to its decider, and handing it to somebody else. */
@Component({
  selector: 'polku-hand-over',
  imports: [HandOverForm, MatButton],
  template: `
    @let it = decision();
    @if (it.delegations.length > 0 || it.mayDelegate) {
      <section class="box" aria-labelledby="hand-over">
        <h2 #heading id="hand-over" tabindex="-1">{{ t('decision.hand-over.title') }}</h2>
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
          <polku-hand-over-form [decision]="it" (leave)="leave()" />
        } @else if (it.mayDelegate) {
          <p class="quiet">{{ t('decision.hand-over.lead') }}</p>
          <button #opener mat-stroked-button type="button" (click)="handing.set(true)">{{ t('decision.hand-over.start') }}</button>
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
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly opener = viewChild<unknown, ElementRef<HTMLElement>>('opener', { read: ElementRef });
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();
  protected readonly handing = signal(false);

  /** The form is gone: the keyboard is back on the button that opened it, or on what the box is about. */
  protected leave(): void {
    this.handing.set(false);
    giveBack(this.host, () => this.opener() ?? this.heading(), this.injector);
  }
}
