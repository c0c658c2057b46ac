import { inject } from '@angular/core';
import { Router, type CanActivateFn, type UrlTree } from '@angular/router';
import { Session } from './session';

const toSignIn = (router: Router, back: string): UrlTree =>
  router.createUrlTree(['/sign-in'], back && back !== '/' ? { queryParams: { return: back } } : {});

/** `/`: the board of the person's first organisation. */
export const toFirstBoard: CanActivateFn = async () => {
  const router = inject(Router);
  const session = inject(Session);
  const me = await session.known();
  if (!me) return toSignIn(router, '');
  const first = me.organisations[0];
  return router.createUrlTree(first ? ['/', first.slug, 'board'] : ['/nothing-here']);
};

/** Pages of an organisation are for its members; whoever is not signed in signs in first, and comes back. */
export const memberOf: CanActivateFn = async (route, state) => {
  const router = inject(Router);
  const session = inject(Session);
  const me = await session.known();
  if (!me) return toSignIn(router, state.url);
  if (!session.enter(route.paramMap.get('organisation') ?? '')) return router.createUrlTree(['/nothing-here']);
  return !session.isGuest() || router.createUrlTree(['/guest']);
};

/** Pages for the hub and administrators. */
export const hubOnly: CanActivateFn = () => {
  const session = inject(Session);
  return session.isHub() || inject(Router).createUrlTree(['/', session.organisation(), 'board']);
};
