import type { Interval, UnboundedInterval } from './interval.js';
import { betaOddsQuantile, gammaQuantile, tailOf } from './quantiles.js';

/** One exposure may be so many times the other; beyond, numbers overflow. */
const FARTHEST_APART = 1e100;

/** So many events (a whole number) while `exposure` went by: hours, days, visits, kilometres; above 0, need not be whole. */
export interface EventCounts {
  readonly events: number;
  readonly exposure: number;
}

/**
 * The exact interval of a rate, in events per unit of exposure, at a two-sided `confidence` in percent, for events
 * that come independently (Poisson): never below the confidence, and 0 at its lower end when nothing happened.
 * F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28(3-4), 1936, pages 437-442.
 * Throws a RangeError for counts or exposures that cannot be.
 */
export function rateInterval(counts: EventCounts, confidence: number): Interval {
  return poissonInterval(checked(counts), confidence);
}

/** Garwood's interval for a number of events that need not be whole: for what might yet be observed. */
export function poissonInterval({ events, exposure }: EventCounts, confidence: number): Interval {
  const tail = tailOf(confidence);
  const upper = gammaQuantile(1 - tail, events + 1) / exposure;
  if (!Number.isFinite(upper)) throw new RangeError(`too small an exposure: ${exposure}`);
  return { estimate: events / exposure, lower: gammaQuantile(tail, events) / exposure, upper };
}

/**
 * The exact interval of the ratio of two rates, test over comparison, at a two-sided `confidence` in percent: given
 * how many events there were in all, those of the test group are binomial. J. Przyborowski and H. Wilenski,
 * "Homogeneity of results in testing samples from Poisson series", Biometrika 31(3-4), 1940, pages 313-323, with the
 * binomial limits of C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the
 * case of the binomial", Biometrika 26(4), 1934, pages 404-413. Never below the confidence.
 *
 * The lower end is 0 when the test group has no events. When the comparison group has none the ratio has no upper end
 * and cannot be estimated: both are null. Six digits up to a hundred million events.
 * Throws a RangeError for counts or exposures that cannot be.
 */
export function rateRatioInterval(test: EventCounts, comparison: EventCounts, confidence: number): Interval | UnboundedInterval {
  return conditionalInterval(checked(test), checked(comparison), confidence);
}

/** The interval of a ratio of rates for numbers of events that need not be whole: for what might yet be observed. */
export function conditionalInterval(test: EventCounts, comparison: EventCounts, confidence: number): Interval | UnboundedInterval {
  const tail = tailOf(confidence);
  const scale = comparison.exposure / test.exposure;
  if (!(scale > 1 / FARTHEST_APART && scale < FARTHEST_APART)) throw new RangeError(`exposures too far apart: ${scale}`);
  const lower = test.events === 0 ? 0 : scale * betaOddsQuantile(tail, test.events, comparison.events + 1);
  const upper = comparison.events === 0 ? Infinity : scale / betaOddsQuantile(tail, comparison.events, test.events + 1);
  // Much less than one event expected has, in numbers of this size, no end either.
  if (upper === Infinity) return { estimate: null, lower, upper: null };
  const estimate = scale * (test.events / comparison.events);
  return { estimate, lower: Math.min(estimate, lower), upper: Math.max(estimate, upper) };
}

function checked(counts: EventCounts): EventCounts {
  const { events, exposure } = counts;
  if (!Number.isSafeInteger(events) || events < 0) throw new RangeError(`not a number of events: ${events}`);
  if (!Number.isFinite(exposure) || exposure <= 0) throw new RangeError(`not an exposure: ${exposure}`);
  return counts;
}
