import { ComponentHarness } from '@angular/cdk/testing';

/** An error state: what it says, and its way to try again. */
export class ErrorStateHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-error-state';

  private readonly words = this.locatorFor('[role="alert"] p');
  private readonly button = this.locatorFor('button');

  async text(): Promise<string> {
    return (await this.words()).text();
  }

  async retry(): Promise<void> {
    await (await this.button()).click();
  }
}
