import { ComponentHarness } from '@angular/cdk/testing';
import { RefusalsHarness } from '../../refusals/testing/refusals-harness';

/** Why a form was not saved. */
export class FormProblemHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-form-problem';

  private readonly alert = this.locatorForOptional('[role="alert"]');
  private readonly refusals = this.locatorForOptional(RefusalsHarness);

  /** What is said, and read aloud at once; null: nothing. */
  async text(): Promise<string | null> {
    return (await this.alert())?.text() ?? null;
  }

  /** The links that mend it. */
  async links(): Promise<(string | null)[]> {
    return (await (await this.refusals())?.links()) ?? [];
  }
}
