import { addressOf, PASSWORD } from '../actors.js';
import { expect, test } from '../world.js';

test.describe('Signing in', () => {
  test('a wrong password says so, and the right one opens the board', async ({ world }) => {
    const maja = await world.visitor();
    maja.watch.expects(401, /\/session$/);
    await maja.signInPage.open();
    await maja.signInPage.signIn(addressOf('maja'), 'something else');
    await expect(maja.signInPage.problem).toHaveText('E-mail or password is wrong. Check both and try again.');
    await maja.signInPage.signIn(addressOf('maja'), PASSWORD);
    await expect(maja.board.heading).toBeVisible();
    await expect(maja.page).toHaveURL('/aleksandrow/board');
  });

  test('empty fields say what is missing', async ({ world }) => {
    const visitor = await world.visitor();
    await visitor.signInPage.open();
    await visitor.signInPage.enter.click();
    await expect(visitor.page.getByText('Please type your e-mail address')).toBeVisible();
    await expect(visitor.page.getByText('Please type your password')).toBeVisible();
    await expect(visitor.signInPage.email).toHaveAccessibleDescription('Please type your e-mail address');
  });

  test('a demo person signs in with one click, in another language too', async ({ world }) => {
    const visitor = await world.visitor({ language: 'en' });
    await visitor.signInPage.open();
    await visitor.page.getByRole('button', { name: 'Suomi' }).click();
    await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'fi');
    await visitor.page.getByRole('button', { name: 'English' }).click();
    await visitor.signInPage.demoButton('Hanna').click();
    await expect(visitor.board.heading).toBeVisible();
    await expect(visitor.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Import' })).toBeVisible();
  });

  test('signing out ends the session', async ({ world }) => {
    const maja = await world.person('maja');
    await maja.board.open();
    const cookies = await maja.context.cookies();
    await maja.shell.choose('Sign out');
    await expect(maja.signInPage.heading).toBeVisible();
    await maja.page.goto('/aleksandrow/ideas');
    await expect(maja.signInPage.heading).toBeVisible();

    // Whoever kept the cookie has nothing of it.
    await maja.context.addCookies(cookies);
    expect((await maja.context.request.get('/api/v1/session')).status()).toBe(401);
  });

  test('what another tab signs out is signed out here', async ({ world }) => {
    const maja = await world.person('maja');
    await maja.board.open();
    // Whatever the page asks for at that moment is refused.
    maja.watch.expects(401);
    await maja.context.request.delete('/api/v1/session');
    await expect(maja.page.getByText('Your session has ended.')).toBeVisible();
    await maja.signInPage.signIn(addressOf('maja'), PASSWORD);
    await expect(maja.page).toHaveURL('/aleksandrow/board');
  });

  test('a deep link asks who one is, and then goes there', async ({ world }) => {
    const maja = await world.visitor();
    await maja.page.goto('/aleksandrow/ideas?step=pilot');
    await expect(maja.signInPage.heading).toBeVisible();
    await maja.signInPage.signIn(addressOf('maja'), PASSWORD);
    await expect(maja.page).toHaveURL('/aleksandrow/ideas?step=pilot');
    await expect(maja.page.getByRole('heading', { level: 1, name: 'Ideas' })).toBeVisible();
  });

  test('the address of a foreign organisation does not exist', async ({ world }) => {
    const maja = await world.person('maja');
    maja.watch.expects(404);
    await maja.page.goto('/lindvik/board');
    await expect(maja.shell.notFound).toBeVisible();
    await maja.page.goto('/nowhere-at-all/ideas/1');
    await expect(maja.shell.notFound).toBeVisible();
  });
});
