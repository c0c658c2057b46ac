/** What a mean is judged by: how many values, their mean, and their standard deviation with divisor n - 1 (0 for one value). */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Values as they were measured, or their summary; all in one unit. */
export type Sample = readonly number[] | Summary;

/** The same subject measured before and after. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * The summary of values, or the given one when it can be. One pass, by B. P. Welford, "Note on a method for calculating
 * corrected sums of squares and products", Technometrics 4(3), 1962, pages 419-420: large values that differ little
 * keep their digits. Throws a RangeError when there is no value, when one is not a finite number, or when they are too
 * large to be squared.
 */
export function summaryOf(sample: Sample): Summary {
  return isSummary(sample) ? checked(sample) : summarise(sample, largestOf(sample));
}

/** The summary of what changed, after minus before. Throws a RangeError as `summaryOf` does. */
export function changesOf(pairs: readonly Pair[]): Summary {
  const scale = largestOf(pairs.flatMap(({ before, after }) => [before, after]));
  return summarise(
    pairs.map(({ before, after }) => after - before),
    scale,
  );
}

function isSummary(sample: Sample): sample is Summary {
  return !Array.isArray(sample);
}

function largestOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** `scale` is the largest number that was written down: a spread that is lost in its last digits is rounding, not spread. */
function summarise(values: readonly number[], scale: number): Summary {
  let mean = 0;
  let squares = 0;
  for (const [index, value] of values.entries()) {
    const step = value - mean;
    mean += step / (index + 1);
    squares += step * (value - mean);
  }
  const deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  return checked({ count: values.length, mean, deviation: deviation <= 10 * Number.EPSILON * scale ? 0 : deviation });
}

function checked(summary: Summary): Summary {
  const { count, mean, deviation } = summary;
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a number of observations: ${count}`);
  if (!Number.isFinite(mean)) throw new RangeError(`not a mean: ${mean}`);
  if (!Number.isFinite(deviation) || deviation < 0) throw new RangeError(`not a standard deviation: ${deviation}`);
  return summary;
}
