import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { differences } from './differences';

/** A text as it was and as it is, beside each other; the words that stand on one side only are marked. */
@Component({
  selector: 'polku-compared-text',
  template: `
    <div>
      <h5>{{ t('decision.evidence.then', { date: moments.day(at()) }) }}</h5>
      @if (asked()) {
        <p>
          @for (it of shown().before; track $index) {
            @if (it.only) {
              <del>{{ it.text }}</del>
            } @else {
              <span>{{ it.text }}</span>
            }
          }
        </p>
      } @else {
        <p class="none">{{ t('decision.evidence.nothing') }}</p>
      }
    </div>
    <div>
      <h5>{{ t('decision.evidence.now') }}</h5>
      @if (now()) {
        <p>
          @for (it of shown().after; track $index) {
            @if (it.only) {
              <ins>{{ it.text }}</ins>
            } @else {
              <span>{{ it.text }}</span>
            }
          }
        </p>
      } @else {
        <p class="none">{{ t('decision.evidence.nothing') }}</p>
      }
    </div>
  `,
  styleUrl: './compared.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparedText {
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  /** When the decision was asked for. */
  readonly at = input.required<string>();
  readonly asked = input.required<string>();
  readonly now = input.required<string>();

  protected readonly shown = computed(() => differences(this.asked(), this.now()));
}
