import { ComponentHarness } from '@angular/cdk/testing';

/** A test card as it is read. */
export class TestCardFactsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-test-card-facts';

  private readonly names = this.locatorForAll('dt');
  private readonly texts = this.locatorForAll('dd');

  /** What stands beside each name. */
  async facts(): Promise<ReadonlyMap<string, string>> {
    const [names, texts] = await Promise.all([this.names(), this.texts()]);
    const pairs = names.map(async (name, index): Promise<[string, string]> => [
      await name.text(),
      ((await texts[index]?.text()) ?? '').replace(/\s+/g, ' ').trim(),
    ]);
    return new Map(await Promise.all(pairs));
  }
}
