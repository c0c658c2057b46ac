import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantileOfFewEvents from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Above this shape the library's gamma quantile loses digits (from about 800 on: the second one), and the expansion below has nine. */
const LARGE_SHAPE = 500;

/** Above so many degrees of freedom Student's t is the normal distribution to twelve digits, and the library's quantile ends in zeros. */
const LARGE_FREEDOM = 1e10;

/**
 * The probability on either side of a two-sided interval of the given confidence in percent: 0.025 for 95.
 * Throws a RangeError unless the confidence lies between 0 and 100, both excluded.
 */
export function tailOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 100)) throw new RangeError(`not a confidence in percent: ${confidence}`);
  return (100 - confidence) / 200;
}

/** How many standard errors a two-sided interval of the normal distribution reaches to either side: 1.96 at 95 %. */
export function normalReach(confidence: number): number {
  return Math.abs(normalQuantile(tailOf(confidence), 0, 1));
}

/**
 * How many standard errors a two-sided interval of Student's t with `freedom` degrees of freedom (above 0, need not
 * be whole) reaches to either side: 2.262 at 95 % and 9.
 */
export function studentReach(confidence: number, freedom: number): number {
  if (freedom > LARGE_FREEDOM) return normalReach(confidence);
  return Math.abs(studentQuantile(tailOf(confidence), freedom));
}

/**
 * The value below which a gamma variable of the given shape and scale 1 lies with `probability`. A shape of 0 is
 * the point 0.
 *
 * For large shapes by the expansion of Cornish and Fisher as worked out for chi-square with ν = 2·shape by
 * H. Goldberg and H. Levine, "Approximate formulas for the percentage points and normalization of t and χ²",
 * Annals of Mathematical Statistics 17(2), 1946, pages 216-225, up to the term with ν^-2.
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (shape === 0) return 0;
  if (shape <= LARGE_SHAPE) return gammaQuantileOfFewEvents(probability, shape, 1);
  const x = normalQuantile(probability, 0, 1);
  const freedom = 2 * shape;
  const root = Math.sqrt(freedom);
  const chiSquare =
    freedom +
    Math.SQRT2 * root * x +
    (2 / 3) * (x ** 2 - 1) +
    (x ** 3 - 7 * x) / (9 * Math.SQRT2 * root) -
    (6 * x ** 4 + 14 * x ** 2 - 32) / (405 * freedom) +
    (9 * x ** 5 + 256 * x ** 3 - 433 * x) / (4860 * Math.SQRT2 * freedom * root) +
    (12 * x ** 6 - 243 * x ** 4 - 923 * x ** 2 + 1472) / (25515 * freedom ** 2);
  return chiSquare / 2;
}

/**
 * The odds p / (1 - p) of the value p below which a beta variable with the shapes `a` and `b` lies with
 * `probability`. Where p is near 1 it is taken from its complement, so that 1 - p keeps its digits.
 */
export function betaOddsQuantile(probability: number, a: number, b: number): number {
  const share = betaQuantile(probability, a, b);
  if (share <= 0.5) return share / (1 - share);
  const rest = betaQuantile(1 - probability, b, a);
  return (1 - rest) / rest;
}
