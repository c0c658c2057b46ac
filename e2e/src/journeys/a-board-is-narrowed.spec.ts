import { expect, test } from '../world.js';

test('a board is narrowed to what somebody looks for, and a move is taken back', async ({ world }) => {
  const hanna = await world.person('hanna');
  const { page, board } = hanna;
  const title = 'Drinking water at the playground on Żytnia street';
  const other = 'Benches at the playground gate';
  const tomek = await world.person('tomek');
  await tomek.hasSubmitted({ title, need: 'Children are thirsty in July.', tags: ['heat'] });
  await tomek.hasSubmitted({ title: other, need: 'Grandparents stand.' });
  await board.open();

  await test.step('by words, without their accents; the address keeps it', async () => {
    await board.filterButton.click();
    await expect(board.filterWords).toBeFocused();
    await page.keyboard.type('zytnia');
    await expect(board.card(title)).toBeVisible();
    await expect(board.card(other)).toBeHidden();
    await expect(page).toHaveURL(/q=zytnia/);
    await page.reload();
    await expect(board.card(title)).toBeVisible();
    await expect(board.card(other)).toBeHidden();
  });

  await test.step('what somebody else submits comes only when it belongs here', async () => {
    await tomek.hasSubmitted({ title: 'Shade on Żytnia street', need: 'It is hot.' });
    await tomek.hasSubmitted({ title: 'Shade elsewhere', need: 'It is hot there too.' });
    await expect(board.card('Shade on Żytnia street')).toBeVisible();
    await expect(board.card('Shade elsewhere')).toBeHidden();
  });

  await test.step('a move made here is taken back by a key, in sight of others', async () => {
    const piotr = await world.person('piotr');
    await piotr.board.open();
    await board.drag(title, 'Explore idea');
    await board.shows(title, 'Explore idea');
    await piotr.board.shows(title, 'Explore idea');
    await page.keyboard.press('Control+z');
    await board.shows(title, 'Submitted');
    await piotr.board.shows(title, 'Submitted');
    await expect(page.getByText(`“${title}” is back on: Submitted`)).toBeVisible();
  });

  await test.step('by what the hub asks: an idea that answers it stands in its lane', async () => {
    const question = 'How does the playground stay cool?';
    const answer = 'A roof of vines over the playground';
    await hanna.challenges.open();
    await hanna.challenges.ask(question, 'It is **hot** in July.', '2199-12-31');
    await expect(hanna.challenges.of(question)).toContainText('no ideas yet');
    await tomek.challenges.open();
    await tomek.challenges.answer(question).click();
    await expect(tomek.page.getByLabel('Challenge')).not.toHaveValue('');
    await tomek.submitPage.need.fill('There is no shade at noon.');
    await tomek.submitPage.title.fill(answer);
    await tomek.submitPage.send.click();
    await expect(tomek.page.getByRole('link', { name: question })).toBeVisible();
    await page.goto('/aleksandrow/board?lanes=challenge');
    await expect(board.lane(question)).toContainText(answer);
    await page.goto('/aleksandrow/board?q=zytnia');
    await expect(board.card(title)).toBeVisible();
  });

  await test.step('what it is narrowed to is saved for everybody, who find it by its name', async () => {
    await board.saveView('Żytnia street');
    const maja = await world.person('maja');
    await maja.board.open();
    await maja.board.chooseView('Żytnia street');
    await expect(maja.board.card(title)).toBeVisible();
    await expect(maja.board.card(other)).toBeHidden();
    await maja.board.chooseView('Everything');
    await expect(maja.board.card(other)).toBeVisible();
  });

  await test.step('and all is shown again', async () => {
    await board.filterButton.click();
    await expect(board.card(other)).toBeVisible();
    await expect(page).not.toHaveURL(/q=/);
  });
});
