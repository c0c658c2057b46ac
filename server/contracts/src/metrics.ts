import type { MetricKind, VerdictMethod } from './kinds.js';
import { LIMITS } from './limits.js';

/** The values of a measurement: what was seen on a day, in one group. */
export const MEASURED_VALUES = ['successes', 'total', 'value', 'before', 'count', 'exposure'] as const;
export type MeasuredValue = (typeof MEASURED_VALUES)[number];

/** What there is to know of a kind of metric. */
export interface Metric {
  /** How its verdict is computed, unless everybody was measured. */
  readonly method: VerdictMethod;
  /** The values of its measurements; all are needed, and no others. */
  readonly values: readonly MeasuredValue[];
  /** The group to which the test is compared: needed for the verdict, shown beside it, or not there at all. */
  readonly comparison: 'counts' | 'shown' | 'none';
  /** Where its threshold and its baseline lie, both ends included; the baseline of a list may be none of it. */
  readonly least: number;
  readonly most: number;
  /** Whether the threshold is a whole number. */
  readonly whole: boolean;
}

const value = { least: -LIMITS.value, most: LIMITS.value, whole: false } as const;

/** The kinds of metrics. */
export const METRICS: Readonly<Record<MetricKind, Metric>> = {
  proportion: { method: 'wilson', values: ['successes', 'total'], comparison: 'shown', least: 0, most: 1, whole: false },
  'proportion-difference': { method: 'newcombe', values: ['successes', 'total'], comparison: 'counts', least: -1, most: 1, whole: false },
  mean: { method: 'student', values: ['value'], comparison: 'shown', ...value },
  'mean-difference': { method: 'welch', values: ['value'], comparison: 'counts', ...value },
  rate: { method: 'garwood', values: ['count', 'exposure'], comparison: 'shown', least: 0, most: LIMITS.value, whole: false },
  'rate-ratio': {
    method: 'conditional-exact',
    values: ['count', 'exposure'],
    comparison: 'counts',
    least: 1 / LIMITS.value,
    most: LIMITS.value,
    whole: false,
  },
  paired: { method: 'paired-t', values: ['before', 'value'], comparison: 'none', ...value },
  checklist: { method: 'checklist', values: ['successes', 'total'], comparison: 'none', least: 1, most: LIMITS.count, whole: true },
};

/** The smallest number that can stand in this field of a card. */
export function leastOf(kind: MetricKind, field: 'baseline' | 'threshold'): number {
  return kind === 'checklist' && field === 'baseline' ? 0 : METRICS[kind].least;
}

/** The fields of a test card that may have to be filled in before the start, in the order of the card. */
export const REQUIRED_CARD_FIELDS = [
  'hypothesis',
  'method',
  'metric',
  'unit',
  'baseline',
  'threshold',
  'sampleSize',
  'group',
  'place',
  'startsOn',
  'endsOn',
  'costCap',
  'responsible',
  'risks',
  'personalData',
  'legalBasis',
  'dataProtectionContact',
  'participantInformation',
] as const;
export type RequiredCardField = (typeof REQUIRED_CARD_FIELDS)[number];

/** Kinds whose values are shares or items, which need no unit. */
const WITHOUT_UNIT: readonly MetricKind[] = ['proportion', 'proportion-difference', 'checklist'];
/** Kinds that are compared with how it was before. */
const WITH_BASELINE: readonly MetricKind[] = ['proportion', 'mean', 'rate'];

/** What must be on a card before its experiment starts, in the order of the card; direction, confidence and kind always have a value. */
export function requiredCardFields(card: { readonly kind: MetricKind; readonly personalData: boolean | null }): RequiredCardField[] {
  return REQUIRED_CARD_FIELDS.filter((field) => {
    switch (field) {
      case 'unit':
        return !WITHOUT_UNIT.includes(card.kind);
      case 'baseline':
        return WITH_BASELINE.includes(card.kind);
      case 'sampleSize':
        return card.kind === 'checklist';
      case 'legalBasis':
      case 'dataProtectionContact':
        return card.personalData === true;
      default:
        return true;
    }
  });
}
