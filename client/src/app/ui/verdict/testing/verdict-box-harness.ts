import { ComponentHarness } from '@angular/cdk/testing';

/** A verdict as a person reads it, and as it is read aloud. */
export class VerdictBoxHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-verdict-box';

  private readonly tags = this.locatorForAll('polku-tag');
  private readonly said = this.locatorFor('.sentence');
  private readonly lacking = this.locatorForOptional('.needs');
  private readonly drawn = this.locatorForOptional('[role="img"]');

  /** The word of the verdict, and what else is marked. */
  async marks(): Promise<string[]> {
    return Promise.all((await this.tags()).map((it) => it.text()));
  }

  async sentence(): Promise<string> {
    return (await this.said()).text();
  }

  /** What would decide it, or null. */
  async needs(): Promise<string | null> {
    return (await this.lacking())?.text() ?? null;
  }

  /** What is said of the picture, or null where there is none. */
  async picture(): Promise<string | null> {
    return (await this.drawn())?.getAttribute('aria-label') ?? null;
  }
}
