import { expect, test } from '../world.js';

const NEED = 'People tell us so at the counter every week.';

test('several ideas are tagged and moved at once, by keyboard and mouse; one that refuses says why; all are taken back as one', async ({
  world,
}) => {
  const hanna = await world.person('hanna');
  const { page, board, ideas } = hanna;
  const titles = ['A gentle ramp at the back door', 'A lower counter', 'A sign in large letters'] as const;
  for (const title of titles) await hanna.hasSubmitted({ title, need: NEED });
  const later = 'A handrail that is further already';
  await hanna.hasSubmitted({ title: later, need: NEED });
  await board.open();
  await board.drag(later, 'Explore idea');
  await board.shows(later, 'Explore idea');

  await test.step('selected by key, and by a click from then on', async () => {
    await board.card(titles[0]).focus();
    await page.keyboard.press('x');
    await expect(board.bulk).toContainText('1 selected');
    await board.selectable(titles[1]).click();
    await board.selectable(titles[2]).click();
    await expect(board.bulk).toContainText('3 selected');
    await expect(board.selectable(titles[0])).toBeChecked();
  });

  await test.step('tagged at once', async () => {
    await board.bulk.getByRole('button', { name: 'Tags' }).click();
    await page.getByRole('textbox', { name: 'New tag' }).fill('way-in');
    await page.keyboard.press('Enter');
    await expect(page.getByText('3 ideas tagged')).toBeVisible();
    await page.goto('/aleksandrow/board?tag=way-in');
    for (const title of titles) await expect(board.card(title)).toBeVisible();
    await board.open();
  });

  await test.step('moved at once, but for the one that has no such move', async () => {
    await board.card(later).click({ modifiers: ['Control'] });
    for (const title of titles) await board.selectable(title).click();
    await board.bulk.getByRole('button', { name: 'Move' }).click();
    await page.getByRole('menuitem', { name: 'Explore the idea 3 of 4' }).click();
    const results = page.getByRole('dialog', { name: 'Not all were changed' });
    await expect(results).toContainText('3 ideas were changed');
    await expect(results).toContainText(later);
    await results.getByRole('button', { name: 'Close' }).click();
    await expect(board.bulk).toContainText('1 selected');
    for (const title of titles) await expect(board.column('Explore idea')).toContainText(title);
  });

  await test.step('and taken back as one', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    for (const title of titles) await expect(board.column('Submitted')).toContainText(title);
    await board.bulk.getByRole('button', { name: 'Done' }).click();
    await expect(board.bulk).toBeHidden();
    await board.shows(titles[0], 'Submitted');
  });
  await test.step('the list does the same', async () => {
    await ideas.open('?tag=way-in');
    await ideas.idea(titles[2]).focus();
    await page.keyboard.press('x');
    await ideas.selectable(titles[0]).click({ modifiers: ['Shift'] });
    await expect(ideas.bulk).toContainText('3 selected');
    for (const title of titles) await expect(ideas.box(title)).toBeChecked();
    await ideas.bulk.getByRole('button', { name: 'Move' }).click();
    await page.getByRole('menuitem', { name: 'Explore the idea' }).click();
    for (const title of titles) await expect(ideas.row(title)).toContainText('Explore idea');
    await page.getByRole('button', { name: 'Undo' }).click();
    for (const title of titles) await expect(ideas.row(title)).toContainText('Submitted');
  });

  await test.step('an owner is given to all, found by name, and named after a reload', async () => {
    await page.getByRole('checkbox', { name: 'Select all shown' }).check();
    await ideas.bulk.getByRole('button', { name: 'Owner' }).click();
    await page.getByRole('textbox', { name: 'Who' }).fill('tom');
    await page.getByRole('button', { name: 'Tomek' }).click();
    await expect(page.getByText('3 ideas given an owner')).toBeVisible();
    await page.goto('/aleksandrow/ideas');
    await page.getByRole('button', { name: 'Find a person' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('tom');
    await page.getByRole('dialog').getByRole('button', { name: 'Tomek' }).press('Enter');
    await expect(page).toHaveURL(/owner=/);
    await expect(ideas.row(titles[0])).toBeVisible();
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Owner' })).toHaveValue(/.{36}/);
    await expect(page.getByRole('option', { name: 'Tomek' })).toBeAttached();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Last changed first');
    await expect(page).toHaveURL(/sort=changed/);
    await expect(ideas.row(titles[2])).toBeVisible();
  });
});
