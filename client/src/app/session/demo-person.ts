import type { AboutView } from '#contracts';

/** A person of the demo who can be signed in with one click. */
export type DemoPerson = NonNullable<AboutView['demo']>['people'][number];
