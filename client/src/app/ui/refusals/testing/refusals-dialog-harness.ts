import { ComponentHarness } from '@angular/cdk/testing';
import { RefusalsHarness } from './refusals-harness';

/** Why something is not possible yet. */
export class RefusalsDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-refusals-dialog';

  private readonly title = this.locatorFor('h2');
  private readonly subject = this.locatorFor('.about');
  private readonly refusals = this.locatorFor(RefusalsHarness);

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  async about(): Promise<string> {
    return (await this.subject()).text();
  }

  async reasons(): Promise<string[]> {
    return (await this.refusals()).sentences();
  }
}
