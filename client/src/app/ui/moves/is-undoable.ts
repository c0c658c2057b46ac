import type { AvailableTransition } from '#contracts';

/** Whether a move can be taken back: it leaves no lesson, and goes into no other idea. */
export const isUndoable = ({ asks }: Pick<AvailableTransition, 'asks'>): boolean => !asks.includes('lesson') && !asks.includes('into');
