import { expect, test } from '../world.js';

test('Home says where my ideas stand, what waits for me and what is new, and leads there', async ({ world }) => {
  const [maja, hanna, oskar] = await Promise.all([world.person('maja'), world.person('hanna'), world.person('oskar')]);
  const title = 'Lend umbrellas at the library';
  const { number } = await maja.hasSubmitted({ title, need: 'People wait at the door until the rain is over.' });

  await test.step('a new idea stands at its first station', async () => {
    await maja.board.open();
    await maja.shell.goTo('Home');
    await expect(maja.home.heading).toBeVisible();
    await expect(maja.home.row(maja.home.ideas, title)).toContainText(/Submitted, station 1 of 6.*answer by/);
  });

  await test.step('it follows when somebody moves it, and says so', async () => {
    await hanna.hasMoved(number, 'explore-idea');
    await expect(maja.home.row(maja.home.ideas, title)).toContainText('Explore idea, station 2 of 6');
    await expect(maja.home.news.getByRole('link', { name: title }).first()).toBeVisible();
  });

  await test.step('a decision waits for who makes it, until it is made', async () => {
    const { items } = await maja.sends<{ items: readonly { id: string; name: string }[] }>('get', '/members?q=Oskar');
    const decider = items[0]?.id;
    await oskar.home.open();
    await maja.sends('post', `/ideas/${number}/decisions`, { kind: 'time', decider, deadline: '2099-12-31' });
    // Others wait longer; this one comes last, and is counted at least.
    const { waiting } = await oskar.sends<{ waiting: { items: readonly { title: string }[] } }>('get', '/home');
    expect(waiting.items.map((it) => it.title)).toContain(title);
    const row = oskar.home.row(oskar.home.waiting, title);
    await expect(row).toContainText('time decision: yours to make');
    await row.getByRole('link').click();
    await expect(oskar.page.getByRole('heading', { level: 1 })).toContainText(title);
    const id = oskar.page.url().split('/').at(-1) ?? '';
    await oskar.sends('post', `/decisions/${id}/outcome`, { outcome: 'yes', reason: 'It is cheap, and we learn.' });
    await oskar.home.open();
    await expect(oskar.home.row(oskar.home.waiting, title)).toHaveCount(0);
  });

  await test.step('what is opened is read', async () => {
    const news = maja.home.news.getByRole('link', { name: `“${title}”: the decision on time is yes` });
    await news.click();
    await expect(maja.page.getByRole('heading', { level: 1 })).toContainText(title);
    await maja.shell.goTo('Home');
    await expect(maja.home.row(maja.home.ideas, title)).toContainText('Explore set-up, station 3 of 6');
    await expect(news).toHaveCount(0);
  });
});
