import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** An estimated share and the interval it lies in, all between 0 and 1. */
export interface ShareInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The Wilson score interval of a share: of `total` observed, `successes`, at a two-sided `confidence` in percent.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22(158), 1927, pages 209-212; without continuity correction. Unlike the interval
 * estimate ± z·error it stays between 0 and 1 and is honest for few observations and for shares near 0 or 1.
 * Throws a RangeError for counts that cannot be.
 */
export function wilsonInterval(successes: number, total: number, confidence: number): ShareInterval {
  if (!Number.isSafeInteger(total) || total < 1) throw new RangeError(`not a number of observations: ${total}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > total) throw new RangeError(`not a part of ${total}: ${successes}`);
  if (!(confidence > 0 && confidence < 100)) throw new RangeError(`not a confidence in percent: ${confidence}`);
  const z = quantile(0.5 + confidence / 200, 0, 1);
  const estimate = successes / total;
  const scale = 1 + z ** 2 / total;
  const centre = (estimate + z ** 2 / (2 * total)) / scale;
  const reach = (z / scale) * Math.sqrt((estimate * (1 - estimate)) / total + z ** 2 / (4 * total ** 2));
  // At the edges the bound is exact in algebra; rounding must not put it a hair outside.
  return {
    estimate,
    lower: successes === 0 ? 0 : Math.max(0, centre - reach),
    upper: successes === total ? 1 : Math.min(1, centre + reach),
  };
}
