import type { Confidence, MetricKind } from '#contracts';
import { eventsOf, type GroupCount, sharesOf, valuesSummary } from './group-sums.js';
import {
  checklistCount,
  type Estimate,
  type Goal,
  meanDifferenceInterval,
  meanInterval,
  neededMoreForMean,
  neededMoreForMeanDifference,
  neededMoreForRate,
  neededMoreForRateRatio,
  neededMoreForShare,
  neededMoreForShareDifference,
  pairedDifferenceInterval,
  rateInterval,
  rateRatioInterval,
  shareDifferenceInterval,
  wilsonInterval,
} from './statistics/index.js';

/** Fewer values than this have no spread. */
const FEWEST_VALUES = 2;

/** What one group says by itself, by the method for one sample of its kind. */
export function estimateOfGroup(kind: MetricKind, group: GroupCount, confidence: Confidence): Estimate {
  switch (kind) {
    case 'proportion':
    case 'proportion-difference':
      return wilsonInterval(group.successes, group.total, confidence);
    case 'mean':
    case 'mean-difference':
      return meanInterval(valuesSummary(group), confidence);
    case 'paired':
      return pairedDifferenceInterval(valuesSummary(group), confidence);
    case 'rate':
    case 'rate-ratio':
      return rateInterval(eventsOf(group), confidence);
    case 'checklist':
      return checklistCount(group.successes, group.total);
  }
}

/** What two groups say against each other; null for kinds that do not compare. */
export function estimateOfContrast(kind: MetricKind, test: GroupCount, comparison: GroupCount, confidence: Confidence): Estimate | null {
  switch (kind) {
    case 'proportion-difference':
      return shareDifferenceInterval(sharesOf(test), sharesOf(comparison), confidence);
    case 'mean-difference':
      return meanDifferenceInterval(valuesSummary(test), valuesSummary(comparison), confidence);
    case 'rate-ratio':
      return rateRatioInterval(eventsOf(test), eventsOf(comparison), confidence);
    default:
      return null;
  }
}

/**
 * How many more would probably decide it if what comes is like what came: observations, or exposure in its unit; of two groups both together.
 * Null when it cannot be said.
 */
export function neededMore(
  kind: MetricKind,
  test: GroupCount,
  comparison: GroupCount | undefined,
  goal: Goal,
  confidence: Confidence,
): number | null {
  const both = (more: { readonly test: number; readonly comparison: number } | null) => whole(more && more.test + more.comparison);
  switch (kind) {
    case 'proportion':
      return whole(neededMoreForShare(sharesOf(test), goal, confidence));
    case 'mean':
    case 'paired':
      return valuesLacking(test) || whole(neededMoreForMean(valuesSummary(test), goal, confidence));
    case 'rate':
      return whole(neededMoreForRate(eventsOf(test), goal, confidence));
    case 'proportion-difference':
      return comparison ? both(neededMoreForShareDifference(sharesOf(test), sharesOf(comparison), goal, confidence)) : null;
    case 'mean-difference':
      if (!comparison) return null;
      return (
        valuesLacking(test) + valuesLacking(comparison) ||
        both(neededMoreForMeanDifference(valuesSummary(test), valuesSummary(comparison), goal, confidence))
      );
    case 'rate-ratio':
      return comparison ? both(neededMoreForRateRatio(eventsOf(test), eventsOf(comparison), goal, confidence)) : null;
    case 'checklist':
      return null;
  }
}

/** How many values a group lacks before it has a spread at all. */
function valuesLacking({ values }: GroupCount): number {
  return Math.max(0, FEWEST_VALUES - values.length);
}

function whole(more: number | null): number | null {
  return more === null ? null : Math.ceil(more);
}
