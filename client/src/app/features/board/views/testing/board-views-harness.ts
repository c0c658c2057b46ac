import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** The saved views of the board. */
export class BoardViewsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-board-views';

  private readonly menu = this.locatorFor(MatMenuHarness);

  /** What the button is called. */
  async button(): Promise<string> {
    return (await (await this.locatorFor('button')()).text()).trim();
  }

  /** What can be chosen, with a star before what is ticked. */
  async items(): Promise<string[]> {
    const menu = await this.menu();
    await menu.open();
    return Promise.all(
      (await menu.getItems()).map(async (it) => {
        const isTicked = (await (await it.host()).getAttribute('aria-checked')) === 'true';
        return (isTicked ? '* ' : '') + (await it.getText()).replace(/\s+/g, ' ').trim();
      }),
    );
  }
}
