import type { SeriesPoint } from '#contracts';
import { estimateOfContrast, estimateOfGroup } from './estimates.js';
import { groupCounts } from './group-sums.js';
import type { Measured } from './measured.js';
import type { Estimate } from './statistics/index.js';
import { comparesGroups, type TestCard } from './test-card.js';

/** More points make no better picture. */
const MOST_POINTS = 120;
/** The exact interval of a ratio takes long where very many events are compared: then there are fewer points. */
const MANY_EVENTS = 10_000_000;
const FEW_POINTS = 12;

/**
 * How the estimate came to be: for each day on which something was measured all that was measured up to it, of each group and, where two
 * are compared, of the contrast. Of very many days every so many are left out, never the last. Without intervals where there are none.
 */
export function seriesOf(card: Pick<TestCard, 'kind' | 'confidence' | 'completeCount'>, measurements: readonly Measured[]): SeriesPoint[] {
  const days = [...new Set(measurements.map(({ on }) => on))].sort();
  const events = measurements.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const most = card.kind === 'rate-ratio' && events > MANY_EVENTS ? FEW_POINTS : MOST_POINTS;
  const step = Math.max(1, Math.ceil(days.length / most));
  const shown = days.filter((_, index) => (days.length - 1 - index) % step === 0);
  return shown.flatMap((on) => pointsOf(card, on, measurements));
}

function pointsOf(
  card: Pick<TestCard, 'kind' | 'confidence' | 'completeCount'>,
  on: string,
  measurements: readonly Measured[],
): SeriesPoint[] {
  const { kind, confidence, completeCount } = card;
  const groups = groupCounts(measurements.filter((it) => it.on <= on));
  const hasInterval = !completeCount && kind !== 'checklist';
  const point = (line: SeriesPoint['line'], { estimate, lower, upper }: Estimate): SeriesPoint[] =>
    estimate === null ? [] : [{ on, line, estimate, lower: hasInterval ? lower : null, upper: hasInterval ? upper : null }];
  const lines = groups.flatMap((group) => point(group.group, estimateOfGroup(kind, group, confidence)));
  if (!comparesGroups({ kind })) return lines;
  const [test, comparison] = [groups.find(({ group }) => group === 'test'), groups.find(({ group }) => group === 'comparison')];
  const contrast = test && comparison ? estimateOfContrast(kind, test, comparison, confidence) : null;
  return contrast ? [...lines, ...point('contrast', contrast)] : lines;
}
