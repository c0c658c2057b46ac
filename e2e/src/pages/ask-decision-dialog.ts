import type { Locator, Page } from '@playwright/test';

/** The dialog that asks a manager for a decision. */
export class AskDecisionDialog {
  readonly self: Locator;

  constructor(page: Page) {
    this.self = page.getByRole('dialog', { name: /^Ask for the/ });
  }

  /** Asks this manager, with a note, and these to score it. */
  async ask(decider: string, note: string, panel: readonly string[] = []): Promise<void> {
    const choice = this.self.getByLabel('Who decides?');
    // The managers are asked for when the dialog opens.
    const option = choice.getByRole('option', { name: new RegExp(`^${decider}\\b`) });
    await option.waitFor({ state: 'attached' });
    await choice.selectOption({ label: (await option.textContent()) ?? decider });
    await this.self.getByLabel('What should they know?').fill(note);
    for (const name of panel) {
      await this.self.getByRole('button', { name: 'Add somebody to the panel' }).click();
      await this.self.getByRole('textbox', { name: 'Add somebody to the panel' }).fill(name);
      await this.self
        .getByRole('listitem')
        .getByRole('button', { name: new RegExp(`^${name}\\b`) })
        .click();
      await this.self.getByRole('button', { name: `Take ${name} off the panel` }).waitFor();
    }
    await this.self.getByRole('button', { name: 'Ask for the decision' }).click();
    await this.self.waitFor({ state: 'hidden' });
  }
}
