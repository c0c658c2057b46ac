import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardView, IdeaPage } from '#contracts';
import type { Person } from '../actors.js';
import { expect, test } from '../world.js';

const fixture = (name: string): string => join(import.meta.dirname, '..', 'fixtures', name);

/** A file that exists only in a journey. */
const csv = (name: string, ...lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });

/** The smallest picture: one dot. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** How many ideas are on the path or beside it. */
async function totalOf(person: Person): Promise<number> {
  const board = await person.sends<BoardView>('get', '/boards/helsingborg?limit=1');
  return [...board.columns, ...board.aside].reduce((sum, { total }) => sum + total, 0);
}

async function find(person: Person, words: string): Promise<readonly string[]> {
  const { items } = await person.sends<IdeaPage>('get', `/ideas?q=${encodeURIComponent(words)}`);
  return items.map(({ title }) => title);
}

test.describe('Importing ideas', () => {
  test('Hanna maps the columns, watches, and a second import updates instead of adding', async ({ world }) => {
    const hanna = await world.person('hanna');
    const tomek = await world.person('tomek');
    const page = hanna.importPage;
    const before = await totalOf(hanna);
    await tomek.board.open();

    await hanna.board.open();
    await hanna.shell.goTo('Import');
    await page.file.setInputFiles(fixture('pomysly.csv'));
    await expect(page.column('Title')).toHaveValue('tytuł');
    await expect(page.column('Number in the source')).toHaveValue('numer');
    await expect(page.column('Proposal')).toHaveValue('opis');
    await expect(page.column('For whom')).toHaveValue('dla kogo');
    await expect(page.column('Tags')).toHaveValue('kategorie');
    await page.column('Need').selectOption('po co');
    await expect(hanna.page.getByText('You changed the columns: read the file again before you start.')).toBeVisible();
    await page.readAgain.click();
    await expect(hanna.page.getByText('30 rows are ready.')).toBeVisible();
    await expect(hanna.page.getByText('30 new ideas, none updated')).toBeVisible();

    await page.start.click();
    await expect(page.done).toBeVisible();
    await expect(hanna.page.getByText('30 new ideas, none updated.')).toBeVisible();
    expect(await totalOf(hanna)).toBe(before + 30);
    expect(await find(hanna, 'źródełko')).toEqual(['Źródełko przy placu zabaw']);
    // Another browser shows them without being asked.
    await tomek.board.shows('Ławka w połowie drogi na Żurawią Górę', 'Submitted');

    // The import can be left and found again.
    await hanna.page.reload();
    await expect(page.done).toBeVisible();
    await hanna.page.getByRole('link', { name: 'Go to the board' }).click();
    await hanna.board.shows('Świetlica otwarta w sobotę', 'Submitted');

    await page.open();
    const second = csv(
      'pomysly-2.csv',
      'numer,tytuł,po co',
      'AL-002,Źródełko przy szkole,W upały dzieci chcą pić',
      'AL-031,Zegar na wieży,Stoi od zimy',
    );
    await page.file.setInputFiles(second);
    await page.column('Need').selectOption('po co');
    await page.readAgain.click();
    await expect(hanna.page.getByText('one new idea, one updated').or(hanna.page.getByText('1 new idea, 1 updated'))).toBeVisible();
    await page.start.click();
    await expect(page.done).toBeVisible();
    expect(await totalOf(hanna)).toBe(before + 31);
    expect(await find(hanna, 'źródełko')).toEqual(['Źródełko przy szkole']);
  });

  test('a file with semicolons is recognised, and read when one says so', async ({ world }) => {
    const hanna = await world.person('hanna');
    hanna.watch.expects(422);
    await hanna.importPage.open();
    await hanna.importPage.file.setInputFiles(fixture('semicolons.csv'));
    await expect(hanna.page.getByText('It looks as if the columns are separated by semicolons.')).toBeVisible();
    await hanna.page.getByRole('button', { name: 'Read it with semicolons' }).click();
    await expect(hanna.page.getByText('2 rows are ready.')).toBeVisible();
  });

  test('what is wrong is named by row and column, and nothing is imported', async ({ world }) => {
    const hanna = await world.person('hanna');
    hanna.watch.expects(422);
    const page = hanna.importPage;
    const before = await totalOf(hanna);
    await page.open();
    await page.file.setInputFiles(
      csv(
        'wrong.csv',
        'id,title,need,language',
        `B-1,${'A very long title '.repeat(20)},It is too long,en`,
        'B-2,,The title is missing,en',
        'B-3,A title,The language is not one of ours,klingon',
        'B-3,Another title,The number was there before,en',
      ),
    );
    await expect(page.fault(2, 'title', 'This is too long')).toBeVisible();
    await expect(page.fault(3, 'title', 'This is needed')).toBeVisible();
    await expect(page.fault(4, 'language', 'This is not one of the languages')).toBeVisible();
    await expect(page.fault(5, 'id', 'This occurs more than once')).toBeVisible();
    await expect(page.start).toBeHidden();

    await page.file.setInputFiles(csv('cells.csv', 'title,need', 'A title,A need', 'A title,A need,one cell too many'));
    await expect(page.faults.getByRole('row').filter({ hasText: 'This row has another number of columns than the first' })).toContainText(
      '3',
    );
    await page.file.setInputFiles(csv('no-title.csv', 'id,opinion', 'C-1,It rains'));
    await expect(hanna.page.getByText('No column fills the fields Title and Need, which every idea needs.')).toBeVisible();
    await expect(page.sample.getByRole('cell', { name: 'It rains' })).toBeVisible();
    await expect(page.start).toBeHidden();
    await page.file.setInputFiles({ name: 'picture.csv', mimeType: 'text/csv', buffer: picture });
    await expect(hanna.page.getByRole('heading', { name: 'This is no CSV file' })).toBeVisible();
    await expect(page.start).toBeHidden();
    await page.file.setInputFiles(csv('empty.csv', 'title,need'));
    await expect(page.faults.getByRole('row').filter({ hasText: 'The file has no rows' })).toBeVisible();
    expect(await totalOf(hanna)).toBe(before);
  });

  test('an employee has no way to import', async ({ world }) => {
    const maja = await world.person('maja');
    await maja.page.goto('/aleksandrow/import');
    await expect(maja.board.heading).toBeVisible();
    await expect(maja.page.getByRole('link', { name: 'Import', exact: true })).toBeHidden();
  });

  test('the real proposals of Warsaw come in once, also when they come twice', async ({ world }) => {
    const folder = process.env['POLKU_TRY_DATA'];
    test.skip(!folder, 'POLKU_TRY_DATA names no folder');
    test.setTimeout(300_000);
    const file = join(folder ?? '', 'warszawa-2025.csv');
    expect(existsSync(file), file).toBe(true);
    const elin = await world.person('elin');
    const before = await totalOf(elin);
    const importAll = async (result: string): Promise<void> => {
      await elin.importPage.open();
      await elin.importPage.file.setInputFiles(file);
      await expect(elin.page.getByText('1,097 rows are ready.')).toBeVisible({ timeout: 60_000 });
      await elin.importPage.start.click();
      await expect(elin.importPage.done).toBeVisible({ timeout: 90_000 });
      await expect(elin.page.getByText(result)).toBeVisible();
    };
    await importAll('1,097 new ideas, none updated.');
    expect(await totalOf(elin)).toBe(before + 1_097);
    await importAll('No new ideas, 1,097 updated.');
    expect(await totalOf(elin)).toBe(before + 1_097);

    await elin.ideas.open('?q=Zielone Bemowo');
    await expect(elin.ideas.idea('Zielone Bemowo- 100 drzew i krzewów oraz kwiaty')).toBeVisible();
    await elin.board.open();
    await expect(elin.board.column('Submitted')).toBeVisible();
  });
});
