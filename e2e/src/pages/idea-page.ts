import { expect, type Locator, type Page } from '@playwright/test';
import { DecisionPage } from './decision-page.js';

/** What a plan of a rollout says. */
export interface RolloutWords {
  readonly unit: string;
  readonly owner: string;
  readonly effect: { readonly value: string; readonly unit: string; readonly by: string };
  readonly followUpOn: string;
}

/** The page of one idea. */
export class IdeaPage {
  readonly title: Locator;
  readonly here: Locator;
  readonly next: Locator;
  readonly facts: Locator;
  readonly experiments: Locator;
  readonly decisions: Locator;
  readonly rollout: Locator;
  readonly team: Locator;
  readonly history: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.title = page.getByRole('heading', { level: 1 });
    this.here = page.getByRole('list', { name: 'Path' }).locator('[aria-current="step"]');
    this.next = page.getByRole('region', { name: /^(Before it can go on|Ready for|At the end of its path|Beside the path)/ });
    this.facts = page.getByRole('region', { name: 'The idea', exact: true });
    this.experiments = page.getByRole('region', { name: 'Experiments' });
    this.decisions = page.getByRole('region', { name: 'Decisions' });
    this.rollout = page.getByRole('region', { name: 'Rollout' });
    this.team = page.getByRole('region', { name: 'Team' });
    this.history = page.getByRole('region', { name: 'History' });
  }

  async open(number: number, fragment = ''): Promise<void> {
    await this.page.goto(`/${this.organisation}/ideas/${number}${fragment}`);
    await this.next.waitFor();
  }

  /** The button that begins to write a text of the idea, whether it says something or not. */
  pen(field: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(Write it|Edit) ?: ${field}$`) });
  }

  /** Writes a text of the idea and saves it. */
  async write(field: string, text: string): Promise<void> {
    await this.pen(field).click();
    const entry = this.page.getByRole('textbox', { name: field, exact: true });
    await entry.fill(text);
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(entry).toBeHidden();
    await expect(this.page.getByText(text, { exact: true }).first()).toBeVisible();
  }

  /** Takes the one next action of the idea. */
  async takeNext(name: string): Promise<void> {
    await this.next
      .getByRole('button', { name, exact: true })
      .or(this.next.getByRole('link', { name, exact: true }))
      .click();
  }

  async joinTeam(): Promise<void> {
    await this.team.getByRole('button', { name: 'Join the team' }).click();
    await expect(this.team.getByText('you', { exact: true })).toBeVisible();
  }

  /** Decides what this idea waits for, on the page of the decision. */
  async decide(outcome: 'yes' | 'adapt' | 'stop', reason: string): Promise<void> {
    await this.takeNext('Decide now');
    await new DecisionPage(this.page).decide(outcome, reason);
  }

  /** Begins an experiment with its question, which leads on to its own page. */
  async beginExperiment(question: string): Promise<void> {
    await this.experiments.getByRole('button', { name: 'Plan an experiment' }).click();
    await this.experiments.getByLabel('Question of the experiment').fill(question);
    await this.experiments.getByRole('button', { name: 'Go on to the test card' }).click();
    await expect(this.page).toHaveURL(/\/experiments\//);
  }

  experiment(number: number): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^Experiment ${number}: `) });
  }

  async planRollout({ unit, owner, effect, followUpOn }: RolloutWords): Promise<void> {
    const { rollout } = this;
    await rollout.getByRole('button', { name: 'Plan the rollout' }).click();
    await rollout.getByLabel('Receiving unit').fill(unit);
    await rollout.getByRole('button', { name: /^Edit ?: Who answers for it$/ }).click();
    await rollout.getByLabel('Who answers for it').fill(owner);
    await rollout.getByRole('listitem').getByRole('button', { name: owner }).click();
    await rollout.getByLabel('How much').fill(effect.value);
    await rollout.getByLabel('Of what').fill(effect.unit);
    await rollout.getByLabel('By when').fill(effect.by);
    await rollout.getByLabel('Follow up on').fill(followUpOn);
    await rollout.getByRole('button', { name: 'Save' }).click();
    await this.rolloutStands('planned');
  }

  async moveRollout(move: string, state: string): Promise<void> {
    await this.rollout.getByRole('button', { name: move }).click();
    await this.rolloutStands(state);
  }

  /** Adds a milestone to the rollout, and checks it off. */
  async reachMilestone(title: string, on: string): Promise<void> {
    await this.addMilestone(title, on);
    await this.milestone(title).click();
    await expect(this.milestone(title)).toBeChecked();
  }

  async addMilestone(title: string, on: string): Promise<void> {
    await this.rollout.getByRole('button', { name: 'Add a milestone' }).click();
    await this.rollout.getByLabel('What is reached').fill(title);
    await this.rollout.getByLabel('By when').fill(on);
    await this.rollout.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.milestone(title)).toBeVisible();
  }

  /** A milestone of the rollout, for those who may change it. */
  milestone(title: string): Locator {
    return this.rollout.getByRole('checkbox', { name: title });
  }

  /** Follows the rollout up with the effect that was measured. */
  async followUp(value: string, note = ''): Promise<void> {
    await this.rollout.getByRole('button', { name: 'Measure the effect' }).click();
    await this.rollout.getByLabel('How much was measured').fill(value);
    await this.rollout.getByLabel('Note').fill(note);
    await this.rollout.getByRole('button', { name: 'Save the follow-up' }).click();
    // At the end of its line no station is the present one.
    const line = this.rollout.getByRole('list', { name: 'How far the rollout is' });
    await expect(line.getByRole('listitem').filter({ hasText: 'followed up' })).toContainText('done');
  }

  /** Waits until the rollout has come to this station of its line. */
  private async rolloutStands(state: string): Promise<void> {
    await expect(this.rollout.locator('li[aria-current="step"]')).toContainText(state);
  }
}
