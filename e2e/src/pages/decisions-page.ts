import { expect, type Locator, type Page } from '@playwright/test';
import { DecideForm } from './decide-form.js';

/** What waits for somebody's word. */
export class DecisionsPage {
  readonly heading: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Decisions' });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/decisions`);
    await this.heading.waitFor();
  }

  /** The decision on an idea, as it waits in the list. */
  about(title: string): Locator {
    return this.page.getByRole('list', { name: 'Waiting for me' }).getByRole('listitem').filter({ hasText: title });
  }

  async decide(title: string, outcome: 'yes' | 'adapt' | 'stop', reason: string): Promise<void> {
    const waiting = this.about(title);
    await waiting.getByRole('button', { name: /^Decide\b/ }).click();
    await new DecideForm(waiting).decide(outcome, reason);
    await expect(this.page.getByText('Decided. The submitter is told your reason.').first()).toBeVisible();
    // It stays in sight, with its reason, until one goes elsewhere.
    await expect(waiting.getByText(reason)).toBeVisible();
    await expect(waiting.getByRole('button')).toHaveCount(0);
  }
}
