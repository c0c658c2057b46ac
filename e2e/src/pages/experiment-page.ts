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
  /** What is said at the top of one that has ended without a conclusion. */
  readonly ended: Locator;
  readonly next: Locator;
  readonly verdict: Locator;
  readonly chart: Locator;
  readonly measurements: Locator;
  readonly card: Locator;

  constructor(private readonly page: Page) {
    this.ended = page.getByText('This experiment has ended without a conclusion.');
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

  /** Changes the threshold on the locked card, with the reason. */
  async amendThreshold(threshold: string, reason: string): Promise<void> {
    await this.card.getByRole('button', { name: 'Amend the test card' }).click();
    await this.card.getByLabel('Reason', { exact: true }).fill(reason);
    await this.card.getByLabel('Threshold, %', { exact: true }).fill(threshold);
    await expect(this.card.getByText('Changes: Threshold', { exact: true })).toBeVisible();
    await this.card.getByRole('button', { name: 'Save the amendment' }).click();
    await expect(this.card.getByRole('heading', { name: /^Amendment \d+/ })).toBeVisible();
  }

  /** What an amendment changed: a row for each field, with what stood there before and what stands there now. */
  amendment(number: number): Locator {
    return this.card.getByRole('table', { name: `Amendment ${number}` });
  }

  /** Opens the form that takes many measurements at once. */
  async openImport(): Promise<void> {
    await this.measurements.getByRole('button', { name: 'Paste or import many' }).click();
  }

  /** Pastes rows; they are looked through, and nothing is recorded yet. */
  async paste(rows: readonly string[]): Promise<void> {
    await this.measurements.getByLabel('Rows', { exact: true }).fill(rows.join('\n'));
  }

  /** Chooses a CSV file with these rows; they are looked through, and nothing is recorded yet. */
  async chooseCsv(rows: readonly string[]): Promise<void> {
    await this.measurements
      .getByLabel('Or a CSV file')
      .setInputFiles({ name: 'measurements.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  }

  /** A row of the preview, by its number in the table. */
  previewed(row: number): Locator {
    const preview = this.measurements.getByRole('region', { name: 'Preview of the rows' });
    return preview.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: String(row), exact: true }) });
  }

  /** Records what was looked through. */
  async record(count: number): Promise<void> {
    await this.measurements.getByRole('button', { name: `Record ${count} measurements` }).click();
    await expect(this.page.getByText(`${count} measurements recorded.`).first()).toBeVisible();
  }

  /** Stops it with its lesson, and perhaps what the stop saved in euros. */
  async stop(lesson: { observed: string; learned: string; therefore: string }, saved?: string): Promise<void> {
    await this.next.getByRole('button', { name: 'Stop with a lesson' }).click();
    const form = this.page.getByRole('region', { name: 'Stop the experiment' });
    await form.getByLabel('Observed').fill(lesson.observed);
    await form.getByLabel('Learned').fill(lesson.learned);
    await form.getByLabel('Therefore').fill(lesson.therefore);
    if (saved !== undefined) {
      await form.getByLabel('What it saved').fill(saved);
      await form.getByLabel('Currency').selectOption('EUR');
    }
    await form.getByRole('button', { name: 'Stop with this lesson' }).click();
    await expect(this.next.getByText('It was stopped, and its lesson stays.')).toBeVisible();
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
