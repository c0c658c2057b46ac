import type { EventKind } from '#contracts';
import { endOfDay } from '../../platform/clock/index.js';
import type { Stage } from '../../platform/timers/index.js';
import { addWorkingDays, subtractWorkingDays, type WorkingCalendar } from '../pathways/index.js';

/** What is said around the end of an experiment, in this order. */
export type EndStage = 'soon' | 'ended' | 'late' | 'later';

/** Working days before the end on which people are reminded of it. */
const SOON = 3;
/** Working days after the end from which on its silence is late: first for the hub, then for administrators too. */
const LATE = 5;
const LATER = 10;

/** The events of the stages; `stage` tells the two late ones apart. */
export const END_EVENTS = {
  soon: { kind: 'experiment-ends-soon', data: {} },
  ended: { kind: 'experiment-ended', data: {} },
  late: { kind: 'experiment-late', data: { stage: 1 } },
  later: { kind: 'experiment-late', data: { stage: 2 } },
} as const satisfies Record<EndStage, { kind: EventKind; data: { stage?: number } }>;

/** The kinds of those events. */
export const END_EVENT_KINDS: readonly EventKind[] = [...new Set(Object.values(END_EVENTS).map(({ kind }) => kind))];

/**
 * What is to be said about an end (`2026-03-31`), and when. One that starts within the last days before its end is not said to end soon:
 * who started it has just read the date.
 */
export function endStages(endsOn: string, startedAt: Date | null, calendar: WorkingCalendar): Stage<EndStage>[] {
  const end = endOfDay(endsOn, calendar.timeZone);
  const soon = subtractWorkingDays(end, SOON, calendar);
  return [
    ...(startedAt !== null && soon <= startedAt ? [] : [{ key: 'soon' as const, at: soon }]),
    // The day itself still belongs to the experiment.
    { key: 'ended', at: new Date(end.getTime() + 1) },
    { key: 'late', at: addWorkingDays(end, LATE, calendar) },
    { key: 'later', at: addWorkingDays(end, LATER, calendar) },
  ];
}

/** The stage that an event said; null for an event that says none. */
export function stageSaid(event: { readonly kind: EventKind; readonly data: Readonly<Record<string, unknown>> }): EndStage | null {
  const stages = Object.entries(END_EVENTS) as [EndStage, { kind: EventKind; data: { stage?: number } }][];
  return stages.find(([, { kind, data }]) => kind === event.kind && data.stage === event.data['stage'])?.[0] ?? null;
}
