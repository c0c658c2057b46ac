import { DestroyRef, effect, inject, untracked } from '@angular/core';
import { PRESENCE } from '#contracts/constants';
import { v4 as uuid } from 'uuid';
import { PresenceApi } from '../api/presence-api';
import { Session } from '../session/session';
import { Presence } from './presence';

/** Who only passes is not there yet, in milliseconds. */
const DWELL = 500;
let tab: string | undefined;

/** Says to the server that this tab shows an idea, for as long as the tab can be seen; 0 is no idea. In an injection context. */
export const lookAt = (idea: () => number): void => {
  const session = inject(Session);
  const api = inject(PresenceApi);
  const presence = inject(Presence);
  let begin: (() => () => void) | undefined;
  let stop: (() => void) | undefined;
  const lookOrStop = (): void => {
    stop?.();
    stop = document.visibilityState === 'visible' ? begin?.() : undefined;
  };

  const beginAt = (organisation: string, number: number) => (): (() => void) => {
    const own = (tab ??= uuid());
    let said: Promise<unknown> | undefined;
    let isSaying = false;
    const leave = (): void => void api.leave(organisation, number, own).catch(() => undefined);
    const say = (): void => {
      isSaying = true;
      said = api
        .look(organisation, number, own)
        .then((others) => presence.hear({ whole: false, ideas: [{ number, ...others }] }))
        // Whoever cannot be told that we look goes on without knowing.
        .catch(() => undefined)
        .finally(() => (isSaying = false));
    };
    const first = setTimeout(say, DWELL);
    const timer = setInterval(say, PRESENCE.beat);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      // What is on its way must not arrive after the farewell.
      if (isSaying) void said?.then(leave);
      else if (said) leave();
    };
  };

  effect(() => {
    const [organisation, number, isShown] = [session.organisation(), idea(), session.me()?.showsPresence];
    begin = organisation && number > 0 && isShown ? beginAt(organisation, number) : undefined;
    untracked(lookOrStop);
  });
  document.addEventListener('visibilitychange', lookOrStop);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', lookOrStop);
    stop?.();
  });
};
