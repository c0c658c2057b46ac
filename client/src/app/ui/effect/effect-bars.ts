import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EffectAmendmentView, ExpectedEffectView, MeasuredEffectView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { EffectAmendments } from './effect-amendments';
import { type EffectResult, injectEffectWords, resultOf } from './effect-words';

const isSameEffect = (one: ExpectedEffectView, other: ExpectedEffectView | null): boolean =>
  one.value === other?.value && one.unit === other.unit && one.by === other.by && one.direction === other.direction;

const rounded = (percent: number): number => Math.round(percent * 10) / 10;

/** How much of the scale is on the good side at least. */
const leastGood = 0.15;

/**
 * What was expected and what was measured, one below the other on one scale; the words beside them say the same. Of what was expected there is
 * a line, and hatched the side of it that is good; what was measured is a bar from zero. Nothing is drawn before it is measured.
 */
@Component({
  selector: 'polku-effect-bars',
  imports: [EffectAmendments],
  template: `
    @if (expected(); as effect) {
      <dl>
        <div>
          <dt>{{ t('effects.expected') }}</dt>
          <dd>
            <span class="bar" aria-hidden="true">
              <i class="good" [style.left.%]="drawn().good.left" [style.width.%]="drawn().good.width"></i>
              <i class="zero" [style.left.%]="drawn().zero"></i>
              <i class="line" [style.left.%]="drawn().line"></i>
            </span>
            {{ words.expected(effect) }}
          </dd>
        </div>
        @if (first(); as it) {
          <div>
            <dt>{{ t('effects.first') }}</dt>
            <dd>
              {{ words.expected(it.effect) }}
              @if (it.result) {
                <strong>· {{ t('effects.' + it.result) }}</strong>
              }
            </dd>
          </div>
        }
        <div>
          <dt>{{ t('effects.measured') }}</dt>
          <dd [class.quiet]="!measured()">
            @if (drawn().measured; as it) {
              <span class="bar" aria-hidden="true">
                <i class="measured" [class]="result() ?? ''" [style.left.%]="it.left" [style.width.%]="it.width"></i>
                <i class="zero" [style.left.%]="drawn().zero"></i>
                <i class="line" [style.left.%]="drawn().line"></i>
              </span>
            }
            @if (measured(); as it) {
              {{ words.measured(it, effect.unit) }}
            } @else {
              {{ waits() || t('effects.not-measured') }}
            }
          </dd>
        </div>
      </dl>
      <polku-effect-amendments [amendments]="amendments()" />
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
  /** How what was expected was changed, first to last. */
  readonly amendments = input<readonly EffectAmendmentView[]>([]);
  /** What stands instead of a measured effect while there is none. */
  readonly waits = input('');

  protected readonly result = computed((): EffectResult | null => {
    const [expected, measured] = [this.expected(), this.measured()];
    return expected && measured && resultOf(expected, measured);
  });
  /** What was expected before anything was amended, and how it came out by that; null where that counts something else, or nothing is measured. */
  protected readonly first = computed(() => {
    const effect = this.amendments()[0]?.before;
    const measured = this.measured();
    // Where only the day of follow-up or the receiving unit was changed, the effect is still the first one.
    if (!effect || isSameEffect(effect, this.expected())) return null;
    return { effect, result: measured && effect.unit === this.expected()?.unit ? resultOf(effect, measured) : null };
  });
  protected readonly drawn = computed(() => {
    const { value: expected, direction } = this.expected() ?? { value: 0, direction: 'at-least' };
    const measured = this.measured()?.value ?? null;
    const values = [0, expected, measured ?? 0];
    const room = (Math.max(...values) - Math.min(...values) || 1) * leastGood;
    // The good side has some room, or its direction could not be seen.
    const least = Math.min(...values, ...(direction === 'at-most' ? [expected - room] : []));
    const most = Math.max(...values, ...(direction === 'at-least' ? [expected + room] : []));
    const at = (value: number): number => rounded(((value - least) / (most - least)) * 100);
    const between = (one: number, other: number) => ({ left: Math.min(one, other), width: rounded(Math.abs(one - other)) });
    return {
      good: between(at(expected), direction === 'at-least' ? 100 : 0),
      measured: measured === null ? null : between(at(0), at(measured)),
      line: at(expected),
      zero: at(0),
    };
  });
}
