import type { GroupSummary, VerdictView } from '#contracts';

/** A group in numbers of which nothing is known but what is given. */
export const aGroup = (more: Partial<GroupSummary> = {}): GroupSummary => ({
  size: 59,
  estimate: 52 / 59,
  successes: null,
  total: null,
  count: null,
  exposure: null,
  deviation: null,
  ...more,
});

/** The verdict on the screen of ivy: 52 of 59 days, met. */
export const aVerdict = (more: Partial<VerdictView> = {}): VerdictView => ({
  verdict: 'met',
  method: 'wilson',
  kind: 'proportion',
  unit: null,
  estimate: 52 / 59,
  lower: 0.7747,
  upper: 0.9408,
  confidence: 95,
  direction: 'at-least',
  threshold: 0.7,
  neededMore: null,
  unbounded: false,
  completeCount: false,
  amendedAfterData: false,
  groups: { test: aGroup({ successes: 52, total: 59 }), comparison: null },
  ...more,
});
