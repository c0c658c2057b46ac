import { ComponentHarness } from '@angular/cdk/testing';

/** Where a decision stands, as a person reads it. */
export class DecisionCardHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-decision-card';

  private readonly tags = this.locatorForAll('polku-tag');
  private readonly parts = this.locatorForAll('.facts span');

  async marks(): Promise<string[]> {
    return Promise.all((await this.tags()).map((it) => it.text()));
  }

  async facts(): Promise<string[]> {
    return Promise.all((await this.parts()).map((it) => it.text()));
  }

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
