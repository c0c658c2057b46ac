import type { EventKind } from '#contracts';

const panelKinds: readonly EventKind[] = ['scorecard-given', 'panel-stepped-out', 'scorecards-in'];

/** Whether what happened may change what is shown of decisions. */
export const isAboutDecisions = (kind: EventKind): boolean => kind.startsWith('decision-') || panelKinds.includes(kind);
