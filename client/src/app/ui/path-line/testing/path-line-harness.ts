import { ComponentHarness } from '@angular/cdk/testing';

/** Reads a path line as somebody who listens to it. */
export class PathLineHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-path-line';

  private readonly stations = this.locatorForAll('li');
  private readonly here = this.locatorForOptional('li[aria-current="step"] b');

  /** What it is a line of. */
  async label(): Promise<string | null> {
    return (await this.locatorFor('ol')()).getAttribute('aria-label');
  }

  /** The words of each station. */
  async words(): Promise<string[]> {
    return Promise.all((await this.stations()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  /** The name of the station where the idea stands, or null. */
  async current(): Promise<string | null> {
    return (await (await this.here())?.text()) ?? null;
  }
}
