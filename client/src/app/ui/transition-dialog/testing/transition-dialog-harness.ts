import { ComponentHarness } from '@angular/cdk/testing';

/** The dialog that asks for what a transition needs. Fields go by what they are asked for: `reason`, `returnOn`, `into`, `observed` … */
export class TransitionDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-transition-dialog';

  private readonly title = this.locatorFor('h2');
  private readonly submit = this.locatorFor('button[type="submit"]');
  private readonly errors = this.locatorForAll('.error');

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  async has(field: string): Promise<boolean> {
    return (await this.locatorForOptional(`#transition-${field}`)()) !== null;
  }

  async fill(field: string, text: string): Promise<void> {
    const input = await this.locatorFor(`#transition-${field}`)();
    await input.setInputValue(text);
    await input.dispatchEvent('input');
  }

  async confirm(): Promise<void> {
    await (await this.submit()).click();
  }

  async problems(): Promise<string[]> {
    return Promise.all((await this.errors()).map((it) => it.text()));
  }
}
