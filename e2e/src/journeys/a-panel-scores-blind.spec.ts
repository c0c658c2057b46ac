import { expect, test } from '../world.js';

const TITLE = 'Benches with a back at the long bus stops';
const NOTE = 'Nobody asked me for them.';

test('a panel of two scores blind, and its spread is there to decide on', async ({ world }) => {
  test.setTimeout(120_000);
  const maja = await world.person('maja');
  const hanna = await world.person('hanna');
  const oskar = await world.person('oskar');
  const irena = await world.person('irena');
  const { number } = await maja.hasSubmitted({ title: TITLE, need: 'Older people stand for half an hour.' });

  await test.step('Hanna asks Oskar, and both managers to score it', async () => {
    await hanna.hasMoved(number, 'explore-idea');
    await hanna.idea.open(number);
    await hanna.idea.takeNext('Ask for the decision');
    await hanna.askDecision.ask('Oskar', 'Two mornings a week.', ['Oskar', 'Irena']);
    await expect(hanna.idea.decisions).toContainText('0 of 2 have scored');
  });

  await test.step('Irena scores; a draft survives a reload', async () => {
    await irena.decisions.open();
    const decision = await irena.decisions.take(TITLE);
    const first = decision.scorecard.getByRole('group').first();
    await first.getByLabel('Why (optional)').fill(NOTE);
    await irena.page.reload();
    await expect(first.getByLabel('Why (optional)')).toHaveValue(NOTE);
    await decision.score(1);
    await expect(decision.panel).toContainText('Still waiting for Oskar');
  });

  await test.step('Oskar sees that she has scored, and nothing of what', async () => {
    await oskar.decisions.open();
    const decision = await oskar.decisions.take(TITLE);
    await expect(decision.panel).toContainText('1 of 2 have scored');
    await expect(decision.opinions).toBeHidden();
    await expect(oskar.page.getByText(NOTE)).toBeHidden();
    await expect(decision.decision).toContainText('One scorecard is still to come');
    await decision.score(5);
    await expect(decision.opinions).toContainText('From 1 to 5, mean 3');
    await expect(decision.opinions).toContainText(NOTE);
    await expect(decision.opinions.getByText('opinions differ').first()).toBeVisible();
  });

  await test.step('Irena sees it open by itself; Oskar asks for changes, and Maja reads which', async () => {
    await expect(irena.decision.opinions).toContainText('From 1 to 5, mean 3');
    await oskar.decision.decide('adapt', 'The idea is good, the costs are not clear.', 'Two stops, not ten.');
    await expect(irena.decision.decided).toContainText('Two stops, not ten.');
    const mail = await world.mailbox.mailTo('maja', 'The idea is good, the costs are not clear.');
    expect(mail.text).toContain('Two stops, not ten.');
  });
});
