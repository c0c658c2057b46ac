import { ComponentHarness } from '@angular/cdk/testing';

/** The dialog that limits a column. */
export class LimitDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-limit-dialog';

  private readonly number = this.locatorFor('#limit-at-most');
  private readonly kinds = this.locatorForAll('input[type="radio"]');
  private readonly error = this.locatorForOptional('.error');
  private readonly problem = this.locatorForOptional('[role="alert"]');
  private readonly form = this.locatorFor('form');
  private readonly way = this.locatorForOptional('button.lift');

  async fill(atMost: string, kind: 'soft' | 'hard'): Promise<void> {
    const number = await this.number();
    await number.setInputValue(atMost);
    await number.dispatchEvent('input');
    const [soft, hard] = await this.kinds();
    await (kind === 'soft' ? soft : hard)?.click();
  }

  async save(): Promise<void> {
    await (await this.form()).dispatchEvent('submit');
  }

  async canLift(): Promise<boolean> {
    return (await this.way()) !== null;
  }

  async lift(): Promise<void> {
    await (await this.way())?.click();
  }

  /** What is wrong with the number, or what the server said; null when nothing is. */
  async complaint(): Promise<string | null> {
    const said = (await this.error()) ?? (await this.problem());
    return said ? (await said.text()).trim() : null;
  }
}
