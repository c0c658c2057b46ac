import { ComponentHarness } from '@angular/cdk/testing';

/** Where text is about to be. */
export class SkeletonHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-skeleton';

  private readonly bars = this.locatorForAll('span');

  async lines(): Promise<number> {
    return (await this.bars()).length;
  }

  async isHiddenFromReaders(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
