import type { Locator, Page } from '@playwright/test';

/** What the hub asks for a while. */
export class ChallengesPage {
  readonly heading: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Challenges' });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/challenges`);
    await this.heading.waitFor();
  }

  /** Asks a challenge from today to a day. */
  async ask(question: string, about: string, until: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New challenge' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Question').fill(question);
    await dialog.getByLabel('Why we ask').fill(about);
    await dialog.getByLabel('Last day').fill(until);
    await dialog.getByRole('button', { name: 'Ask the challenge' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** A challenge of the list. */
  of(question: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: question }) });
  }

  /** The way to answer an open one. */
  answer(question: string): Locator {
    return this.page.getByRole('link', { name: `Answer with an idea: ${question}` });
  }
}
