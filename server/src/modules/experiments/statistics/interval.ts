/** An estimate and the interval it lies in, in the unit of what was measured. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * An interval without an upper end: the data are compatible with values as high as one likes. The estimate is null
 * where it would be a division by zero. Null and not Infinity, because JSON cannot carry Infinity.
 */
export interface UnboundedInterval {
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: null;
}

/**
 * Why an interval cannot be computed: `too-few`, a spread needs two observations; `no-spread`, all observations
 * are the same, so that they say nothing of how far others may lie off.
 */
export type NoIntervalReason = 'too-few' | 'no-spread';

/** An estimate whose uncertainty cannot be told. */
export interface NoInterval {
  readonly estimate: number;
  readonly lower: null;
  readonly upper: null;
  readonly reason: NoIntervalReason;
}

/** A value that is known, not estimated: all were counted. Its ends are the value itself. */
export interface ExactValue extends Interval {
  readonly exact: true;
}

/** Whatever a method can say. `lower` is null when there is no interval; `upper` alone is null when it has no end. */
export type Estimate = Interval | UnboundedInterval | NoInterval | ExactValue;
