export { checklistCount, completeCount } from './exact-value.js';
export type { Estimate, ExactValue, Interval, NoInterval, NoIntervalReason, UnboundedInterval } from './interval.js';
export { meanDifferenceInterval, meanInterval, pairedDifferenceInterval } from './mean.js';
export {
  MOST_MORE,
  neededMoreForMean,
  neededMoreForMeanDifference,
  neededMoreForPairedDifference,
  neededMoreForRate,
  neededMoreForRateRatio,
  neededMoreForShare,
  neededMoreForShareDifference,
  type MoreInBothGroups,
} from './needed-more.js';
export { rateInterval, rateRatioInterval, type EventCounts } from './rate.js';
export {
  exposureForRate,
  exposureForRateRatio,
  LARGEST_SAMPLE,
  sampleSizeForMean,
  sampleSizeForMeanDifference,
  sampleSizeForPairedDifference,
  sampleSizeForShare,
  sampleSizeForShareDifference,
  type WishedFactor,
  type WishedWidth,
} from './sample-size.js';
export { shareDifferenceInterval } from './share-difference.js';
export { sideOf, type Goal, type Side } from './side.js';
export { changesOf, summaryOf, type Pair, type Sample, type Summary } from './summary.js';
export { shareOf, wilsonInterval, type ShareCounts, type ShareInterval } from './wilson.js';
