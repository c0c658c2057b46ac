import { expect, type Locator, type Page } from '@playwright/test';

/** What is written on a test card that measures a share. */
export interface TestCardWords {
  readonly hypothesis: string;
  readonly method: string;
  readonly metric: string;
  /** In percent. */
  readonly baseline: string;
  /** In percent. */
  readonly threshold: string;
  readonly group: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly costCap: string;
  readonly responsible: string;
  readonly risks: string;
  readonly participantInformation: string;
}

/** The page of an experiment, as the team and the managers use it. */
export class ExperimentPage {
  readonly next: Locator;
  readonly verdict: Locator;
  readonly chart: Locator;
  readonly measurements: Locator;
  readonly card: Locator;

  constructor(private readonly page: Page) {
    this.next = page.getByRole('region', { name: 'What comes next' });
    this.verdict = page.getByRole('region', { name: 'Verdict' });
    this.chart = page.getByRole('region', { name: 'How the result came to be' });
    this.measurements = page.getByRole('region', { name: 'Measurements', exact: true });
    this.card = page.getByRole('region', { name: 'Test card' });
  }

  /** Writes the card, and waits until it has saved itself. */
  async write(words: TestCardWords): Promise<void> {
    const field = (label: string) => this.card.getByLabel(label, { exact: true });
    await field('Hypothesis').fill(words.hypothesis);
    await field('Method').fill(words.method);
    await field('Metric').fill(words.metric);
    await field('Threshold, %').fill(words.threshold);
    await field('Baseline, %').fill(words.baseline);
    await field('Group').fill(words.group);
    await field('Place').fill(words.place);
    await field('Start').fill(words.startsOn);
    await field('End').fill(words.endsOn);
    await field('Cost cap').fill(words.costCap);
    await this.card.getByRole('checkbox', { name: words.responsible }).check();
    await field('Risks').fill(words.risks);
    await this.card.getByRole('group', { name: 'Personal data, yes or no' }).getByLabel('no').check();
    await field('Information for participants').fill(words.participantInformation);
    await expect(this.card.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Starts it, which locks the card. */
  async start(): Promise<void> {
    await this.next.getByRole('button', { name: 'Start the experiment' }).click();
    await this.next.getByRole('button', { name: 'Start and lock the card' }).click();
    await expect(this.card.getByText(/Locked on /)).toBeVisible();
  }

  /** Adds measurements, one after the other in the same form. */
  async measure(measurements: readonly { readonly successes: number; readonly total: number }[]): Promise<void> {
    const form = this.measurements.getByRole('form', { name: 'Add a measurement' });
    for (const { successes, total } of measurements) {
      await form.getByLabel('Successes').fill(String(successes));
      await form.getByLabel('Out of').fill(String(total));
      await form.getByLabel('Out of').press('Enter');
      await expect(form.getByLabel('Successes')).toHaveValue('');
    }
  }

  async conclude(result: string, lesson: { observed: string; learned: string; therefore: string }): Promise<void> {
    await this.next.getByRole('button', { name: 'Measuring is done' }).click();
    await this.next.getByRole('button', { name: 'Conclude' }).click();
    const form = this.page.getByRole('region', { name: 'Conclude the experiment' });
    await form.getByLabel('Result').fill(result);
    await form.getByLabel('Observed').fill(lesson.observed);
    await form.getByLabel('Learned').fill(lesson.learned);
    await form.getByLabel('Therefore').fill(lesson.therefore);
    await form.getByRole('button', { name: 'Conclude' }).click();
    await expect(this.next.getByText('It is concluded.')).toBeVisible();
  }

  async backToIdea(): Promise<void> {
    await this.next.getByRole('link', { name: 'Go to the idea' }).click();
    await expect(this.page).toHaveURL(/\/ideas\//);
  }
}
