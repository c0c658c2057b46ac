import type { Estimate } from './interval.js';
import { meanDifferenceInterval, meanInterval } from './mean.js';
import { conditionalInterval, poissonInterval, rateInterval, rateRatioInterval, type EventCounts } from './rate.js';
import { smallestAmount, smallestWhole } from './search.js';
import { hybridScoreInterval } from './share-difference.js';
import { sideOf, type Goal } from './side.js';
import { changesOf, summaryOf, type Pair, type Sample, type Summary } from './summary.js';
import { scoreInterval, shareOf, type ShareCounts } from './wilson.js';

/*
 * How much more would have to be observed before the whole interval lies on one side of the threshold, so that the
 * result is no longer inconclusive, by searching on the interval itself.
 *
 * The assumption behind every figure: what comes is like what came. The estimate stays where it is (and for means the
 * standard deviation too), so only the interval shrinks; successes and events grow in proportion, to whole numbers or
 * not. It is a guide to planning, not a promise: an estimate moves.
 * Stopping as soon as the interval leaves the threshold also makes a chance result likelier than the confidence says.
 *
 * 0: it already lies on one side. null: it cannot be told, because the estimate is (nearly) the threshold, so that ten
 * million more would not do, or because there is no interval to begin with.
 */

/** More observations (or events, where exposure is asked for) than this are not planned. */
export const MOST_MORE = 10_000_000;

/** What is to be observed in addition in each group, keeping the ratio of the groups; whole observations, or exposure in its unit. */
export interface MoreInBothGroups {
  readonly test: number;
  readonly comparison: number;
}

/** More observations for a conclusive share (Wilson). Throws a RangeError as `wilsonInterval` does. */
export function neededMoreForShare(counts: ShareCounts, goal: Goal, confidence: number): number | null {
  const share = shareOf(counts);
  return moreObservations(goal, (more) => scoreInterval(share, counts.total + more, confidence));
}

/** More observations in both groups for a conclusive difference of shares (Newcombe). Throws as `shareDifferenceInterval` does. */
export function neededMoreForShareDifference(
  test: ShareCounts,
  comparison: ShareCounts,
  goal: Goal,
  confidence: number,
): MoreInBothGroups | null {
  const [share, otherShare] = [shareOf(test), shareOf(comparison)];
  return moreInBothGroups(test.total, comparison.total, goal, (one, other) =>
    hybridScoreInterval({ share, total: one }, { share: otherShare, total: other }, confidence),
  );
}

/** More values for a conclusive mean (Student). Throws a RangeError as `meanInterval` does. */
export function neededMoreForMean(sample: Sample, goal: Goal, confidence: number): number | null {
  const summary = summaryOf(sample);
  if (meanInterval(summary, confidence).lower === null) return null;
  return moreObservations(goal, (more) => meanInterval({ ...summary, count: summary.count + more }, confidence));
}

/** More subjects, each measured before and after, for a conclusive mean change. Throws a RangeError as `pairedDifferenceInterval` does. */
export function neededMoreForPairedDifference(pairs: readonly Pair[] | Summary, goal: Goal, confidence: number): number | null {
  return neededMoreForMean('count' in pairs ? pairs : changesOf(pairs), goal, confidence);
}

/** More values in both groups for a conclusive difference of means (Welch). Throws a RangeError as `meanDifferenceInterval` does. */
export function neededMoreForMeanDifference(test: Sample, comparison: Sample, goal: Goal, confidence: number): MoreInBothGroups | null {
  const [one, other] = [summaryOf(test), summaryOf(comparison)];
  if (meanDifferenceInterval(one, other, confidence).lower === null) return null;
  return moreInBothGroups(one.count, other.count, goal, (count, otherCount) =>
    meanDifferenceInterval({ ...one, count }, { ...other, count: otherCount }, confidence),
  );
}

/** More exposure, in its unit, for a conclusive rate (Garwood); need not be whole. Throws a RangeError as `rateInterval` does. */
export function neededMoreForRate(counts: EventCounts, goal: Goal, confidence: number): number | null {
  if (sideOf(rateInterval(counts, confidence), goal) !== 'open') return 0;
  const part = neededPart(counts.events, goal, (times) => poissonInterval(multiplied(counts, times), confidence));
  return part === null ? null : part * counts.exposure;
}

/** More exposure in both groups, in its unit, for a conclusive ratio of rates; need not be whole. Throws as `rateRatioInterval` does. */
export function neededMoreForRateRatio(
  test: EventCounts,
  comparison: EventCounts,
  goal: Goal,
  confidence: number,
): MoreInBothGroups | null {
  if (sideOf(rateRatioInterval(test, comparison, confidence), goal) !== 'open') return { test: 0, comparison: 0 };
  const part = neededPart(test.events + comparison.events, goal, (times) =>
    conditionalInterval(multiplied(test, times), multiplied(comparison, times), confidence),
  );
  return part === null ? null : { test: part * test.exposure, comparison: part * comparison.exposure };
}

function moreObservations(goal: Goal, intervalWith: (more: number) => Estimate): number | null {
  return smallestWhole(0, MOST_MORE, (more) => sideOf(intervalWith(more), goal) !== 'open');
}

/** The smaller group grows one by one, the larger in proportion, rounded up. */
function moreInBothGroups(
  test: number,
  comparison: number,
  goal: Goal,
  intervalOf: (test: number, comparison: number) => Estimate,
): MoreInBothGroups | null {
  const smaller = Math.min(test, comparison);
  const inProportion = (size: number, more: number): number => Math.ceil((size / smaller) * more);
  const more = moreObservations(goal, (step) => intervalOf(test + inProportion(test, step), comparison + inProportion(comparison, step)));
  return more === null ? null : { test: inProportion(test, more), comparison: inProportion(comparison, more) };
}

/** How many times what has been observed must come in addition. */
function neededPart(events: number, goal: Goal, intervalOf: (times: number) => Estimate): number | null {
  const most = MOST_MORE / Math.max(1, events);
  return smallestAmount(1, most, (part) => sideOf(intervalOf(1 + part), goal) !== 'open');
}

function multiplied({ events, exposure }: EventCounts, times: number): EventCounts {
  return { events: events * times, exposure: exposure * times };
}
