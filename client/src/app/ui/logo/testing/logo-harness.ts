import { ComponentHarness } from '@angular/cdk/testing';

/** The logo: a picture without words. */
export class LogoHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-logo';

  private readonly picture = this.locatorFor('svg');

  async isHiddenFromReaders(): Promise<boolean> {
    return (await (await this.picture()).getAttribute('aria-hidden')) === 'true';
  }
}
