import { ComponentHarness } from '@angular/cdk/testing';

/** Who works on the idea. */
export class IdeaTeamHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-team';

  private readonly buttons = this.locatorForAll('button');
  private readonly takesFocus = this.locatorForAll('h2, input, button');

  async people(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('.name')()).map(async (it) => (await it.text()).trim().split(/\s+/)[0] ?? ''));
  }

  /** Goes to a button, by its words or its name, and presses it. */
  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) {
      if (((await button.getAttribute('aria-label')) ?? (await button.text()).trim()) !== name) continue;
      await button.focus();
      return button.click();
    }
    throw new Error(`No button ${name}`);
  }

  /** What has the keyboard: the words or the name of a button, the heading, or the field. */
  async focused(): Promise<string | null> {
    for (const it of await this.takesFocus()) {
      if (await it.isFocused()) return (await it.getAttribute('aria-label')) ?? ((await it.text()).trim() || 'field');
    }
    return null;
  }
}
