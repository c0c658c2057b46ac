import { ComponentHarness, type ModifierKeys, TestKey } from '@angular/cdk/testing';
import { BulkBarHarness } from '../../../ui/bulk/testing/bulk-bar-harness';

/** A row of the list. */
export class IdeaRowHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-row';

  readonly title = this.locatorFor('.title');
  readonly box = this.locatorFor('input');
  readonly place = this.locatorFor('.place');
  readonly facts = this.locatorForAll('.facts span');
}

/** The list of ideas: its rows, and what is selected of them. */
export class IdeasPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-ideas-page';

  private readonly rows = this.locatorForAll(IdeaRowHarness);
  private readonly all = this.locatorFor('.all input');

  /** The titles, in the order in which they are shown. */
  async titles(): Promise<string[]> {
    return Promise.all((await this.rows()).map(async (it) => (await it.title()).text()));
  }

  /** The titles of what is selected. */
  async selected(): Promise<string[]> {
    const rows = await this.rows();
    const ticks = await Promise.all(rows.map(async (it) => (await it.box()).getProperty<boolean>('checked')));
    return (await this.titles()).filter((_, at) => ticks[at]);
  }

  /** The title of the row in whose box the focus is. */
  async focused(): Promise<string | undefined> {
    for (const row of await this.rows()) if (await (await row.box()).isFocused()) return (await row.title()).text();
    return undefined;
  }

  /** Presses a letter on the title. */
  async key(title: string, letter: string): Promise<void> {
    await (await (await this.row(title)).title()).sendKeys(letter);
  }

  async escape(title: string): Promise<void> {
    await (await (await this.row(title)).box()).sendKeys(TestKey.ESCAPE);
  }

  async click(title: string, keys: ModifierKeys = {}): Promise<void> {
    await (await (await this.row(title)).title()).click(keys);
  }

  /** Clicks the box. */
  async tick(title: string, keys: ModifierKeys = {}): Promise<void> {
    await (await (await this.row(title)).box()).click(keys);
  }

  async selectAll(): Promise<void> {
    await (await this.all()).click();
  }

  async stepOf(title: string): Promise<string> {
    return (await (await (await this.row(title)).place()).text()).trim();
  }

  /** The quiet line below its title. */
  async facts(title: string): Promise<string[]> {
    return Promise.all((await (await this.row(title)).facts()).map((it) => it.text()));
  }

  /** The order in which they are listed. */
  async order(): Promise<string> {
    const select = await this.locatorFor('#ideas-sort')();
    const options = await select.getProperty<HTMLOptionsCollection>('options');
    return [...options][await select.getProperty<number>('selectedIndex')]?.text.trim() ?? '';
  }

  async bulkBar(): Promise<BulkBarHarness> {
    return this.locatorFor(BulkBarHarness)();
  }

  private async row(title: string): Promise<IdeaRowHarness> {
    for (const row of await this.rows()) if ((await (await row.title()).text()) === title) return row;
    throw new Error(`No idea ${title}`);
  }
}
