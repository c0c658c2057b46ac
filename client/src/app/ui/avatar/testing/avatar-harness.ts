import { ComponentHarness } from '@angular/cdk/testing';

/** An avatar: what is seen, and what is read aloud. */
export class AvatarHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-avatar';

  private readonly seen = this.locatorFor('.letters');
  private readonly heard = this.locatorFor('.cdk-visually-hidden');

  async letters(): Promise<string | null> {
    return (await this.seen()).getAttribute('data-letters');
  }

  async name(): Promise<string> {
    return (await this.heard()).text();
  }
}
