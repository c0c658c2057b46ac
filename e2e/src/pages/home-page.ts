import type { Locator, Page } from '@playwright/test';

/** Where one begins: my ideas, what waits for me, what is new. */
export class HomePage {
  readonly heading: Locator;
  /** Each part is a region by its heading. */
  readonly ideas: Locator;
  readonly waiting: Locator;
  readonly news: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Home' });
    this.ideas = page.getByRole('region', { name: 'My ideas' });
    this.waiting = page.getByRole('region', { name: 'Waiting for me' });
    this.news = page.getByRole('region', { name: 'What is new' });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/home`);
    await this.heading.waitFor();
  }

  /** What stands in a part under this title, or with these words. */
  row(part: Locator, words: string): Locator {
    return part.getByRole('listitem').filter({ hasText: words });
  }
}
