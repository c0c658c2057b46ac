import { ComponentHarness } from '@angular/cdk/testing';

/** Refusals as a list of sentences and the links that mend them. */
export class RefusalsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-refusals';

  private readonly items = this.locatorForAll('li');
  private readonly anchors = this.locatorForAll('a');

  async sentences(): Promise<string[]> {
    return Promise.all((await this.items()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  async links(): Promise<(string | null)[]> {
    return Promise.all((await this.anchors()).map((it) => it.getAttribute('href')));
  }
}
