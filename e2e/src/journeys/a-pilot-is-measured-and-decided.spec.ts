import type { DecisionDetail } from '#contracts';
import type { Person } from '../actors.js';
import { dayFromNow } from '../days.js';
import { hasReachedPilot, isRunning } from '../pilots.js';
import { expect, test } from '../world.js';

const TITLE = 'Soup on the platform before the first ferry';
const STOPPED = 'Foot warmers on the benches of the landing stage';
const FOR = 'The queue kept moving, and the kettles were empty each day.';
const AGAINST = 'In summer nobody wants soup, and the lease runs the whole year.';
const DECIDED = 'Winter only: the lease ends in April.';
const DESKS = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
] as const;

test('a pilot is measured, scored blind, decided, and its effect followed up', async ({ world }) => {
  test.setTimeout(240_000);
  const tomek = await world.person('tomek');
  const hanna = await world.person('hanna');
  const irena = await world.person('irena');
  const oskar = await world.person('oskar');

  const number = await hasReachedPilot({ tomek, hanna, oskar }, TITLE);

  await test.step('the pilot is planned and started', async () => {
    await tomek.idea.open(number);
    await expect(tomek.idea.here).toContainText('Pilot');
    await tomek.idea.beginExperiment('Does soup keep those warm who wait?');
    await tomek.experiment.write({
      hypothesis: 'With a cup of soup most of those who wait are warm.',
      method: 'Ask at the gangway, on twelve mornings.',
      metric: 'Share of those who say that they were warm',
      threshold: '80',
      baseline: '35',
      group: 'Whoever waits for the first ferry',
      place: 'Platform of the northern landing stage',
      startsOn: dayFromNow(0),
      endsOn: dayFromNow(28),
      costCap: '900',
      responsible: 'Tomek',
      risks: 'Hot soup may be spilt.',
      participantInformation: 'A sign beside the kettle.',
    });
    await tomek.experiment.start();
  });

  await test.step('after a first measurement the card is amended, and says so for good', async () => {
    const { verdict, card } = tomek.experiment;
    await tomek.experiment.measure([{ successes: 15, total: 20 }]);
    await expect(verdict.getByText('inconclusive', { exact: true })).toBeVisible();
    await expect(verdict.getByText('amended after data')).toBeHidden();

    await tomek.experiment.amendThreshold('75', 'The goal of the idea says three of four, and the card said more.');
    await expect(verdict.getByText('amended after data', { exact: true })).toBeVisible();
    await expect(verdict).toContainText('the 75% that was set');
    await expect(card.getByRole('heading', { name: 'Amendment 1 amended after data' })).toBeVisible();
    await expect(card.getByText('Reason: The goal of the idea says three of four, and the card said more.')).toBeVisible();
    const changed = tomek.experiment.amendment(1).getByRole('row').filter({ hasText: 'Threshold' });
    await expect(changed.getByRole('cell')).toHaveText(['80%', '75%']);
  });

  await test.step('many measurements at once: looked through before they are recorded, and the verdict is met', async () => {
    const { measurements, verdict } = tomek.experiment;
    const today = dayFromNow(0);
    await tomek.experiment.openImport();
    await tomek.experiment.paste(['on;successes;total;note', `${today};61;60;`, `${today};57;60;A windy morning`]);
    await expect(measurements.getByText('One thing is wrong. Nothing was recorded.')).toBeVisible();
    await expect(tomek.experiment.previewed(2)).toContainText('61');
    await expect(measurements.getByRole('button', { name: 'Record the measurements' })).toBeDisabled();

    await tomek.experiment.chooseCsv(['on;successes;total;note', `${today};58;60;`, `${today};57;60;A windy morning`]);
    await expect(measurements.getByText('2 measurements can be recorded.')).toBeVisible();
    await expect(tomek.experiment.previewed(2).getByRole('cell')).toHaveText([today, '58', '60', '']);
    await expect(tomek.experiment.previewed(3).getByRole('cell')).toHaveText([today, '57', '60', 'A windy morning']);
    await expect(verdict.getByText('inconclusive', { exact: true })).toBeVisible();

    await tomek.experiment.record(2);
    await expect(verdict.getByText('met', { exact: true })).toBeVisible();
    await expect(verdict).toContainText('92.9% (130 of 140)');
    await expect(verdict.getByText('amended after data', { exact: true })).toBeVisible();
  });

  await test.step('it is concluded with its lesson', async () => {
    await tomek.experiment.conclude('130 of 140 were warm.', {
      observed: 'The queue formed around the kettle, not at the gangway.',
      learned: 'The cup in the hands warms as much as the soup.',
      therefore: 'Keep the cups thick, and the kettle away from the gangway.',
    });
    await tomek.experiment.backToIdea();
    await expect(tomek.idea.experiment(1).getByText('concluded', { exact: true })).toBeVisible();
  });

  const [irenas, hannas] = await test.step('scale-up is asked for with a panel of two', async () => {
    await tomek.idea.takeNext('Ask for the decision');
    await tomek.askDecision.ask('Oskar', 'Five landing stages have no roof.', ['Irena', 'Hanna']);
    await irena.decisions.open();
    await hanna.decisions.open();
    return [await irena.decisions.take(TITLE), await hanna.decisions.take(TITLE)];
  });
  const address = `/decisions/${irena.page.url().split('/').at(-1) ?? ''}`;
  const readsDecision = (person: Person) => person.sends<DecisionDetail>('get', address);

  await test.step('the evidence says that the card was amended after data', async () => {
    await expect(irenas.evidence).toContainText('Locked at the start, amended once');
    await expect(irenas.evidence.getByText('amended after data').first()).toBeVisible();
    await expect(irenas.panel).toContainText('0 of 2 have scored. Still waiting for Irena and Hanna.');
  });

  await test.step('the verdict is there to see before anybody scrolls, in a page that scrolls as one', async () => {
    const { page } = irena;
    const usual = page.viewportSize();
    await page.reload();
    for (const size of DESKS) {
      await page.setViewportSize(size);
      await expect(irenas.evidence.getByText('met', { exact: true }).first()).toBeInViewport({ ratio: 1 });
      await expect(irenas.evidence.getByText('92.9% (130 of 140)').first()).toBeInViewport({ ratio: 1 });
      expect(await irenas.scrollsByItself()).toBe(false);
    }
    if (usual) await page.setViewportSize(usual);
  });

  const oskars = await test.step('Irena scores, and nobody else sees it, in the page or behind it', async () => {
    await irenas.score(5, FOR);
    await expect(irenas.scorecard.getByText(FOR)).toBeVisible();

    await expect(hannas.panel).toContainText('1 of 2 have scored. Still waiting for Hanna.');
    await oskar.decisions.open();
    const opened = await oskar.decisions.take(TITLE);
    await expect(opened.panel).toContainText('Scored blind');
    await expect(opened.decision).toContainText('It cannot be decided yet');
    await expect(opened.decision.getByRole('button', { name: 'Decide', exact: true })).toBeHidden();
    for (const person of [hanna, oskar, tomek]) {
      const answer = await readsDecision(person);
      expect(answer).toMatchObject({ blind: true, scored: 1, mine: null, scorecards: null, summary: null, weightedMean: null });
      expect(JSON.stringify(answer)).not.toContain(FOR);
    }
    for (const [{ page }, { opinions }] of [[hanna, hannas] as const, [oskar, opened] as const]) {
      await expect(opinions).toBeHidden();
      expect(await page.content()).not.toContain(FOR);
    }
    // Her own is hers to read, and all that she reads.
    const own = await readsDecision(irena);
    expect(own).toMatchObject({ blind: true, scorecards: null, summary: null });
    expect(JSON.stringify(own.mine)).toContain(FOR);
    await expect(irenas.opinions).toBeHidden();
    return opened;
  });

  await test.step('Hanna scores too: the spread shows to everybody, without a reload', async () => {
    await hannas.score(2, AGAINST);
    for (const seen of [hannas, irenas, oskars]) {
      await expect(seen.panel).toContainText('Everybody has scored: the scorecards are open.');
      const criterion = seen.opinions.getByRole('article').first();
      await expect(criterion).toContainText('From 2 to 5, mean 3.5');
      await expect(criterion.getByText('opinions differ', { exact: true })).toBeVisible();
      await expect(criterion.getByRole('listitem').filter({ hasText: 'Irena: 5' })).toContainText(FOR);
      await expect(criterion.getByRole('listitem').filter({ hasText: 'Hanna: 2' })).toContainText(AGAINST);
    }
    const { blind, scorecards, weightedMean } = await readsDecision(oskar);
    expect({ blind, weightedMean, cards: scorecards?.length }).toEqual({ blind: false, weightedMean: 3.5, cards: 2 });
  });

  await test.step('Oskar decides with a reason, and the idea moves', async () => {
    await expect(tomek.idea.next).toContainText('Oskar answers by');
    await oskars.decide('yes', DECIDED);
    await expect(tomek.idea.here).toContainText('Scale');
    await expect(tomek.idea.decisions.getByText(DECIDED)).toBeVisible();
  });

  await test.step('the rollout is planned with a milestone, and goes into use', async () => {
    await tomek.idea.planRollout({
      unit: 'Ferries',
      owner: 'Hanna',
      effect: { value: '2000', unit: 'cups a month', by: dayFromNow(90) },
      followUpOn: dayFromNow(120),
    });
    await tomek.idea.addMilestone('Kettles on five landing stages', dayFromNow(30));
    await tomek.idea.moveRollout('Start the rollout', 'under way');
    await tomek.idea.milestone('Kettles on five landing stages').click();
    await expect(tomek.idea.rollout).toContainText('1 of 1 reached');
    await tomek.idea.moveRollout('Put into use', 'in use');
    await hanna.idea.open(number);
    await hanna.idea.takeNext('Put into use');
    await expect(hanna.idea.here).toContainText('In use');
  });

  await test.step('it is followed up: the measured effect stands beside the expected one, there and on the page of effects', async () => {
    await expect(tomek.idea.here).toContainText('In use');
    await tomek.idea.followUp('2350', 'Counted by the cups that were washed.');
    const effect = tomek.idea.rollout.getByRole('group', { name: 'Effect', exact: true });
    await expect(effect).toContainText(/at least 2,000 cups a month by\s.*2,350 cups a month on\s/);
    await expect(effect).toContainText('The expected effect is reached.');

    await oskar.effects.open();
    const row = oskar.effects.of(TITLE);
    await expect(row).toContainText(/Expected\s*at least 2,000 cups a month by\s.*Measured\s*2,350 cups a month on\s/s);
    await expect(row).toContainText('Counted by the cups that were washed.');
    await expect(row.getByText('reached', { exact: true })).toBeVisible();
  });
});

test('an experiment is stopped, and its lesson is found by a word', async ({ world }) => {
  const tomek = await world.person('tomek');
  const hanna = await world.person('hanna');
  const irena = await world.person('irena');
  const oskar = await world.person('oskar');
  const number = await hasReachedPilot({ tomek, hanna, oskar }, STOPPED);
  const experiment = await isRunning(tomek, number, 'Do warm feet keep people on the benches?', {
    hypothesis: 'Warm feet keep people on the benches.',
    method: 'Count who stays seated for ten minutes.',
    metric: 'Share of those who stay seated',
    threshold: 0.6,
    baseline: 0.2,
    group: 'Whoever sits down',
    place: 'Northern landing stage',
    startsOn: dayFromNow(0),
    endsOn: dayFromNow(14),
    costCap: { amount: 400, currency: 'EUR' },
    risks: 'A cable may trip somebody.',
    personalData: false,
    participantInformation: 'A sign on the bench.',
  });
  const lesson = {
    observed: 'The salt spray had eaten the copper contacts of every mat within three days.',
    learned: 'Nothing with a plug lasts on the landing stage.',
    therefore: 'Think of warmth without electricity first.',
  };

  await tomek.page.goto(`/aleksandrow/experiments/${experiment.id}`);
  await tomek.experiment.stop(lesson, '12000');

  await irena.lessons.open();
  await irena.lessons.search.fill('contacts');
  await irena.lessons.search.press('Enter');
  await expect(irena.lessons.lessons()).toHaveCount(1);
  const found = irena.lessons.of(STOPPED);
  await expect(found.getByRole('definition')).toHaveText([lesson.observed, lesson.learned, lesson.therefore]);
  await expect(found.getByText('stopped', { exact: true })).toBeVisible();
  await expect(found).toContainText('Stopping saved €12,000');
});
