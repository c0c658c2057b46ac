import { expect, test } from '../world.js';

test('people follow and support an idea: who follows is told in Polku, and no mail is sent', async ({ world }) => {
  const maja = await world.person('maja');
  const tomek = await world.person('tomek');
  const hanna = await world.person('hanna');
  const title = 'A bench at every second stop';
  const { number } = await maja.hasSubmitted({ title, need: 'Not everybody can stand for ten minutes.' });
  const idea = `/aleksandrow/ideas/${number}`;
  const button = (name: RegExp) => tomek.page.getByRole('button', { name });
  await tomek.page.goto(idea);

  await test.step('by keyboard Tomek follows it; it is kept', async () => {
    await button(/^Follow$/).focus();
    await tomek.page.keyboard.press('Enter');
    await expect(button(/^Following$/)).toHaveAttribute('aria-pressed', 'true');
    await expect(tomek.page.getByText('One person follows it')).toBeVisible();
    await tomek.page.reload();
    await expect(button(/^Following$/)).toBeVisible();
  });

  await test.step('he finds it among the ideas that he follows, on the board and in the list', async () => {
    await tomek.page.goto('/aleksandrow/ideas?followed=true');
    await expect(tomek.page.getByRole('button', { name: 'Followed' })).toHaveAttribute('aria-pressed', 'true');
    await expect(tomek.page.getByRole('main').getByRole('link', { name: title, exact: true })).toBeVisible();
    await tomek.page.goto('/aleksandrow/board?followed=true');
    await expect(tomek.page.getByRole('main').getByRole('link', { name: title })).toBeVisible();
  });

  await test.step('Hanna moves it: he is told in Polku, Maja by mail too', async () => {
    await hanna.hasMoved(number, 'explore-idea');
    await tomek.page.goto('/aleksandrow/notifications');
    await expect(tomek.page.getByRole('link', { name: `“${title}” has moved from Submitted` })).toBeVisible();
    await world.mailbox.mailTo('maja', `${title}: now at`);
    expect((await world.mailbox.mailsTo('tomek')).filter(({ subject }) => subject.includes(title))).toEqual([]);
  });

  await test.step('he supports it, and Maja sees by how many it is supported, and by whom', async () => {
    await tomek.page.goto(idea);
    await button(/^Support, nobody does so yet$/).click();
    await expect(button(/^Support, one person does so$/)).toHaveAttribute('aria-pressed', 'true');
    await maja.page.goto(idea);
    const people = maja.page.getByRole('region', { name: 'Followers and supporters' });
    await people.getByRole('button', { name: 'One person supports it' }).click();
    await expect(people.getByRole('listitem')).toHaveText(/Tomek/);
  });
});
