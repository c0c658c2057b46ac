import { ComponentHarness } from '@angular/cdk/testing';

/** The frame of every page. */
export class ShellHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-shell';

  private readonly links = this.locatorForAll('.rail li .name');
  private readonly more = this.locatorFor('.rail .more button');
  private readonly further = this.documentRootLocatorFactory().locatorForAll('[role="menu"] a');
  private readonly input = this.locatorFor('input[type="search"]');
  private readonly form = this.locatorFor('form[role="search"]');

  async pages(): Promise<string[]> {
    return Promise.all((await this.links()).map((it) => it.text()));
  }

  /** Opens the menu of the pages that have no room at the foot of a phone. */
  async openMore(): Promise<void> {
    await (await this.more()).click();
  }

  /** The pages in that menu, once it is open. */
  async furtherPages(): Promise<string[]> {
    return Promise.all((await this.further()).map(async (it) => (await it.text()).trim()));
  }

  async isMoreMarked(): Promise<boolean> {
    return (await this.more()).hasClass('here');
  }

  async search(text: string): Promise<void> {
    const input = await this.input();
    await input.setInputValue(text);
    await input.dispatchEvent('input');
    await (await this.form()).dispatchEvent('submit');
  }

  async isSearching(): Promise<boolean> {
    return (await this.input()).isFocused();
  }
}
