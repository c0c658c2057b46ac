import { ComponentHarness } from '@angular/cdk/testing';

/** How a promise was changed. */
export class EffectAmendmentsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-effect-amendments';

  private readonly paragraphs = this.locatorForAll('.amendment p');

  /** What is said of all of them, line by line. */
  async lines(): Promise<string[]> {
    return Promise.all((await this.paragraphs()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }
}
