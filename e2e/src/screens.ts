import { expect, type Page, test } from '@playwright/test';
import type { IdeaCard, IdeaPage } from '#contracts';
import type { CastName, Manner, Person, Visitor } from './actors.js';
import type { World } from './world.js';

/** A screen of Polku in a certain state, reached without reading a word, so that it can be looked at in every language. */
export interface Screen {
  readonly name: string;
  /** Whose browser shows it; null: somebody who is not signed in. */
  readonly who: CastName | null;
  readonly show: (page: Page, person: Person | Visitor) => Promise<unknown>;
}

const home = '/aleksandrow';
const at = (path: string) => (page: Page) => page.goto(home + path);
const main = (page: Page) => page.getByRole('main');
/** A part of the page of an idea, by the fragment that leads to it. */
const part = (page: Page, fragment: string) => page.locator(`section[aria-labelledby="${fragment}"]`);
const submitButton = (page: Page) => main(page).locator('button[type="submit"]');
const csv = (...lines: readonly string[]) => ({ name: 'ideas.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });

/** Ideas of the demo story, by what is to be seen on them, and what to do on their page. */
const ideaThat = (
  step: string,
  fits: (idea: IdeaCard) => boolean = () => true,
  act: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Screen['show'] => {
  return async (page, person) => {
    const { items } = await (person as Person).sends<IdeaPage>('get', `/ideas?step=${step}&limit=100`);
    const idea = items.find(fits);
    if (!idea) throw new Error(`The demo story has no such idea on ${step}.`);
    await page.goto(`${home}/ideas/${idea.number}`);
    await part(page, 'history').waitFor();
    await act(page);
  };
};

/** Opens the menu of moves of the first card, and takes one by its place. */
const move = (place: number) => async (page: Page) => {
  await page.goto(`${home}/board`);
  await main(page).getByRole('region').first().getByRole('listitem').first().locator('button[aria-haspopup="menu"]').click();
  const items = page.getByRole('menuitem');
  await items.first().waitFor();
  if (place > 0) await items.nth(place).click();
};

/** All screens, and what can be opened on them. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign in', who: null, show: (page) => page.goto('/sign-in') },
  {
    name: 'sign in, nothing typed',
    who: null,
    show: async (page) => {
      await page.goto('/sign-in');
      await page.locator('button[type="submit"]').click();
      await expect(page.locator('[aria-invalid]')).toHaveCount(2);
    },
  },
  { name: 'nothing here', who: 'maja', show: at('/no/such/page') },
  { name: 'nothing here, within an organisation', who: 'maja', show: at('/nowhere/at/all') },
  { name: 'board', who: 'hanna', show: at('/board') },
  {
    name: 'board with an idea beside it',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await main(page).getByRole('region').first().getByRole('listitem').first().getByRole('link').click();
      await expect(page).toHaveURL(/peek=/);
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    },
  },
  {
    name: 'board with a card in the hand',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await main(page).getByRole('region').first().getByRole('listitem').first().getByRole('link').focus();
      await page.keyboard.press('Space');
    },
  },
  { name: 'moves of a card', who: 'hanna', show: move(0) },
  { name: 'parking a card', who: 'hanna', show: move(2) },
  { name: 'stopping a card', who: 'hanna', show: move(3) },
  { name: 'a move that is refused', who: 'hanna', show: move(4) },
  { name: 'ideas', who: 'tomek', show: at('/ideas') },
  { name: 'ideas, none found', who: 'tomek', show: at('/ideas?q=zzzzzz') },
  { name: 'submit', who: 'maja', show: at('/ideas/new') },
  {
    name: 'submit, nothing written',
    who: 'maja',
    show: async (page) => {
      await page.goto(`${home}/ideas/new`);
      await submitButton(page).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'idea, submitted', who: 'hanna', show: ideaThat('submitted') },
  { name: 'idea with an experiment that runs', who: 'tomek', show: ideaThat('pilot', ({ marks }) => !marks.some(isAsked)) },
  { name: 'idea with a decision that waits', who: 'irena', show: ideaThat('pilot', ({ marks }) => marks.some(isAsked)) },
  {
    name: 'writing a text of an idea',
    who: 'tomek',
    show: ideaThat(
      'pilot',
      ({ marks }) => !marks.some(isAsked),
      (page) => part(page, 'fields').getByRole('button').first().click(),
    ),
  },
  {
    name: 'planning an experiment',
    who: 'hanna',
    show: ideaThat(
      'explore-set-up',
      () => true,
      (page) => part(page, 'experiments').getByRole('button').first().click(),
    ),
  },
  {
    name: 'measuring',
    who: 'tomek',
    show: ideaThat(
      'pilot',
      ({ marks }) => !marks.some(isAsked),
      (page) => part(page, 'experiments').getByRole('button').first().click(),
    ),
  },
  {
    name: 'asking for a decision',
    who: 'hanna',
    show: ideaThat(
      'explore-idea',
      ({ marks }) => !marks.some(isAsked),
      async (page) => {
        await part(page, 'next-title').getByRole('button').first().click();
        await page.getByRole('dialog').waitFor();
      },
    ),
  },
  { name: 'idea with a rollout', who: 'hanna', show: ideaThat('scale') },
  {
    name: 'planning a rollout',
    who: 'hanna',
    show: ideaThat(
      'scale',
      () => true,
      (page) => part(page, 'rollout').getByRole('button').last().click(),
    ),
  },
  { name: 'idea in use', who: 'maja', show: ideaThat('in-use') },
  { name: 'idea that was stopped', who: 'maja', show: ideaThat('stopped') },
  { name: 'decisions', who: 'oskar', show: at('/decisions') },
  {
    name: 'deciding',
    who: 'oskar',
    show: async (page) => {
      await page.goto(`${home}/decisions`);
      await main(page).getByRole('listitem').getByRole('button').first().click();
      await main(page).getByRole('radio').last().check();
      await submitButton(page).click();
    },
  },
  { name: 'import', who: 'hanna', show: at('/import') },
  {
    name: 'import, columns',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/import`);
      await page.locator('input[type="file"]').setInputFiles(csv('id,title,need', 'X-1,A title,A need'));
      await page.getByRole('combobox').first().waitFor();
    },
  },
  {
    name: 'import, what is wrong',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/import`);
      await page.locator('input[type="file"]').setInputFiles(csv('id,title,need,language', 'X-1,,A need,xx', 'X-1,A title,,en'));
      // The first rows of the file, and what is wrong.
      await expect(page.getByRole('table')).toHaveCount(2);
    },
  },
  {
    name: 'import, fields without a column',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/import`);
      await page.locator('input[type="file"]').setInputFiles(csv('id,opinion', 'X-1,It rains'));
      await expect(page.locator('[aria-invalid]')).toHaveCount(2);
    },
  },
  {
    name: 'import, no CSV file',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/import`);
      await page.locator('input[type="file"]').setInputFiles({ name: 'ideas.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'notifications', who: 'maja', show: at('/notifications') },
  {
    name: 'bell',
    who: 'maja',
    show: async (page) => {
      await page.goto(`${home}/ideas`);
      await page.getByRole('banner').locator('button[aria-haspopup="dialog"]').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'menu of the person',
    who: 'maja',
    show: async (page) => {
      await page.goto(`${home}/ideas`);
      await page.getByRole('banner').locator('button[aria-haspopup="menu"]').click();
      await page.getByRole('menu').waitFor();
    },
  },
];

function isAsked({ kind }: IdeaCard['marks'][number]): boolean {
  return kind === 'decision-asked';
}

/** Everybody whose screens there are. */
export const VIEWERS = [...new Set(SCREENS.map(({ who }) => who))];

/** Shows somebody all their screens, one after the other. */
export async function visitAll(
  world: World,
  who: CastName | null,
  manner: Manner,
  look: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  const person = who === null ? await world.visitor(manner) : await world.person(who, manner);
  for (const screen of SCREENS.filter((it) => it.who === who)) {
    await test.step(screen.name, async () => {
      await screen.show(person.page, person);
      await settle(person.page);
      await look(person.page, screen);
    });
  }
}

/** Waits until a page has shown what it has to show: its heading, its data, its fonts, and no movement any more. */
async function settle(page: Page): Promise<void> {
  // Behind an open dialog headings are there, but not for everybody.
  await expect(page.locator('h1').first()).toBeAttached();
  await page.waitForFunction(() => {
    const isInSight = (element: Element): boolean => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    };
    const waits = [...document.querySelectorAll('polku-skeleton')].some(isInSight);
    const moves = document.getAnimations().some((it) => it.playState === 'running' && it.effect?.getComputedTiming().endTime !== Infinity);
    return !waits && !moves && document.fonts.status === 'loaded';
  });
}
