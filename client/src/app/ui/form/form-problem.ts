import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FieldProblem, Refusal } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Refusals } from '../refusals/refusals';

/** Why something was not saved, as far as a form needs it. */
export interface SaveProblem {
  readonly code: string;
  readonly refusals: readonly Refusal[];
  readonly fields: readonly FieldProblem[];
  readonly retryAfter?: number | undefined;
}

/** Sends what a form holds; answers nothing when it was saved. */
export type Save<T> = (input: T) => Promise<SaveProblem | undefined>;

/** Says at the foot of a form why it was not saved: refusals in words with their links, else the problem. */
@Component({
  selector: 'polku-form-problem',
  imports: [Refusals],
  template: `
    @if (problem(); as it) {
      <div role="alert" class="said">
        @if (it.refusals.length > 0) {
          <polku-refusals [refusals]="it.refusals" />
        } @else {
          <p>{{ t('codes.problem.' + it.code, { seconds: it.retryAfter ?? 60 }) }}</p>
        }
      </div>
    }
  `,
  styles: `
    .said {
      margin: 0 0 var(--s3);
      padding: 10px 12px;
      border-radius: var(--radius-s);
      background: var(--waiting-soft);
      color: var(--ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormProblem {
  protected readonly t = injectTranslate();
  readonly problem = input.required<SaveProblem | undefined>();
}
