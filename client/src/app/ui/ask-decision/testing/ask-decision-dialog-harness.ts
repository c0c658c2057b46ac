import { ComponentHarness } from '@angular/cdk/testing';

/** The dialog that asks for a decision. */
export class AskDecisionDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-ask-decision-dialog';

  private readonly select = this.locatorFor('#ask-decider');
  private readonly options = this.locatorForAll('#ask-decider option');
  private readonly day = this.locatorFor('#ask-deadline');
  private readonly note = this.locatorFor('#ask-note');
  private readonly submit = this.locatorFor('button[type="submit"]');
  private readonly errors = this.locatorForAll('.error');

  async deciders(): Promise<string[]> {
    return Promise.all((await this.options()).slice(1).map((it) => it.text()));
  }

  async deadline(): Promise<string> {
    return (await this.day()).getProperty<string>('value');
  }

  async choose(name: string): Promise<void> {
    const index = (await this.deciders()).findIndex((it) => it.startsWith(name));
    await (await this.select()).selectOptions(index + 1);
  }

  async write(note: string): Promise<void> {
    const field = await this.note();
    await field.setInputValue(note);
    await field.dispatchEvent('input');
  }

  async confirm(): Promise<void> {
    await (await this.submit()).click();
  }

  async problems(): Promise<string[]> {
    return Promise.all((await this.errors()).map((it) => it.text()));
  }
}
