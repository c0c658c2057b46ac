import { Line } from '../line.js';
import { expect, test } from '../world.js';

/** After some failures the stream waits half a minute before it tries again by itself. */
const NEXT_ATTEMPT = 45_000;

test.describe('Without a network', () => {
  test('the board says so, and shows what happened meanwhile as soon as it is back', async ({ world }) => {
    const hanna = await world.person('hanna');
    const tomek = await world.person('tomek');
    const title = 'Hooks for bags in the waiting room';
    const later = 'A shelf for parcels in the town hall';
    const { number } = await tomek.hasSubmitted({ title, need: 'There is no place to put them.' });
    await tomek.board.open();
    await tomek.board.shows(title, 'Submitted');

    await tomek.losesNetwork();
    await expect(tomek.shell.offline).toBeVisible();
    await hanna.hasMoved(number, 'explore-idea');
    await hanna.hasSubmitted({ title: later, need: 'Parcels come while people are out.' });
    await tomek.board.shows(title, 'Submitted');

    await tomek.findsNetwork();
    await tomek.board.shows(title, 'Explore idea', NEXT_ATTEMPT);
    await tomek.board.shows(later, 'Submitted');
    await expect(tomek.shell.offline).toBeHidden();

    // The stream is alive again, not only the page loaded anew.
    await hanna.hasMoved(number, 'submitted', { reason: 'Once more, please.' });
    await tomek.board.shows(title, 'Submitted');
  });

  test('a line that was cut is taken up where it broke: what was missed is told, and nothing else is loaded again', async ({ world }) => {
    test.setTimeout(120_000);
    const hanna = await world.person('hanna');
    const line = await Line.to(world.url);
    const tomek = await world.person('tomek', { line });
    tomek.watch.expectsNoNetwork();
    const [first, second] = ['Lamps on the path to the ferry', 'A clock at the ferry'];
    const { number } = await hanna.hasSubmitted({ title: first, need: 'It is dark at five.' });
    await tomek.board.open();
    await tomek.board.shows(first, 'Submitted');
    const asked: string[] = [];
    tomek.page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await line.cut();
    await hanna.hasMoved(number, 'explore-idea');
    await hanna.hasSubmitted({ title: second, need: 'Nobody knows when it leaves.' });
    await tomek.board.shows(first, 'Submitted');
    await expect(tomek.shell.offline).toBeVisible();
    await line.mend();

    await tomek.board.shows(first, 'Explore idea', NEXT_ATTEMPT);
    await tomek.board.shows(second, 'Submitted');
    await expect(tomek.shell.offline).toBeHidden();
    expect(asked).not.toContain('/api/v1/organisations/aleksandrow/boards/helsingborg');
    await tomek.page.close();
    await line.cut();
  });

  test('an idea that is being written stays, and is submitted once', async ({ world }) => {
    const maja = await world.person('maja');
    const title = 'Raincoats to borrow at the tram stop';
    await maja.submitPage.open();
    await maja.submitPage.need.fill('It rains when one comes out.');
    await maja.losesNetwork();
    await maja.submitPage.title.fill(title);
    await maja.submitPage.send.click();
    await expect(maja.submitPage.offline).toBeVisible();
    await expect(maja.submitPage.title).toHaveValue(title);

    await maja.findsNetwork();
    await maja.submitPage.send.click();
    await expect(maja.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const { items } = await maja.sends<{ items: readonly { title: string }[] }>('get', '/ideas?q=raincoats');
    expect(items.map((idea) => idea.title)).toEqual([title]);
  });

  test('a card that cannot be moved comes back, and says why', async ({ world }) => {
    const hanna = await world.person('hanna');
    const title = 'Chairs for the queue';
    await hanna.hasSubmitted({ title, need: 'People stand for an hour.' });
    await hanna.board.open();
    await hanna.losesNetwork();
    await hanna.board.drag(title, 'Explore idea');
    await expect(hanna.page.getByText('is back where it was. Polku cannot be reached.').first()).toBeVisible();
    await hanna.board.shows(title, 'Submitted');
    await hanna.findsNetwork();
    await expect(hanna.shell.offline).toBeHidden();
    await hanna.board.drag(title, 'Explore idea');
    await hanna.shell.hears(`“${title}” is now on: Explore idea`);
    await hanna.page.reload();
    await hanna.board.shows(title, 'Explore idea');
  });

  test('a text of an idea that cannot be saved stays where it was typed', async ({ world }) => {
    const maja = await world.person('maja');
    const { number } = await maja.hasSubmitted({ title: 'A hook for every coat', need: 'Coats lie on the floor.' });
    await maja.idea.open(number);
    await maja.idea.pen('Proposal').click();
    const entry = maja.page.getByRole('textbox', { name: 'Proposal', exact: true });
    await entry.fill('Thirty hooks, low enough for children.');
    await maja.losesNetwork();
    await maja.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(maja.page.getByRole('alert').filter({ hasText: 'Polku cannot be reached' })).toBeVisible();
    await expect(entry).toHaveValue('Thirty hooks, low enough for children.');

    await maja.findsNetwork();
    await maja.page.reload();
    await expect(entry).toHaveValue('Thirty hooks, low enough for children.');
    await maja.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(maja.idea.facts.getByText('Thirty hooks, low enough for children.')).toBeVisible();
  });
});
