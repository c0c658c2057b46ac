import { ComponentHarness } from '@angular/cdk/testing';

/** A text that was written in Markdown. */
export class RichTextHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-rich-text';

  async words(): Promise<string> {
    return (await (await this.host()).text()).trim();
  }

  /** How many parts of a kind it has, as `strong` or `li`. */
  async count(kind: string): Promise<number> {
    return (await this.locatorForAll(kind)()).length;
  }

  /** Where its links lead. */
  async links(): Promise<(string | null)[]> {
    return Promise.all((await this.locatorForAll('a')()).map((it) => it.getAttribute('href')));
  }

  /** The people who are named in it. */
  async names(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('.name')()).map((it) => it.text()));
  }
}

/** How a text will look, opened when it is asked for. */
export class TextPreviewHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-text-preview';

  async open(): Promise<void> {
    await (await this.locatorFor('summary')()).click();
  }

  async text(): Promise<RichTextHarness | null> {
    return this.locatorForOptional(RichTextHarness)();
  }
}
