import { expect, test } from '../world.js';

const NEED = 'People tell us so at the counter every week.';

test.describe('The board', () => {
  test('a card that somebody submits appears elsewhere by itself, and a drag is seen by everybody', async ({ world }) => {
    const hanna = await world.person('hanna');
    const tomek = await world.person('tomek');
    await hanna.board.open();
    await tomek.board.open();
    const title = 'A bench halfway up the library hill';

    await (await world.person('maja')).hasSubmitted({ title, need: NEED });
    await hanna.board.shows(title, 'Submitted');

    await hanna.board.drag(title, 'Explore idea');
    await hanna.board.shows(title, 'Explore idea');
    await tomek.board.shows(title, 'Explore idea');
  });

  test('while a card is held, a column that refuses says why, and a drop there changes nothing', async ({ world }) => {
    const hanna = await world.person('hanna');
    const title = 'Bicycle pumps at the swimming hall';
    await hanna.hasSubmitted({ title, need: NEED });
    await hanna.board.open();

    await hanna.board.pickUp(title);
    await hanna.board.carryOver('Explore idea');
    await expect(hanna.board.placeFor('Explore idea')).toBeVisible();
    await hanna.board.carryOver('Pilot');
    await expect(hanna.board.placeFor('Explore idea')).toHaveCount(0);
    await expect(hanna.board.placeFor('Pilot')).toBeHidden();
    await expect(hanna.board.words('Pilot', 'No way leads here from this step')).toBeVisible();
    await expect(hanna.board.words('Explore idea', 'Drop here: moves it on')).toBeVisible();
    await hanna.board.putDown();
    await hanna.board.shows(title, 'Submitted');
    await expect(hanna.board.words('Pilot', 'No way leads here from this step')).toBeHidden();
  });

  test('a column that is full refuses while it is limited, and takes again when the limit is lifted', async ({ world }) => {
    const hanna = await world.person('hanna');
    const titles = ['A shelf for lost gloves at the stop', 'Chairs in the waiting hall'] as const;
    for (const title of titles) await hanna.hasSubmitted({ title, need: NEED });
    await hanna.board.open();
    await hanna.board.drag(titles[0], 'Explore idea');
    await hanna.board.shows(titles[0], 'Explore idea');

    await hanna.board.limit('Explore idea', 1);
    await expect(hanna.board.column('Explore idea').getByRole('heading', { level: 2 })).toHaveText(/of 1\s+· (full|over the limit)/);
    await hanna.board.pickUp(titles[1]);
    await hanna.board.carryOver('Explore idea');
    await expect(hanna.board.words('Explore idea', /^Not yet: This step is full: \d+ stand here/)).toBeVisible();
    await hanna.board.putDown();
    await expect(hanna.board.notYet).toContainText('This step is full');
    await hanna.page.keyboard.press('Escape');
    await expect(hanna.board.notYet).toBeHidden();

    await hanna.board.liftLimit('Explore idea');
    await hanna.board.drag(titles[1], 'Explore idea');
    await hanna.board.shows(titles[1], 'Explore idea');
  });

  test('somebody who may not accept is told who may', async ({ world }) => {
    const tomek = await world.person('tomek');
    const title = 'Quiet hour at the swimming hall';
    const { number } = await tomek.hasSubmitted({ title, need: NEED });
    await tomek.board.open();
    await tomek.board.pickUp(title);
    await tomek.board.carryOver('Explore idea');
    await expect(tomek.board.words('Explore idea', 'Not yet: Only these may do it: innovation hub')).toBeVisible();
    await tomek.board.putDown();
    await expect(tomek.board.notYet).toContainText('Only these may do it: innovation hub');
    await tomek.page.keyboard.press('Escape');
    await expect(tomek.board.notYet).toBeHidden();
    await tomek.board.shows(title, 'Submitted');

    await tomek.board.take(number, /^Explore the idea/);
    await expect(tomek.board.notYet).toContainText('Only these may do it: innovation hub');
  });
});
