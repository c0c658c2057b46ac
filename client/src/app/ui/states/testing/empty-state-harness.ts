import { ComponentHarness } from '@angular/cdk/testing';

/** An empty state: its heading and what it teaches. */
export class EmptyStateHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-empty-state';

  private readonly title = this.locatorFor('h2');

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
