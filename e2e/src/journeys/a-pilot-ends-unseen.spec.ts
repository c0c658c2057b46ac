import { dayFromNow } from '../days.js';
import { hasReachedPilot, isRunning } from '../pilots.js';
import { expect, test } from '../world.js';

const TITLE = 'A lantern at each end of the footbridge';

test('a pilot that ends unseen blocks its path, and its silence climbs to the hub and to the administrator', async ({ timed }) => {
  test.setTimeout(120_000);
  const { world, moveAhead } = timed;
  const tomek = await world.person('tomek');
  const number = await hasReachedPilot({ tomek, hanna: await world.person('hanna'), oskar: await world.person('oskar') }, TITLE);
  const experiment = await isRunning(tomek, number, 'Does a lantern at each end bring people back?', {
    hypothesis: 'Whoever sees both ends of the bridge takes it after dark.',
    method: 'Count those who cross between eight and nine.',
    metric: 'Share of those who take the bridge',
    threshold: 0.6,
    baseline: 0.3,
    group: 'Whoever comes from the tram',
    place: 'The footbridge',
    startsOn: dayFromNow(0),
    endsOn: dayFromNow(6),
    costCap: { amount: 300, currency: 'PLN' },
    risks: 'A lantern may be taken.',
    personalData: false,
    participantInformation: 'A sign on the lantern.',
  });
  const address = `/aleksandrow/experiments/${experiment.id}`;
  const { ended, next } = tomek.experiment;

  await test.step('the end passes while Tomek looks at it: the page says so by itself, and he gets a mail', async () => {
    await tomek.page.goto(address);
    await expect(next.getByRole('button', { name: 'Measuring is done' })).toBeVisible();
    await expect(ended).toBeHidden();
    await moveAhead(7);
    await expect(ended).toBeVisible();
    await expect(next).toContainText('The end has passed. Which of three ways does it go?');
    await expect(next).toContainText('Nothing was measured, so there is no result to scale.');
    await world.mailbox.mailTo('tomek', 'Now say what follows: scale, adapt or stop.');
  });

  await test.step('the idea cannot go on until somebody says what follows', async () => {
    await tomek.idea.open(number);
    await expect(tomek.idea.next).toContainText('Experiment 1 has ended: what follows is said');
    await expect(tomek.idea.experiment(1)).toContainText('nobody has said what follows');
    const { version } = await tomek.reads(number);
    const refusal = await tomek.isRefused(`/ideas/${number}/transitions`, { to: 'scale', version });
    expect(refusal.refusals).toContainEqual(expect.objectContaining({ code: 'experiment-concluded' }));
  });

  await test.step('nobody does for a week: the hub hears of it', async () => {
    await tomek.page.close();
    await moveAhead(20);
    const hanna = await world.person('hanna');
    await hanna.board.open();
    await hanna.shell.openBell();
    await expect(hanna.shell.notifications).toContainText(`“${TITLE}”: experiment 1 ended on`);
    await expect(hanna.shell.notifications).toContainText('and nobody has said what follows: scale, adapt or stop.');
    await hanna.page.close();
    expect(await world.mailbox.mailsTo('piotr')).not.toContainEqual(expect.objectContaining({ subject: expect.stringContaining(TITLE) }));
  });

  await test.step('nor for another: the administrator hears of it too', async () => {
    await moveAhead(34);
    const mail = await world.mailbox.mailTo('piotr', TITLE);
    expect(mail.text).toContain('You get this because you administer this organisation.');
    expect(mail.text).toContain(address);
  });

  await test.step('Hanna stops it with its lesson: it is over, and the path no longer waits for it', async () => {
    const hanna = await world.person('hanna');
    await hanna.page.goto(address);
    await expect(hanna.experiment.ended).toBeVisible();
    await hanna.experiment.stop({
      observed: 'The lanterns were hung up, and nobody counted.',
      learned: 'An hour of counting is nobody’s job by itself.',
      therefore: 'Name the one who counts before the start.',
    });
    await expect(hanna.experiment.ended).toBeHidden();
    await hanna.idea.open(number);
    await expect(hanna.idea.next).not.toContainText('has ended');
  });
});
