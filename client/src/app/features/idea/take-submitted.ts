import type { Location } from '@angular/common';

/**
 * Whether the page was come to by submitting the idea. The entry of the history forgets it by that, and nothing else: it would say so
 * after each reload, and each time somebody comes back.
 */
export const takeSubmitted = (location: Location): boolean => {
  const state: unknown = location.getState();
  if (typeof state !== 'object' || state === null || !('submitted' in state)) return false;
  const { submitted: _, ...others } = state;
  location.replaceState(location.path(true), '', others);
  return true;
};
