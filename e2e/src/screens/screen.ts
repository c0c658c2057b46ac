import type { Page } from '@playwright/test';
import type { CastName, Person, Visitor } from '../actors.js';

/** A screen of Polku in a certain state, reached without reading a word, so that it can be looked at in every language. */
export interface Screen {
  readonly name: string;
  /** Whose browser shows it; null: somebody who is not signed in. */
  readonly who: CastName | null;
  readonly show: (page: Page, person: Person | Visitor) => Promise<unknown>;
}

/** What is done on a page once it is there. */
export type Act = (page: Page) => Promise<unknown>;

export const home = '/aleksandrow';
export const at = (path: string) => (page: Page) => page.goto(home + path);
export const main = (page: Page) => page.getByRole('main');
/** A part of a page, by the fragment that leads to it. */
export const part = (page: Page, fragment: string) => page.locator(`section[aria-labelledby="${fragment}"]`);
export const submitButton = (page: Page) => main(page).locator('button[type="submit"]');
/** Nothing is done: the page is looked at as it comes. */
export const nothing: Act = () => Promise.resolve();
