import { inject } from '@angular/core';
import type { ExpectedEffectView, MeasuredEffectView } from '#contracts';
import { Languages } from '../../i18n/languages';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';

/** Says effects in words of the chosen language. */
export interface EffectWords {
  /** `at least 1,200 hours a year by 31 Dec 2027`. */
  readonly expected: (effect: ExpectedEffectView) => string;
  /** `1,300 hours a year on 3 Mar 2027`. */
  readonly measured: (effect: Pick<MeasuredEffectView, 'value' | 'on'>, unit: string) => string;
  /** `1,300`, in as many digits as are written. */
  readonly number: (value: number) => string;
}

/** Gives the words for expected and measured effects. */
export const injectEffectWords = (): EffectWords => {
  const t = injectTranslate();
  const languages = inject(Languages);
  const moments = inject(Moments);
  const number = (value: number): string => new Intl.NumberFormat(languages.locale(), { maximumFractionDigits: 6 }).format(value);
  return {
    number,
    expected: ({ value, unit, by, direction }) =>
      // A hyphen ends a name in ICU message syntax.
      t('effects.expected-text', { direction: direction.replace('-', '_'), value: number(value), unit, date: moments.day(by) }),
    measured: ({ value, on }, unit) => t('effects.measured-text', { value: number(value), unit, date: moments.day(on) }),
  };
};

/** Whether a measured value is on the good side of what was expected, which itself is good. */
const isReached = ({ value, direction }: Pick<ExpectedEffectView, 'value' | 'direction'>, measured: number): boolean =>
  direction === 'at-least' ? measured >= value : measured <= value;

/** How a measured effect came out, in the words and with the colour of its name. */
export type EffectResult = 'reached' | 'reached-late' | 'missed';

/** How it came out against what was expected: what was measured after the day that was promised is not called good. */
export const resultOf = (
  expected: Pick<ExpectedEffectView, 'value' | 'direction' | 'by'>,
  measured: Pick<MeasuredEffectView, 'value' | 'on'>,
): EffectResult => {
  if (!isReached(expected, measured.value)) return 'missed';
  return measured.on > expected.by ? 'reached-late' : 'reached';
};
