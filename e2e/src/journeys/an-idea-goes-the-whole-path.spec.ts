import { dayFromNow } from '../days.js';
import { expect, test } from '../world.js';

const TITLE = 'A quiet carriage on the morning train to the coast';
const TOMEKS = 'Salt boxes on the steep stairs';
const SCALED = 'The evening trains follow, because the mornings showed it.';

test('an idea goes the whole path, and everybody hears of it', async ({ world }) => {
  test.setTimeout(240_000);
  const maja = await world.person('maja');
  const tomek = await world.person('tomek');
  const hanna = await world.person('hanna');
  const oskar = await world.person('oskar');
  const irena = await world.person('irena');
  let number = 0;

  await hanna.board.open();
  await irena.board.open();

  await test.step('Maja writes; what she wrote survives a reload and another language', async () => {
    await maja.submitPage.open();
    await maja.submitPage.need.fill('Nurses come off the night shift and cannot rest on the way home.');
    await maja.submitPage.title.fill(TITLE);
    await maja.submitPage.proposal.fill('Mark one carriage of two trains as quiet until nine.');
    await expect(maja.submitPage.draftSaved).toBeVisible();
    await maja.page.reload();
    await expect(maja.submitPage.draftFound).toBeVisible();
    await expect(maja.submitPage.title).toHaveValue(TITLE);

    await maja.shell.choose('Svenska');
    await expect(maja.page.getByLabel('Titel')).toHaveValue(TITLE);
    await maja.page.getByRole('button', { name: 'Lämna idén' }).click();
    await expect(maja.page.getByText('Din idé är inlämnad', { exact: true })).toBeVisible();
    await expect(maja.page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    number = Number(maja.page.url().split('/').at(-1));
    expect(number).toBeGreaterThan(0);
    await world.mailbox.mailTo('maja', `Vi har fått din idé: ${TITLE}`);
  });

  await test.step('Hanna sees the card appear and accepts it with the mouse', async () => {
    await hanna.board.shows(TITLE, 'Submitted');
    await hanna.board.drag(TITLE, 'Explore idea');
    await hanna.board.shows(TITLE, 'Explore idea');
    await hanna.shell.hears(`“${TITLE}” is now on: Explore idea`);
    await irena.board.shows(TITLE, 'Explore idea');
  });

  await test.step("Tomek's she accepts with the keyboard, and hears every step", async () => {
    await tomek.hasSubmitted({ title: TOMEKS, need: 'In February three people fell.' });
    await hanna.board.shows(TOMEKS, 'Submitted');
    await hanna.board.card(TOMEKS).focus();
    await hanna.page.keyboard.press('Space');
    await hanna.shell.hears(`Picked up: ${TOMEKS}. Submitted`);
    await hanna.page.keyboard.press('ArrowRight');
    await hanna.shell.hears('Drop here: moves it on');
    await hanna.page.keyboard.press('Space');
    await hanna.board.shows(TOMEKS, 'Explore idea');
    await hanna.shell.hears(`“${TOMEKS}” is now on: Explore idea`);
    await expect(hanna.board.card(TOMEKS)).toBeFocused();
    await irena.board.shows(TOMEKS, 'Explore idea');
  });

  await test.step('time: Hanna drops the card and asks Oskar, who decides', async () => {
    await hanna.board.pickUp(TITLE);
    await hanna.board.carryOver('Explore set-up');
    await expect(hanna.board.words('Explore set-up', 'opens the request for the time decision')).toBeVisible();
    await hanna.board.putDown();
    await hanna.askDecision.ask('Oskar', 'Two of us, two mornings a week.');
    await world.mailbox.mailTo('oskar', TITLE);

    await oskar.decisions.open();
    await oskar.decisions.decide(TITLE, 'yes', 'Take the mornings of two weeks.');
    await hanna.board.shows(TITLE, 'Explore set-up');
    await irena.board.shows(TITLE, 'Explore set-up');
  });

  await test.step('money: the board says what is missing, Tomek joins and writes it, Oskar decides', async () => {
    await hanna.board.pickUp(TITLE);
    await hanna.board.carryOver('Pilot');
    await expect(hanna.board.words('Pilot', /Not yet: .*The effect goal is missing.*Still to be filled in: Schedule/)).toBeVisible();
    await hanna.board.putDown();
    await expect(hanna.board.notYet).toContainText('The effect goal is missing');
    await hanna.board.notYet.getByRole('button', { name: 'Close' }).click();
    await hanna.board.shows(TITLE, 'Explore set-up');

    await tomek.idea.open(number);
    await tomek.idea.joinTeam();
    await tomek.idea.write('Effect goal', 'Four of five night-shift workers come home rested.');
    await tomek.idea.write('Schedule', 'Four weeks from Monday on');
    await tomek.idea.write('Cost estimate', '600 for signs');
    await tomek.idea.write('Test group', 'Travellers of two morning trains');
    await tomek.idea.write('Partners', 'The railway company');
    await tomek.idea.takeNext('Ask for the decision');
    await tomek.askDecision.ask('Oskar', 'The signs can be used again.');
    await expect(tomek.idea.next).toContainText('Oskar answers by');

    await oskar.idea.open(number);
    await oskar.idea.decide('yes', 'Signs are cheap, and we learn.');
    await irena.board.shows(TITLE, 'Pilot');
  });

  await test.step('a pilot is planned, locked, measured, met, and leaves a lesson', async () => {
    await expect(tomek.idea.here).toContainText('Pilot');
    await tomek.idea.beginExperiment('Do travellers rest in a quiet carriage?');
    await expect(tomek.experiment.next.getByRole('button', { name: /^Start: \d+ things are missing$/ })).toBeVisible();
    await tomek.experiment.write({
      hypothesis: 'In a carriage that is marked as quiet most travellers rest.',
      method: 'Ask on the platform, on ten mornings.',
      metric: 'Share of travellers who say that they rested',
      threshold: '80',
      group: 'Travellers of two morning trains',
      place: 'Line 3',
      startsOn: dayFromNow(0),
      endsOn: dayFromNow(28),
      baseline: '41',
      costCap: '600',
      responsible: 'Tomek',
      risks: 'Somebody may be told to hush.',
      participantInformation: 'A sign at the door of the carriage.',
    });
    await tomek.experiment.start();
    await expect(tomek.experiment.card.getByText(/Locked on .* by Tomek/)).toBeVisible();

    await tomek.experiment.measure([
      { successes: 92, total: 100 },
      { successes: 95, total: 101 },
    ]);
    await expect(tomek.experiment.verdict.getByText('met', { exact: true })).toBeVisible();
    await expect(tomek.experiment.verdict).toContainText(
      /93% \(187 of 201\); with 95 % confidence between .* wholly at or above the 80% that was set/,
    );
    await expect(tomek.experiment.chart.getByRole('img', { name: /^test: 93% on / })).toBeVisible();
    await tomek.experiment.conclude('187 of 201 travellers rested.', {
      observed: 'People lower their voices when the sign is at eye level.',
      learned: 'The sign works better than the announcement.',
      therefore: 'Signs first, announcements only on the first day.',
    });
    await tomek.experiment.backToIdea();
    await expect(tomek.idea.experiment(1).getByText('concluded', { exact: true })).toBeVisible();
  });

  await test.step('scale-up: asked for with the evidence, decided with a reason', async () => {
    await tomek.idea.takeNext('Ask for the decision');
    await tomek.askDecision.ask('Oskar', 'Two lines more wait for it.');
    await oskar.decisions.open();
    await oskar.decisions.decide(TITLE, 'yes', SCALED);
    await irena.board.shows(TITLE, 'Scale');
  });

  await test.step('the rollout goes into use, and the idea with it', async () => {
    await expect(tomek.idea.here).toContainText('Scale');
    await tomek.idea.planRollout({
      unit: 'Railways',
      owner: 'Hanna',
      effect: { value: '4000', unit: 'rested journeys a month', by: dayFromNow(120) },
      followUpOn: dayFromNow(180),
    });
    await tomek.idea.moveRollout('Start the rollout', 'under way');
    await tomek.idea.reachMilestone('Every conductor knows where to look', dayFromNow(30));
    await tomek.idea.moveRollout('Put into use', 'in use');
    await hanna.idea.open(number);
    await hanna.idea.takeNext('Put into use');
    await expect(hanna.idea.here).toContainText('In use');
    await expect(hanna.idea.next).toContainText('At the end of its path');
    await irena.board.shows(TITLE, 'In use');
  });

  await test.step('what came of it stands beside what was expected, for everybody', async () => {
    await tomek.idea.followUp('3500');
    await irena.page.goto('/aleksandrow/effects');
    const row = irena.page.getByRole('row').filter({ hasText: TITLE });
    await expect(row).toContainText('at least 4,000 rested journeys a month');
    await expect(row).toContainText('3,500 rested journeys a month');
    await expect(row).toContainText('not reached');
    await irena.page.goto('/aleksandrow/lessons?q=carriage');
    await expect(irena.page.getByRole('main').getByRole('link', { name: TITLE }).first()).toBeVisible();
  });

  await test.step("Maja's bell has told her each station, in Swedish", async () => {
    await maja.shell.openBell();
    for (const sentence of [
      `Tack för din idé ”${TITLE}”.`,
      `Idén ”${TITLE}” har gått från steget ”Inlämnad” till steget ”Utforska idé”.`,
      `”${TITLE}”: beslutet om tid är ja.`,
      `”${TITLE}”: beslutet om pengar är ja.`,
      `”${TITLE}”: beslutet om uppskalning är ja.`,
      `Idén ”${TITLE}” har gått från steget ”Skala upp” till steget ”I bruk”.`,
    ]) {
      await expect(maja.shell.notifications.getByRole('link').filter({ hasText: sentence })).toHaveCount(1);
    }
    await expect(maja.shell.notifications.getByText(SCALED)).toBeVisible();
  });

  await test.step('so has her mailbox', async () => {
    await world.mailbox.mailTo('maja', `${TITLE}: nu på steget ”I bruk”`);
    const subjects = (await world.mailbox.mailsTo('maja')).map((mail) => mail.subject).filter((subject) => subject.includes(TITLE));
    expect(subjects).toEqual([
      `${TITLE}: nu på steget ”I bruk”`,
      `${TITLE}: ja`,
      `Experiment 1 har startat: ${TITLE}`,
      `${TITLE}: ja`,
      `${TITLE}: ja`,
      `${TITLE}: nu på steget ”Utforska idé”`,
      `Vi har fått din idé: ${TITLE}`,
    ]);
    const decided = await world.mailbox.mailTo('maja', SCALED);
    expect(decided.text).toContain('Hej Maja!');

    await maja.page.goto('/dev/mail');
    await maja.page.getByRole('link', { name: `${TITLE}: nu på steget ”I bruk”` }).click();
    await maja.page.getByRole('article').getByRole('link', { name: 'Öppna idén i Polku' }).click();
    await expect(maja.page).toHaveURL(new RegExp(`/aleksandrow/ideas/${number}`));
    await expect(maja.page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  });
});
