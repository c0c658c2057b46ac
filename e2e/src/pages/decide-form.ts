import type { Locator } from '@playwright/test';

/** The form in which somebody decides, wherever it stands. */
export class DecideForm {
  constructor(private readonly place: Locator) {}

  async decide(outcome: 'yes' | 'adapt' | 'stop', reason: string): Promise<void> {
    await this.place.getByRole('radio', { name: new RegExp(`^${outcome}\\b`) }).check();
    await this.place.getByLabel('Reason, for the submitter to read').fill(reason);
    const confirm = { yes: 'Decide yes', adapt: 'Ask for changes', stop: 'Stop with this lesson' }[outcome];
    await this.place.getByRole('button', { name: confirm }).click();
  }
}
