import { ComponentHarness } from '@angular/cdk/testing';

/** A text with what came into it and what went. */
export class TextDiffHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-text-diff';

  /** The words that came, and those that went, without what only a screen reader says. */
  async changes(): Promise<{ came: string[]; went: string[] }> {
    const [came, went] = [await this.locatorForAll('ins')(), await this.locatorForAll('del')()];
    const words = (all: typeof came): Promise<string[]> =>
      Promise.all(all.map(async (it) => (await it.text({ exclude: '.cdk-visually-hidden' })).trim()));
    return { came: await words(came), went: await words(went) };
  }
}
