import { ComponentHarness } from '@angular/cdk/testing';

/** Estimate, interval and threshold as they are drawn. */
export class IntervalBarHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-interval-bar';

  private readonly picture = this.locatorForOptional('[role="img"]');
  private readonly interval = this.locatorForOptional('.interval');

  /** What is read aloud; null when nothing is drawn. */
  async words(): Promise<string | null> {
    return (await this.picture())?.getAttribute('aria-label') ?? null;
  }

  /** Whether the estimate has an interval around it. */
  async hasInterval(): Promise<boolean> {
    return (await this.interval()) !== null;
  }
}
