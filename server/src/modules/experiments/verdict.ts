import { METRICS, type VerdictKind, type VerdictView } from '#contracts';
import { estimateOfContrast, estimateOfGroup, neededMore } from './estimates.js';
import { type GroupCount, groupSummary, scaleOf } from './group-sums.js';
import { completeCount, type Estimate, type Goal, sideOf } from './statistics/index.js';
import { comparesGroups, type TestCard } from './test-card.js';

/** The part of a test card that a verdict is measured against. */
export type Bar = Pick<TestCard, 'kind' | 'unit' | 'direction' | 'threshold' | 'confidence' | 'completeCount' | 'sampleSize'>;

/** What the rule makes of the numbers. */
type Ruling = Pick<VerdictView, 'verdict' | 'estimate' | 'lower' | 'upper' | 'neededMore' | 'unbounded'>;

const NOTHING: Ruling = { verdict: 'no-data', estimate: null, lower: null, upper: null, neededMore: null, unbounded: false };

/**
 * What the rule says: `met` when the whole interval lies on the good side of the threshold (the threshold itself is good), `not-met` when it
 * lies wholly on the bad side, else `inconclusive`; `no-data` before there is anything to compute from. Where everybody was measured
 * there is no interval: the value itself is compared. The methods and their sources stand in `statistics/`.
 */
export function verdictOf(card: Bar, groups: readonly GroupCount[], amendedAfterData: boolean): VerdictView {
  const test = groups.find(({ group }) => group === 'test');
  const comparison = groups.find(({ group }) => group === 'comparison');
  const isComplete = card.completeCount && card.kind !== 'checklist';
  return {
    ...rulingOf(card, test, comparison),
    method: isComplete ? 'complete-count' : METRICS[card.kind].method,
    kind: card.kind,
    unit: card.unit,
    confidence: card.confidence,
    direction: card.direction,
    threshold: card.threshold,
    completeCount: card.completeCount,
    amendedAfterData,
    groups: {
      test: test ? groupSummary(card.kind, test) : null,
      comparison: comparison ? groupSummary(card.kind, comparison) : null,
    },
  };
}

function rulingOf(card: Bar, test: GroupCount | undefined, comparison: GroupCount | undefined): Ruling {
  if (!test) return NOTHING;
  if (card.kind === 'checklist') return rulingOfChecklist(card, test);
  const estimate = estimateOf(card, test, comparison);
  if (estimate === null) return NOTHING;
  const scale = Math.max(...[test, comparison].map((group) => (group ? scaleOf(card.kind, group) : 0)));
  if (card.completeCount) {
    const left = leftToCount(card, [test, comparison]);
    if (left > 0) return { ...NOTHING, verdict: 'inconclusive', estimate: estimate.estimate, neededMore: left };
    const verdict = estimate.estimate === null ? 'inconclusive' : judged(card, completeCount(estimate.estimate), scale);
    return { ...NOTHING, verdict, estimate: estimate.estimate };
  }
  const verdict = judged(card, estimate, scale);
  const goal = goalOf(card);
  return {
    verdict,
    estimate: estimate.estimate,
    lower: estimate.lower,
    upper: estimate.upper,
    neededMore: verdict === 'inconclusive' && goal ? neededMore(card.kind, test, comparison, goal, card.confidence) : null,
    unbounded: estimate.lower !== null && estimate.upper === null,
  };
}

function estimateOf(card: Bar, test: GroupCount, comparison: GroupCount | undefined): Estimate | null {
  if (!comparesGroups(card)) return estimateOfGroup(card.kind, test, card.confidence);
  return comparison ? estimateOfContrast(card.kind, test, comparison, card.confidence) : null;
}

/** A list of `sampleSize` items: what is still to be looked at may turn out either way. */
function rulingOfChecklist(card: Bar, { successes, total }: GroupCount): Ruling {
  const left = Math.max(0, (card.sampleSize ?? total) - total);
  const goal = goalOf(card);
  const verdict = goal ? VERDICT_OF[sideOf({ estimate: successes, lower: successes, upper: successes + left }, goal)] : 'inconclusive';
  return { ...NOTHING, verdict, estimate: successes, neededMore: verdict === 'inconclusive' ? left : null };
}

/** How many of everybody are still to be counted, where the card says how many everybody is. */
function leftToCount({ sampleSize }: Bar, groups: readonly (GroupCount | undefined)[]): number {
  const counted = groups.reduce((sum, group) => sum + (group ? Math.max(group.total, group.values.length) : 0), 0);
  return sampleSize === null || counted === 0 ? 0 : Math.max(0, sampleSize - counted);
}

function judged(card: Bar, estimate: Estimate, scale: number): VerdictKind {
  const goal = goalOf(card);
  return goal ? VERDICT_OF[sideOf(estimate, goal, scale)] : 'inconclusive';
}

const VERDICT_OF = { good: 'met', bad: 'not-met', open: 'inconclusive' } as const;

function goalOf({ direction, threshold }: Bar): Goal | null {
  return threshold === null ? null : { direction, threshold };
}
