import type { PlanSample, SampleSize } from '#contracts';
import {
  exposureForRate,
  exposureForRateRatio,
  sampleSizeForMean,
  sampleSizeForMeanDifference,
  sampleSizeForPairedDifference,
  sampleSizeForShare,
  sampleSizeForShareDifference,
} from './statistics/index.js';
import { comparesGroups } from './test-card.js';

/** How much to observe for an interval of the wished width, from what is expected; the contract has seen to it that all of it is there. */
export function planSample(plan: PlanSample): SampleSize {
  const of = plan.kind === 'rate' || plan.kind === 'rate-ratio' ? 'exposure' : 'observations';
  return { needed: neededFor(plan), of, perGroup: comparesGroups(plan) };
}

function neededFor({ kind, confidence, width, expected, comparison, deviation = 0 }: PlanSample): number | null {
  switch (kind) {
    case 'proportion':
      return sampleSizeForShare({ width, confidence, share: expected });
    case 'proportion-difference':
      return sampleSizeForShareDifference({ width, confidence, test: expected, comparison });
    case 'mean':
      return sampleSizeForMean({ width, confidence, deviation });
    case 'paired':
      return sampleSizeForPairedDifference({ width, confidence, deviation });
    case 'mean-difference':
      return sampleSizeForMeanDifference({ width, confidence, test: deviation, comparison: deviation });
    case 'rate':
      return exposureForRate({ width, confidence, rate: expected ?? 0 });
    case 'rate-ratio':
      return exposureForRateRatio({ factor: width, confidence, test: expected ?? 0, comparison: comparison ?? 0 });
  }
}
