import { ComponentHarness } from '@angular/cdk/testing';

/** The frame of every page. */
export class ShellHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-shell';

  private readonly links = this.locatorForAll('.rail li .name');
  private readonly input = this.locatorFor('input[type="search"]');
  private readonly form = this.locatorFor('form[role="search"]');

  async pages(): Promise<string[]> {
    return Promise.all((await this.links()).map((it) => it.text()));
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
