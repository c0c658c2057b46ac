import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MemberSearchHarness } from '../../member-search/testing/member-search-harness';
import { RefusalsHarness } from '../../refusals/testing/refusals-harness';

class BulkDialogHarness extends ComponentHarness {
  private readonly title = this.locatorFor('h2');

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  /** Presses the button with this word. */
  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }
}

/** Who owns the ideas from now on. */
export class OwnerDialogHarness extends BulkDialogHarness {
  static readonly hostSelector = 'polku-owner-dialog';

  readonly search = this.locatorFor(MemberSearchHarness);
}

/** Which tag the ideas get, or lose. */
export class TagDialogHarness extends BulkDialogHarness {
  static readonly hostSelector = 'polku-tag-dialog';

  private readonly control = this.locatorFor('input');
  private readonly fault = this.locatorForOptional('.error');
  private readonly removals = this.locatorForAll('li button');

  async type(tag: string): Promise<void> {
    await (await this.control()).sendKeys(tag);
  }

  async error(): Promise<string | null> {
    return (await this.fault())?.text() ?? null;
  }

  /** The tags that any of the ideas has. */
  async present(): Promise<string[]> {
    return Promise.all((await this.removals()).map((it) => it.text()));
  }

  /** @throws when none of the ideas has this tag. */
  async remove(tag: string): Promise<void> {
    const removal = (await this.removals())[(await this.present()).indexOf(tag)];
    if (!removal) throw new Error(`No idea has the tag ${tag}.`);
    await removal.click();
  }
}

/** Which ideas were not changed, and why. */
export class ResultsDialogHarness extends BulkDialogHarness {
  static readonly hostSelector = 'polku-results-dialog';

  private readonly summary = this.locatorFor('.quiet');
  private readonly names = this.locatorForAll('li strong');
  private readonly plain = this.locatorForAll('li > p');
  private readonly refusals = this.locatorForAll(RefusalsHarness);

  async done(): Promise<string> {
    return (await this.summary()).text();
  }

  /** Number and title of what was not changed. */
  async refused(): Promise<string[]> {
    return Promise.all((await this.names()).map((it) => it.text()));
  }

  /** Every sentence that says why. */
  async reasons(): Promise<string[]> {
    const [sentences, problems] = await Promise.all([
      Promise.all((await this.refusals()).map((it) => it.sentences())),
      Promise.all((await this.plain()).map((it) => it.text())),
    ]);
    return [...sentences.flat(), ...problems];
  }
}
