import { expect, test } from '../world.js';

test('people talk about an idea: who is named is told, and what was said can be changed and taken away', async ({ world }) => {
  const maja = await world.person('maja');
  const tomek = await world.person('tomek');
  const { number } = await maja.hasSubmitted({ title: 'A quiet corner in the service hall', need: 'Some people need calm.' });
  const part = (page: typeof maja.page) => page.getByRole('region', { name: 'Comments' });
  const comments = part(maja.page);
  const box = comments.getByRole('textbox', { name: 'Write a comment' });
  await maja.page.goto(`/aleksandrow/ideas/${number}`);

  await test.step('by keyboard: an @ offers people, enter takes one, ctrl and enter send', async () => {
    await box.focus();
    await maja.page.keyboard.type('Does anybody know who built the one in the library? @tom');
    await expect(comments.getByRole('option', { name: /Tomek/ })).toHaveAttribute('aria-selected', 'true');
    await maja.page.keyboard.press('Enter');
    await expect(box).toHaveValue(/@Tomek $/);
    await maja.page.keyboard.type('perhaps?');
    await maja.page.keyboard.press('Control+Enter');
    await expect(comments.getByText('@Tomek', { exact: true })).toBeVisible();
    await expect(box).toHaveValue('');
  });

  await test.step('who is named finds it in the notifications, and answers', async () => {
    await tomek.page.goto('/aleksandrow/notifications');
    const told = tomek.page.getByRole('link', { name: /You are named in a comment on “A quiet corner/ });
    await expect(told).toBeVisible();
    await told.click();
    await expect(part(tomek.page).getByText('Does anybody know')).toBeVisible();
    await part(tomek.page).getByRole('textbox').fill('It was me. Half a day of work.');
    await part(tomek.page).getByRole('button', { name: 'Send' }).click();
    await expect(comments.getByText('Half a day of work.')).toBeVisible();
  });

  await test.step('what was said is changed in sight of others, and taken away; that there was something stays', async () => {
    const own = part(tomek.page).getByRole('listitem').last();
    await own.getByRole('button', { name: 'Edit' }).click();
    await own.getByRole('textbox').fill('It was me. A whole day of work.');
    await own.getByRole('button', { name: 'Save' }).click();
    await expect(comments.getByText('A whole day of work.')).toBeVisible();
    await expect(comments.getByText('· edited')).toBeVisible();
    const hanna = await world.person('hanna');
    await hanna.page.goto(`/aleksandrow/ideas/${number}#comments`);
    const last = part(hanna.page).getByRole('listitem').last();
    await last.getByRole('button', { name: 'Delete' }).click();
    await last.getByRole('button', { name: 'Delete' }).click();
    await expect(comments.getByText(/^Deleted by Hanna/)).toBeVisible();
    await expect(comments.getByText('A whole day of work.')).toBeHidden();
  });

  await test.step('what is not sent is kept', async () => {
    await box.focus();
    await maja.page.keyboard.type('One more thing, @tom');
    await expect(comments.getByRole('option', { name: /Tomek/ })).toBeVisible();
    await maja.page.keyboard.press('Enter');
    await maja.page.reload();
    await expect(box).toHaveValue('One more thing, @Tomek ');
    await box.press('Control+Enter');
    await expect(comments.getByText('@Tomek', { exact: true })).toHaveCount(2);
  });
});
