import { ComponentHarness } from '@angular/cdk/testing';

/** A picture beside a word. */
export class IconHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-icon';

  private readonly picture = this.locatorFor('svg');
  private readonly line = this.locatorFor('path');

  /** The path that is drawn. */
  async drawn(): Promise<string | null> {
    return (await this.line()).getAttribute('d');
  }

  async isHiddenFromReaders(): Promise<boolean> {
    return (await (await this.picture()).getAttribute('aria-hidden')) === 'true';
  }
}
