import type { Locator, Page } from '@playwright/test';

/** What was expected of each rollout, and what was measured. */
export class EffectsPage {
  readonly heading: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Effects' });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/effects`);
    await this.heading.waitFor();
  }

  /** The rollout of an idea. */
  of(title: string): Locator {
    return this.page.getByRole('table', { name: 'Effects' }).getByRole('row').filter({ hasText: title });
  }
}
