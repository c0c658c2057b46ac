import { ComponentHarness } from '@angular/cdk/testing';

/** The ways on from a page that holds nothing. */
export class WaysOnHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-ways-on';

  private readonly links = this.locatorForAll('a');
  private readonly words = this.locatorFor('input');
  private readonly form = this.locatorFor('form');

  /** The links: what they say, and where they lead. */
  async ways(): Promise<[string, string | null][]> {
    return Promise.all(
      (await this.links()).map(async (it): Promise<[string, string | null]> => [await it.text(), await it.getAttribute('href')]),
    );
  }

  async search(words: string): Promise<void> {
    await (await this.words()).setInputValue(words);
    await (await this.form()).dispatchEvent('submit');
  }
}
