import type { Locator, Page } from '@playwright/test';

/** All ideas as a list that can be searched. */
export class IdeasPage {
  readonly heading: Locator;
  readonly search: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Ideas' });
    this.search = page.getByRole('main').getByRole('textbox', { name: 'Search the ideas' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/${this.organisation}/ideas${query}`);
    await this.heading.waitFor();
  }

  idea(title: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name: title, exact: true });
  }
}
