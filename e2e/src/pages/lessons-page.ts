import type { Locator, Page } from '@playwright/test';

/** What experiments and stopped ideas have taught. */
export class LessonsPage {
  readonly heading: Locator;
  readonly search: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Lessons' });
    this.search = page.getByRole('textbox', { name: 'Search the lessons' });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/lessons`);
    await this.heading.waitFor();
  }

  /** The lessons that are shown. */
  lessons(): Locator {
    return this.page.getByRole('main').getByRole('listitem');
  }

  /** A lesson learned on an idea. */
  of(title: string): Locator {
    return this.lessons().filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }
}
