import { expect } from '@playwright/test';
import { at, home, type Screen } from './screen.js';

const csv = (...lines: readonly string[]) => ({ name: 'ideas.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });

/** Ideas that come from a file. */
export const IMPORT_SCREENS: readonly Screen[] = [
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
];
