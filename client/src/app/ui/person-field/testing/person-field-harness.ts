import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MemberSearchHarness } from '../../member-search/testing/member-search-harness';

/** Who it is. */
export class PersonFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-person-field';

  private readonly name = this.locatorForOptional('.name');
  private readonly fault = this.locatorForOptional('.error');
  private readonly another = this.locatorFor(MatButtonHarness);

  /** The search, while somebody is being chosen. */
  readonly search = this.locatorForOptional(MemberSearchHarness);

  /** Name and unit of who is chosen; null while nobody is, or another is being chosen. */
  async person(): Promise<string | null> {
    return (await this.name())?.text() ?? null;
  }

  async chooseAnother(): Promise<void> {
    await (await this.another()).click();
  }

  async error(): Promise<string | null> {
    return (await this.fault())?.text() ?? null;
  }
}
