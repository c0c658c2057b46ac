import { expect } from '@playwright/test';
import { ideaThat, isAsked } from './reach.js';
import { at, home, part, submitButton, type Screen } from './screen.js';

/** Ideas: found, submitted, read and written on. */
export const IDEA_SCREENS: readonly Screen[] = [
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
  { name: 'idea with an experiment that runs', who: 'tomek', show: ideaThat('pilot', (it) => !isAsked(it)) },
  { name: 'idea with a decision that waits', who: 'irena', show: ideaThat('pilot', isAsked) },
  {
    name: 'writing a text of an idea',
    who: 'tomek',
    show: ideaThat(
      'pilot',
      (it) => !isAsked(it),
      (page) => part(page, 'fields').getByRole('button').first().click(),
    ),
  },
  {
    name: 'naming somebody in a comment',
    who: 'maja',
    show: ideaThat('submitted', undefined, async (page) => {
      await part(page, 'comments').getByRole('textbox').fill('@');
      await part(page, 'comments').getByRole('textbox').press('T');
      await expect(page.getByRole('option').first()).toBeVisible();
    }),
  },
  {
    name: 'comments: one being changed, one asked about, one taken away',
    who: 'tomek',
    show: ideaThat('submitted', undefined, async (page) => {
      const comments = part(page, 'comments');
      const said = comments.getByRole('listitem');
      for (const text of ['Two of us could help.', 'There is a key at the desk.', 'Not this week.']) {
        await comments.getByRole('textbox').fill(text);
        await comments.getByRole('textbox').press('Control+Enter');
        await expect(said.last()).toContainText(text);
        // It may be shown by the live stream before it is answered, and until then no other is sent.
        await expect(comments.getByRole('textbox')).toHaveValue('');
      }
      const [first, second, third] = [-3, -2, -1];
      const [pen, bin] = [0, 1];
      await said.nth(third).getByRole('button').nth(bin).click();
      await said.nth(third).getByRole('button').first().click();
      await expect(said.nth(third).getByRole('button')).toHaveCount(0);
      await said.nth(second).getByRole('button').nth(bin).click();
      await said.nth(first).getByRole('button').nth(pen).click();
      await expect(said.nth(first).getByRole('textbox')).toBeVisible();
    }),
  },
  {
    name: 'attachments: some there, one that stays out, one asked about',
    who: 'maja',
    show: async (page, person) => {
      // A drawing that can run is refused.
      person.watch.expects(422, /\/attachments$/);
      await ideaThat('submitted', undefined, async () => {
        const files = part(page, 'attachments');
        const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
        await files.locator('input[type="file"]').setInputFiles([file('a-plan.txt', 'A plan.'), file('a-drawing.svg', '<svg/>')]);
        await expect(files.getByRole('alert')).toBeVisible();
        await expect(files.getByRole('progressbar')).toHaveCount(0);
        const plan = files.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'a-plan.txt' }) });
        await plan.first().getByRole('button').click();
        await expect(files.getByRole('alert')).toHaveCount(2);
      })(page, person);
    },
  },
  { name: 'idea that was stopped', who: 'maja', show: ideaThat('stopped') },
];
