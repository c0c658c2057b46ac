import type { Locator, Page } from '@playwright/test';

/** All ideas as a list that can be searched. */
export class IdeasPage {
  readonly heading: Locator;
  readonly search: Locator;
  /** What can be done to the ideas that are selected. */
  readonly bulk: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Ideas' });
    this.bulk = page.getByRole('region', { name: 'What is done to the ideas that are selected' });
    this.search = page.getByRole('main').getByRole('textbox', { name: 'Search the ideas' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/${this.organisation}/ideas${query}`);
    await this.heading.waitFor();
  }

  idea(title: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name: title, exact: true });
  }

  /** What selects an idea. */
  box(title: string): Locator {
    return this.page.getByRole('checkbox', { name: `Select: ${title}`, exact: true });
  }

  /** The title of an idea while ideas are selected. */
  selectable(title: string): Locator {
    return this.row(title).locator('label');
  }

  /** The row of an idea. */
  row(title: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  }
}
