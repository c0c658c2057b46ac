import type { MetricKind } from '#contracts';
import { numberIn } from '../../../ui/form/text-rules';

/** What the help for the size asks for, as written. */
export interface Wish {
  readonly margin: string;
  readonly expected: string;
  readonly comparison: string;
  readonly deviation: string;
}

/** What the card says already, as written. */
export interface Bars {
  readonly threshold: string;
  readonly baseline: string;
}

const nothing: Wish = { margin: '', expected: '', comparison: '', deviation: '' };

const numberOf = (text: string): number | null => {
  const number = numberIn(text);
  return number === null || Number.isNaN(number) ? null : number;
};

/**
 * What the help begins with: it is expected that the threshold is met, and wished for that the answer tells it from how it was before, or from
 * no difference. `decimal` is the language's sign between a whole number and its parts.
 */
export const prefillOf = (kind: MetricKind, { threshold, baseline }: Bars, decimal: string): Wish => {
  const [bar, before] = [numberOf(threshold), numberOf(baseline)];
  const apart = (from: number | null): string => {
    const distance = bar === null || from === null ? 0 : Math.abs(Number((bar - from).toPrecision(12)));
    return distance === 0 ? '' : String(distance).replace('.', decimal);
  };
  switch (kind) {
    case 'proportion':
    case 'rate':
      return { ...nothing, margin: apart(before), expected: bar === null ? '' : threshold };
    case 'mean':
      return { ...nothing, margin: apart(before) };
    case 'proportion-difference':
    case 'mean-difference':
    case 'paired':
      return { ...nothing, margin: apart(0) };
    case 'rate-ratio':
    case 'checklist':
      return nothing;
  }
};

/** What somebody wrote over an earlier beginning, upon a new one. */
export const uponPrefill = (begun: Wish, written: Wish, begins: Wish): Wish => ({
  margin: written.margin === begun.margin ? begins.margin : written.margin,
  expected: written.expected === begun.expected ? begins.expected : written.expected,
  comparison: written.comparison === begun.comparison ? begins.comparison : written.comparison,
  deviation: written.deviation === begun.deviation ? begins.deviation : written.deviation,
});
