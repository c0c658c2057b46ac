import { ComponentHarness } from '@angular/cdk/testing';

/** The picture of a station. */
export class StationMarkHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-station-mark';

  private readonly label = this.locatorForOptional('.label');

  /** What its state and its place look like. */
  async looks(): Promise<string[]> {
    return ((await (await this.host()).getAttribute('class')) ?? '').split(' ').filter(Boolean);
  }

  /** The short name of the decision behind it, or null. */
  async gate(): Promise<string | null> {
    return (await this.label())?.text() ?? null;
  }

  async isHiddenFromReaders(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
