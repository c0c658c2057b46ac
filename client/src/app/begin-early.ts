import { DOCUMENT, inject } from '@angular/core';
import { Session } from './session/session';

/**
 * Asks for what the first page will need side by side with each other, not one after the other as the router comes to them: who is signed
 * in, the shell, and the board. What fails here is asked for again where it is needed, which then says so.
 */
export const beginEarly = (): void => {
  const [, organisation = '', page = ''] = inject(DOCUMENT).location.pathname.split('/');
  if (NOT_OF_AN_ORGANISATION.has(organisation)) return;
  const parts: Promise<unknown>[] = [inject(Session).known(), import('./shell/shell')];
  if (organisation === '' || page === '' || page === 'board') parts.push(import('./features/board/board-page'));
  void Promise.allSettled(parts);
};

const NOT_OF_AN_ORGANISATION: ReadonlySet<string> = new Set(['sign-in', 'nothing-here', 'guest', 'no-answer']);
