import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ExpectedEffectView, MeasuredEffectView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { injectEffectWords } from './effect-words';

/**
 * What was expected and what was measured, one below the other, as bars from zero on one scale; the words beside them say the same.
 * The expected one is an outline, and its end goes on as a line through the measured one.
 */
@Component({
  selector: 'polku-effect-bars',
  template: `
    @if (expected(); as effect) {
      <dl>
        <div>
          <dt>{{ t('effects.expected') }}</dt>
          <dd>
            <span class="bar" aria-hidden="true"
              ><i class="expected" [style.left.%]="drawn().expected.left" [style.width.%]="drawn().expected.width"></i
            ></span>
            {{ words.expected(effect) }}
          </dd>
        </div>
        <div>
          <dt>{{ t('effects.measured') }}</dt>
          <dd [class.quiet]="!measured()">
            <span class="bar" aria-hidden="true">
              @if (drawn().measured; as it) {
                <i class="measured" [class]="meaning()" [style.left.%]="it.left" [style.width.%]="it.width"></i>
              }
              <i class="line" [style.left.%]="drawn().line"></i>
            </span>
            @if (measured(); as it) {
              {{ words.measured(it, effect.unit) }}
            } @else {
              {{ waits() || t('effects.not-measured') }}
            }
          </dd>
        </div>
      </dl>
    } @else {
      <p class="quiet">{{ t('effects.not-expected') }}</p>
    }
  `,
  styleUrl: './effect-bars.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EffectBars {
  protected readonly t = injectTranslate();
  protected readonly words = injectEffectWords();

  readonly expected = input.required<ExpectedEffectView | null>();
  readonly measured = input.required<Pick<MeasuredEffectView, 'value' | 'on'> | null>();
  /** Whether it was reached; null before it is measured. */
  readonly reached = input<boolean | null>(null);
  /** What stands instead of a measured effect while there is none. */
  readonly waits = input('');

  protected readonly meaning = computed(() => (this.reached() === false ? 'lesson' : 'met'));
  protected readonly drawn = computed(() => {
    const expected = this.expected()?.value ?? 0;
    const measured = this.measured()?.value ?? null;
    const values = [0, expected, measured ?? 0];
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const at = (value: number): number => (most === least ? 0 : ((value - least) / (most - least)) * 100);
    const barOf = (value: number) => ({ left: Math.min(at(0), at(value)), width: Math.abs(at(value) - at(0)) });
    return { expected: barOf(expected), measured: measured === null ? null : barOf(measured), line: at(expected) };
  });
}
