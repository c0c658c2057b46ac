import { ComponentHarness, type TestElement } from '@angular/cdk/testing';

/** The frame of every page. */
export class ShellHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-shell';

  private readonly links = this.locatorForAll('.rail li .name');
  private readonly more = this.locatorFor('.rail .more button');
  private readonly further = this.documentRootLocatorFactory().locatorForAll('[role="menu"] a');
  private readonly field = this.locatorFor('.search');

  private readonly person = this.locatorFor('polku-person-menu button');
  private readonly choices = this.documentRootLocatorFactory().locatorForAll('[role="menu"] [aria-checked]');

  /** Opens the menu of one's own name. */
  async openPersonMenu(): Promise<void> {
    await (await this.person()).click();
  }

  /** Whether something that can be chosen in an open menu is: `true` or `false`. */
  async choice(name: string): Promise<string | null> {
    return (await this.choiceOf(name)).getAttribute('aria-checked');
  }

  async choose(name: string): Promise<void> {
    await (await this.choiceOf(name)).click();
  }

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

  /** Opens the search at the top. */
  async search(): Promise<void> {
    await (await this.field()).click();
  }

  private async choiceOf(name: string): Promise<TestElement> {
    for (const choice of await this.choices()) if ((await choice.text()).trim() === name) return choice;
    throw new Error(`Nothing called ${name} can be chosen`);
  }
}
