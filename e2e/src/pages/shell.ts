import type { Locator, Page } from '@playwright/test';

/** What surrounds every page: the way around, the bell, the person. */
export class Shell {
  readonly bell: Locator;
  readonly notifications: Locator;
  readonly offline: Locator;
  readonly notFound: Locator;
  /** Everything that is read aloud. */
  readonly aloud: Locator;

  constructor(private readonly page: Page) {
    this.bell = page.getByRole('button', { name: /^Notifications|^Aviseringar/ });
    this.notifications = page.getByRole('dialog', { name: /^Notifications|^Aviseringar/ });
    this.offline = page.getByText('No connection to Polku.');
    this.notFound = page.getByRole('heading', { level: 1, name: 'There is nothing here' });
    this.aloud = page.locator('[aria-live]');
  }

  /** Waits until this was said to a screen reader. */
  async hears(words: string | RegExp): Promise<void> {
    await this.aloud.filter({ hasText: words }).first().waitFor({ state: 'attached' });
  }

  async goTo(name: 'Home' | 'Board' | 'Ideas' | 'Decisions' | 'Import'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  }

  /** Opens the menu of the person and takes an entry of it. */
  async choose(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: /^You: |^Du: / }).click();
    await this.page.getByRole('menu').getByText(entry, { exact: true }).click();
  }

  async openBell(): Promise<void> {
    await this.bell.click();
    await this.notifications.waitFor();
  }
}
