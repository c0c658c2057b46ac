import type { VerdictView } from '#contracts';
import type { VerdictKind } from '#contracts/constants';
import { wilsonInterval, type ShareInterval } from './statistics/index.js';
import type { TestCard } from './test-card.js';

/** The part of a test card that a verdict is measured against. */
export type Bar = Pick<TestCard, 'direction' | 'threshold' | 'confidence'>;

/** The part of a measurement that counts. */
export interface Counted {
  readonly group: 'test' | 'comparison';
  readonly successes: number;
  readonly total: number;
}

/**
 * What the rule says: `met` when the whole Wilson interval lies on the good side of the threshold, `not-met` when
 * it lies wholly on the bad side, else `inconclusive`; `no-data` before anything is measured. The measurements of
 * the test group are added up; those of the comparison group are there to be read beside it and do not count.
 */
export function verdictOf(bar: Bar, measurements: readonly Counted[]): VerdictView {
  const counted = measurements.filter((it) => it.group === 'test');
  const successes = counted.reduce((sum, it) => sum + it.successes, 0);
  const total = counted.reduce((sum, it) => sum + it.total, 0);
  const interval = total === 0 ? null : wilsonInterval(successes, total, bar.confidence);
  return {
    verdict: judge(bar, interval),
    method: 'wilson',
    successes,
    total,
    estimate: interval?.estimate ?? null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    confidence: bar.confidence,
    direction: bar.direction,
    threshold: bar.threshold,
  };
}

/** The threshold itself is good: "at least 30 %" holds at 30 %. */
function judge({ direction, threshold }: Bar, interval: ShareInterval | null): VerdictKind {
  if (interval === null) return 'no-data';
  if (threshold === null) return 'inconclusive';
  const { lower, upper } = interval;
  const isGood = direction === 'at-least' ? lower >= threshold : upper <= threshold;
  const isBad = direction === 'at-least' ? upper < threshold : lower > threshold;
  if (isGood) return 'met';
  return isBad ? 'not-met' : 'inconclusive';
}
