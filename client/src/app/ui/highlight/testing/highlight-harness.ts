import { ComponentHarness } from '@angular/cdk/testing';

/** A text in which something stands out. */
export class HighlightHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-highlight';

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async found(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('mark')()).map((it) => it.text()));
  }
}
