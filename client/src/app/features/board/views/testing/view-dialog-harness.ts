import { ComponentHarness } from '@angular/cdk/testing';

/** The dialog that names a view of the board. */
export class ViewDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-view-dialog';

  private readonly field = this.locatorFor('#view-name');
  private readonly form = this.locatorFor('form');
  private readonly complaintText = this.locatorForOptional('.error, [role="alert"]');
  private readonly deleting = this.locatorForOptional('button.delete');

  async name(name: string): Promise<void> {
    const field = await this.field();
    await field.setInputValue(name);
    await field.dispatchEvent('input');
  }

  /** Ticks, or unticks, who sees it (`shared`) or that the board opens with it (`first`). */
  async tick(what: 'shared' | 'first'): Promise<void> {
    await (await this.locatorFor(`input[name="${what}"]`)()).click();
  }

  async has(what: 'shared' | 'first'): Promise<boolean> {
    return (await this.locatorForOptional(`input[name="${what}"]`)()) !== null;
  }

  async save(): Promise<void> {
    await (await this.form()).dispatchEvent('submit');
  }

  /** Presses the way to delete it, and gives what it says then. */
  async delete(): Promise<string | null> {
    await (await this.deleting())?.click();
    return (await (await this.deleting())?.text()) ?? null;
  }

  async complaint(): Promise<string | null> {
    return (await (await this.complaintText())?.text()) ?? null;
  }
}
