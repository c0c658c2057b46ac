import { expect, type Page, test } from '@playwright/test';
import type { DecisionPage, EffectPage, ExperimentPage, ExperimentView, IdeaCard, IdeaPage } from '#contracts';
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
const rolloutMoves = (page: Page) => part(page, 'rollout').locator('.actions button');
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

/** An experiment of the demo story on the step of pilots, and what to do on its page. */
function experimentThat(
  fits: (experiment: ExperimentView) => boolean,
  act: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Screen['show'] {
  return async (page, person) => {
    const sends = <Answer>(path: string) => (person as Person).sends<Answer>('get', path);
    const { items: ideas } = await sends<IdeaPage>('/ideas?step=pilot&limit=100');
    const pages = await Promise.all(ideas.map(({ number }) => sends<ExperimentPage>(`/ideas/${number}/experiments`)));
    const experiment = pages.flatMap(({ items }) => items).find(fits);
    if (!experiment) throw new Error('The demo story has no such experiment.');
    await page.goto(`${home}/experiments/${experiment.id}`);
    await part(page, 'next-title').waitFor();
    await act(page);
  };
}

function isRunning({ state }: ExperimentView): boolean {
  return state === 'running';
}

/** An experiment that is still planned: the demo story has none, so that the first who looks plans it. */
function plannedExperiment(act: (page: Page) => Promise<unknown> = () => Promise.resolve()): Screen['show'] {
  return async (page, person) => {
    const { items } = await (person as Person).sends<IdeaPage>('get', '/ideas?step=explore-idea&limit=100');
    const idea = items[0];
    if (!idea) throw new Error('The demo story has no idea that is being explored.');
    const address = `/ideas/${idea.number}/experiments`;
    const { items: there } = await (person as Person).sends<ExperimentPage>('get', address);
    const planned = there.find(({ state }) => state === 'planned');
    const { id } = planned ?? (await (person as Person).sends<ExperimentView>('post', address, { title: 'Does it work?' }));
    await page.goto(`${home}/experiments/${id}`);
    await part(page, 'plan').waitFor();
    await act(page);
  };
}

/** The first decision that the server lists under these conditions, and what to do on its page. */
function decisionThat(
  conditions: Readonly<Record<string, string | boolean>>,
  act: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Screen['show'] {
  return async (page, person) => {
    const query = new URLSearchParams(Object.entries(conditions).map(([name, value]) => [name, String(value)])).toString();
    const { items } = await (person as Person).sends<DecisionPage>('get', `/decisions?${query}`);
    const [decision] = items;
    if (!decision) throw new Error(`The demo story has no decision with ${query}.`);
    await page.goto(`${home}/decisions/${decision.id}`);
    await part(page, 'evidence').waitFor();
    await act(page);
  };
}

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
  { name: 'experiment that runs', who: 'tomek', show: experimentThat(isRunning) },
  { name: 'experiment that runs, for a manager', who: 'irena', show: experimentThat(isRunning) },
  { name: 'experiment that is concluded', who: 'irena', show: experimentThat((it) => it.state === 'concluded') },
  {
    name: 'numbers of an experiment as a table',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'chart').locator('summary').click()),
  },
  {
    name: 'measuring, nothing written',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => submitButton(page).first().click()),
  },
  {
    name: 'correcting a measurement',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'measurements').getByRole('table').getByRole('button').first().click()),
  },
  {
    name: 'many measurements, what is wrong',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'measurements').getByRole('button').last().click();
      await page.locator('#import-text').fill('on;successes;total\n2026-03-02;21;20\nyesterday;x;20');
      await page.locator('polku-import-form table').waitFor();
    }),
  },
  {
    name: 'an observation',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'observations').getByRole('button').last().click()),
  },
  {
    name: 'somebody involved',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'engagements').getByRole('button').last().click()),
  },
  {
    name: 'amending a test card',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'card').getByRole('button').last().click();
      await submitButton(page).last().click();
    }),
  },
  {
    name: 'stopping an experiment',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'next-title').getByRole('button').last().click();
      await submitButton(page).first().click();
    }),
  },
  { name: 'experiment that is planned', who: 'hanna', show: plannedExperiment() },
  {
    name: 'experiment that is planned, all explained',
    who: 'hanna',
    show: plannedExperiment(async (page) => {
      await page.locator('#card-personalData input').first().check();
      for (const summary of await main(page).locator('details > summary').all()) await summary.click();
    }),
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
      (page) => rolloutMoves(page).nth(1).click(),
    ),
  },
  {
    name: 'adding a milestone',
    who: 'hanna',
    show: ideaThat(
      'scale',
      () => true,
      (page) => part(page, 'rollout').locator('polku-milestone-list > button').click(),
    ),
  },
  {
    name: 'withdrawing a rollout',
    who: 'hanna',
    show: ideaThat(
      'scale',
      () => true,
      async (page) => {
        await rolloutMoves(page).last().click();
        await part(page, 'rollout').locator('button[type="submit"]').click();
      },
    ),
  },
  { name: 'idea in use', who: 'maja', show: ideaThat('in-use') },
  {
    name: 'following a rollout up',
    who: 'maja',
    show: async (page, person) => {
      // Journeys before this one may have followed others up.
      const { items } = await (person as Person).sends<EffectPage>('get', '/effects?state=in-use&limit=100');
      const effect = items.find(({ owner }) => owner?.name === 'Maja');
      if (!effect) throw new Error('The demo story has no rollout in use for which Maja answers.');
      await page.goto(`${home}/ideas/${effect.idea.number}`);
      await rolloutMoves(page).first().click();
      await part(page, 'rollout').locator('input[inputmode="decimal"]').fill('70');
    },
  },
  { name: 'idea that was stopped', who: 'maja', show: ideaThat('stopped') },
  { name: 'decisions', who: 'oskar', show: at('/decisions') },
  { name: 'decisions, none waits', who: 'maja', show: at('/decisions') },
  { name: 'log of decisions', who: 'oskar', show: at('/decisions?view=log') },
  { name: 'log of decisions, none fits', who: 'oskar', show: at('/decisions?view=log&q=zzzzzz') },
  { name: 'away', who: 'oskar', show: at('/decisions?view=away') },
  {
    name: 'announcing an absence',
    who: 'oskar',
    show: async (page) => {
      await page.goto(`${home}/decisions?view=away`);
      await main(page).locator('section button').first().click();
      await submitButton(page).click();
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1);
    },
  },
  { name: 'a decision that waits', who: 'oskar', show: decisionThat({ mine: true }) },
  { name: 'a decision to scale up, with its experiment', who: 'irena', show: decisionThat({ kind: 'scale-up' }) },
  { name: 'a decision that was made', who: 'maja', show: decisionThat({ outcome: 'yes' }) },
  {
    name: 'deciding',
    who: 'oskar',
    show: decisionThat({ mine: true }, async (page) => {
      await part(page, 'decide').getByRole('button').first().click();
      await part(page, 'decide').getByRole('radio').last().check();
      await submitButton(page).click();
    }),
  },
  {
    name: 'handing a decision over',
    who: 'oskar',
    show: decisionThat({ mine: true }, async (page) => {
      await part(page, 'hand-over').getByRole('button').first().click();
      await submitButton(page).click();
    }),
  },
  {
    name: 'no such decision',
    who: 'oskar',
    show: async (page, person) => {
      person.watch.expects(404, /\/decisions\/[^/]+$/);
      await page.goto(`${home}/decisions/01900000-0000-7000-8000-000000000000`);
    },
  },
  { name: 'lessons', who: 'maja', show: at('/lessons') },
  { name: 'lessons, none found', who: 'maja', show: at('/lessons?q=zzzzzz') },
  { name: 'effects', who: 'oskar', show: at('/effects') },
  { name: 'effects, none in this state', who: 'oskar', show: at('/effects?state=withdrawn') },
  {
    name: 'pages that have no room at the foot of a phone',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/effects`);
      const more = page.getByRole('navigation').locator('button[aria-haspopup="menu"]');
      // On a wide screen all pages are in sight, and there is no such menu.
      if (await more.isVisible()) await more.click();
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
  // What moves is half seen through for a moment, and no colour then is the one that is meant.
  const calmly: Manner = { ...manner, still: true };
  const person = who === null ? await world.visitor(calmly) : await world.person(who, calmly);
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
