import { inject } from '@angular/core';
import type { MetricKind, Money } from '#contracts';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';

/** What numbers of an experiment mean: its kind of metric, and the unit of the card. */
export interface Meant {
  readonly kind: MetricKind;
  readonly unit: string | null;
}

/** Writes the numbers of experiments as the chosen language does. */
export interface MetricNumbers {
  /** What the threshold is compared with: `88.1%`, `+12 percentage points`, `4.2 minutes`, `3 / day`, `×0.82`, `7`. */
  readonly value: (meant: Meant, number: number) => string;
  /** What one group shows: the same, but of two groups that are compared the share, mean or rate of each. */
  readonly ofGroup: (meant: Meant, number: number) => string;
  readonly plain: (number: number) => string;
  readonly money: (money: Money) => string;
}

/** Kinds whose values are shares of all observed. */
export const isShare = (kind: MetricKind): boolean => kind === 'proportion' || kind === 'proportion-difference';

/** Kinds that compare two groups: their verdict is about the two, not about one of them. */
export const isContrast = (kind: MetricKind): boolean =>
  kind === 'proportion-difference' || kind === 'mean-difference' || kind === 'rate-ratio';

/** What stands behind the name of such a number: percent of shares, `/ day` of rates, nothing of a ratio, else the unit. */
export const signOf = (kind: MetricKind, unit: string): string => {
  if (isShare(kind)) return '%';
  if (kind === 'rate-ratio' || unit.trim() === '') return '';
  return kind === 'rate' ? `/ ${unit.trim()}` : unit.trim();
};

const groupKinds = {
  'proportion-difference': 'proportion',
  'mean-difference': 'mean',
  'rate-ratio': 'rate',
} as const satisfies Partial<Record<MetricKind, MetricKind>>;

/** The kind by which one group is read: of a difference of shares each group has a share. */
export const kindOfGroup = (kind: MetricKind): MetricKind =>
  kind === 'proportion-difference' || kind === 'mean-difference' || kind === 'rate-ratio' ? groupKinds[kind] : kind;

// Three significant digits below one, a decimal or two above: more would claim more than was measured.
const digitsOf = (number: number): Intl.NumberFormatOptions => {
  const size = Math.abs(number);
  if (size !== 0 && size < 1) return { maximumSignificantDigits: 3 };
  return { maximumFractionDigits: size < 100 ? 2 : 1 };
};

/** Gives the way of writing numbers; call it where a component is made. */
export const injectMetricNumbers = (): MetricNumbers => {
  const languages = inject(Languages);
  const t = injectTranslate();
  const format = (number: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(languages.locale(), options).format(number);
  const plain = (number: number): string => format(number, digitsOf(number));
  const signed = (number: number): string => format(number, { ...digitsOf(number), signDisplay: 'exceptZero' });
  const withUnit = (number: string, unit: string | null): string => (unit ? `${number}\u00a0${unit}` : number);
  const value = ({ kind, unit }: Meant, number: number): string => {
    switch (kind) {
      case 'proportion':
        return format(number, { style: 'percent', maximumFractionDigits: 1 });
      case 'proportion-difference':
        return t('verdict.points', { points: format(number * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }) });
      case 'mean':
        return withUnit(plain(number), unit);
      case 'mean-difference':
      case 'paired':
        return withUnit(signed(number), unit);
      case 'rate':
        return unit ? `${plain(number)} / ${unit}` : plain(number);
      case 'rate-ratio':
        return `×${plain(number)}`;
      case 'checklist':
        return plain(number);
    }
  };
  return {
    value,
    ofGroup: ({ kind, unit }, number) => value({ kind: kindOfGroup(kind), unit }, number),
    plain,
    money: ({ amount, currency }) =>
      format(amount, { style: 'currency', currency, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2 }),
  };
};
