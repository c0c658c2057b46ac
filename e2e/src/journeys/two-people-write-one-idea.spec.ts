import { expect, test } from '../world.js';

const IDEA = { title: 'Name signs on the trees of the avenue', need: 'Children ask, and nobody knows.' };

test.describe('Two people write', () => {
  test('the same text: both texts stand side by side, and nothing is lost', async ({ world }) => {
    const maja = await world.person('maja');
    maja.watch.expects(409);
    const hanna = await world.person('hanna');
    const { number } = await maja.hasSubmitted(IDEA);
    await maja.idea.open(number);
    await hanna.idea.open(number);
    await expect(maja.page.getByRole('img', { name: 'Looking at this now: Hanna' })).toBeVisible();
    const mine = 'Small signs of slate, made by the school.';
    const theirs = 'A page with all trees, and a number on each.';

    await maja.idea.pen('Proposal').click();
    const entry = maja.page.getByRole('textbox', { name: 'Proposal', exact: true });
    await entry.fill(mine);
    await hanna.idea.write('Proposal', theirs);
    await maja.page.getByRole('button', { name: 'Save', exact: true }).click();

    const conflict = maja.page.getByRole('alert').filter({ hasText: 'Somebody changed this while you wrote' });
    await expect(conflict).toContainText(mine);
    await expect(conflict).toContainText(theirs);
    await expect(entry).toHaveValue(mine);
    const both = `${mine} ${theirs}`;
    await entry.fill(both);
    await conflict.getByRole('button', { name: 'Save my text' }).click();
    await expect(maja.idea.facts.getByText(both, { exact: true })).toBeVisible();
    await expect(hanna.idea.facts.getByText(both, { exact: true })).toBeVisible();
    expect((await hanna.reads(number)).proposal).toBe(both);
  });

  test('the same text, and one takes what the other wrote', async ({ world }) => {
    const maja = await world.person('maja');
    maja.watch.expects(409);
    const hanna = await world.person('hanna');
    const { number } = await maja.hasSubmitted({ ...IDEA, title: 'Signs on the trees, once more' });
    await maja.idea.open(number);
    await maja.idea.pen('For whom').click();
    await maja.page.getByRole('textbox', { name: 'For whom', exact: true }).fill('Children');
    await hanna.idea.open(number);
    await hanna.idea.write('For whom', 'Children, and everybody who asks');
    await maja.page.getByRole('button', { name: 'Save', exact: true }).click();
    await maja.page.getByRole('button', { name: 'Keep the text as it is now' }).click();
    await expect(maja.idea.facts.getByText('Children, and everybody who asks')).toBeVisible();
  });

  test('different texts: both are saved without a question', async ({ world }) => {
    const maja = await world.person('maja');
    maja.watch.expects(409);
    const hanna = await world.person('hanna');
    const { number } = await maja.hasSubmitted({ ...IDEA, title: 'Signs on the trees of the other avenue' });
    await maja.idea.open(number);
    await maja.idea.pen('Effect goal').click();
    await maja.page.getByRole('textbox', { name: 'Effect goal', exact: true }).fill('Half of the children name three trees.');
    await hanna.idea.open(number);
    await hanna.idea.write('For whom', 'Children of two schools');
    await maja.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(maja.idea.facts.getByText('Half of the children name three trees.')).toBeVisible();
    const { beneficiaries, effectGoal } = await maja.reads(number);
    expect({ beneficiaries, effectGoal }).toEqual({
      beneficiaries: 'Children of two schools',
      effectGoal: 'Half of the children name three trees.',
    });
  });

  test('two move one card: one wins, the other is told and sees it as it is', async ({ world }) => {
    const hanna = await world.person('hanna');
    const piotr = await world.person('piotr');
    hanna.watch.expects(409);
    const title = 'A map of the trees';
    const { number } = await hanna.hasSubmitted({ ...IDEA, title });
    await hanna.board.open();
    await hanna.board.pickUp(title);
    await hanna.board.carryOver('Explore idea');
    await piotr.hasMoved(number, 'parked', { reason: 'Later in the year.', fields: { returnOn: '2099-01-04' } });
    await hanna.board.putDown();
    await hanna.shell.hears(new RegExp(`#${number} (was changed by somebody else meanwhile|is back where it was)`));
    await expect(hanna.board.card(title)).toBeHidden();
    expect((await hanna.reads(number)).step).toBe('parked');
  });
});
