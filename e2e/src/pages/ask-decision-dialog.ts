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
    for (const member of panel) {
      await this.self.getByRole('button', { name: 'Add somebody to the panel' }).click();
      await this.self.getByLabel('Add somebody to the panel').fill(member);
      await this.self.getByRole('listitem').getByRole('button', { name: member }).last().click();
    }
    await this.self.getByLabel('What should they know?').fill(note);
    await this.self.getByRole('button', { name: 'Ask for the decision' }).click();
    await this.self.waitFor({ state: 'hidden' });
  }
}
