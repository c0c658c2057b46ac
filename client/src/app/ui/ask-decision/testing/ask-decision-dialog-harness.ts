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
  private readonly addButton = this.locatorFor('.panel > button');
  private readonly foundPeople = this.locatorForAll('polku-member-search li button');
  private readonly chosen = this.locatorForAll('.panel > ul > li');
  private readonly removers = this.locatorForAll('.panel .remove');

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

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  async written(): Promise<string> {
    return (await this.note()).getProperty<string>('value');
  }

  /** Begins to look for somebody for the panel. */
  async startPanel(): Promise<void> {
    await (await this.addButton()).click();
  }

  async found(): Promise<string[]> {
    return Promise.all(
      (await this.foundPeople()).map(async (it) => (await it.text({ exclude: 'polku-avatar' })).replace(/\s+/g, ' ').trim()),
    );
  }

  async pick(name: string): Promise<void> {
    for (const person of await this.foundPeople()) {
      if ((await person.text()).includes(name)) {
        await person.click();
        return;
      }
    }
  }

  async panel(): Promise<string[]> {
    return Promise.all((await this.chosen()).map(async (it) => (await it.text({ exclude: 'polku-avatar, button' })).trim()));
  }

  async remove(name: string): Promise<void> {
    for (const button of await this.removers()) if ((await button.getAttribute('aria-label'))?.includes(name)) await button.click();
  }
}
