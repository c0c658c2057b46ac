import type { EventKind } from '#contracts';
import type { Stage } from '../../platform/timers/index.js';
import { addWorkingDays, subtractWorkingDays, type WorkingCalendar } from '../pathways/index.js';

/** What is said around the deadline of a decision, in this order; each is the kind of its event. */
export const WATCH_STAGES = ['decision-due-soon', 'decision-overdue', 'decision-escalated'] as const satisfies readonly EventKind[];
export type WatchStage = (typeof WATCH_STAGES)[number];

/** Working days before the deadline on which the decider is reminded. */
const REMINDED = 2;
/** Working days after the deadline at whose end it is taken to whom the decider answers. */
const ESCALATED = 2;

/**
 * What is to be said about a deadline, and when. One that was asked for within the last days before its deadline is not said to be due
 * soon: the decider has just read the date.
 */
export function watchStages(decision: { readonly askedAt: Date; readonly deadline: Date }, calendar: WorkingCalendar): Stage<WatchStage>[] {
  const { askedAt, deadline } = decision;
  const soon = subtractWorkingDays(deadline, REMINDED, calendar);
  return [
    ...(soon <= askedAt ? [] : [{ key: 'decision-due-soon' as const, at: soon }]),
    // The last moment still keeps the promise.
    { key: 'decision-overdue', at: new Date(deadline.getTime() + 1) },
    { key: 'decision-escalated', at: addWorkingDays(deadline, ESCALATED, calendar) },
  ];
}
