import type { Locator, Page } from '@playwright/test';

/** Bringing ideas in from a file. */
export class ImportPage {
  readonly heading: Locator;
  readonly file: Locator;
  readonly start: Locator;
  readonly readAgain: Locator;
  readonly progress: Locator;
  readonly done: Locator;
  readonly faults: Locator;
  /** The first rows of the file. */
  readonly sample: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Import ideas' });
    this.file = page.getByLabel(/^Choose (a|another) file$/);
    this.start = page.getByRole('button', { name: 'Start the import' });
    this.readAgain = page.getByRole('button', { name: 'Read it again' });
    this.progress = page.getByRole('progressbar');
    this.done = page.getByRole('heading', { name: 'Imported', exact: true });
    this.sample = page.getByRole('table', { name: 'The first rows of the file' });
    this.faults = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'What is wrong' }) });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/import`);
    await this.heading.waitFor();
  }

  /** The column that fills a field. */
  column(field: string): Locator {
    return this.page.getByRole('region', { name: 'What each column means' }).getByRole('combobox', { name: new RegExp(`^${field}\\b`) });
  }

  /** A line of what is wrong. */
  fault(row: number | null, column: string, what: string): Locator {
    return this.faults.getByRole('row', { name: `${row ?? '–'} ${column} ${what}`, exact: true });
  }
}
