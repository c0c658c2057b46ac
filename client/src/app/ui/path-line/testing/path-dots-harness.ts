import { ComponentHarness } from '@angular/cdk/testing';

/** The path line of a row: a dot for each station. */
export class PathDotsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-path-dots';

  private readonly dots = this.locatorForAll('i');

  /** The state of each station. */
  async states(): Promise<(string | null)[]> {
    return Promise.all((await this.dots()).map((it) => it.getAttribute('class')));
  }

  async isHiddenFromReaders(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
