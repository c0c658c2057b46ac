import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** What can be done to the ideas that are selected. */
export class BulkBarHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-bulk-bar';

  private readonly status = this.locatorFor('[role="status"]');
  private readonly moving = this.locatorFor(MatMenuHarness);

  async says(): Promise<string> {
    return (await (await this.status()).text()).trim();
  }

  /** Takes a move by its name. */
  async move(name: string): Promise<void> {
    const menu = await this.moving();
    await menu.open();
    await menu.clickItem({ text: new RegExp(name) });
  }
}
