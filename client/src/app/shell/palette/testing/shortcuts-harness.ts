import { ComponentHarness } from '@angular/cdk/testing';

/** The sheet of shortcuts. */
export class ShortcutsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-shortcuts';

  private readonly headings = this.locatorForAll('h3');

  /** What can be done in a place, each with its keys. */
  async keysOf(place: string): Promise<string[]> {
    const names = await Promise.all((await this.headings()).map((it) => it.text()));
    const rows = await this.locatorForAll(`dl:nth-of-type(${names.indexOf(place) + 1}) > div`)();
    const parts = await Promise.all(rows.map(async (_row, at) => this.partsOf(names.indexOf(place) + 1, at + 1)));
    return parts.map(({ what, keys }) => `${what}: ${keys.join(' ')}`);
  }

  private async partsOf(list: number, row: number): Promise<{ what: string; keys: string[] }> {
    const at = `dl:nth-of-type(${list}) > div:nth-of-type(${row})`;
    const what = await (await this.locatorFor(`${at} dt`)()).text();
    return { what, keys: await Promise.all((await this.locatorForAll(`${at} kbd`)()).map((it) => it.text())) };
  }
}
