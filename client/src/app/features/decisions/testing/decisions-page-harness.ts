import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';

/** The page of decisions: what waits, the log, the absence. */
export class DecisionsPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-decisions-page';

  private readonly tabs = this.locatorForAll('.views a');
  private readonly anchors = this.locatorForAll('.list a');
  private readonly buttons = this.locatorForAll('.list .actions a');
  private readonly file = this.locatorForOptional('a[download]');
  private readonly searched = this.locatorFor('polku-member-search input');
  private readonly found = this.locatorForAll('polku-member-search li button');

  readonly field = (label: string) => this.locatorFor(TextFieldHarness.labelled(label))();

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  async views(): Promise<string[]> {
    return Promise.all((await this.tabs()).map(async (it) => (await it.text()).trim()));
  }

  async links(): Promise<(string | null)[]> {
    return Promise.all((await this.anchors()).map((it) => it.getAttribute('href')));
  }

  /** What is to be done with each that waits. */
  async actions(): Promise<string[]> {
    return Promise.all((await this.buttons()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  async fileAddress(): Promise<string | null> {
    return (await this.file())?.getAttribute('href') ?? null;
  }

  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }

  async search(name: string): Promise<void> {
    const entry = await this.searched();
    await entry.setInputValue(name);
    await entry.dispatchEvent('input');
  }

  async pick(name: string): Promise<void> {
    for (const person of await this.found()) if ((await person.text()).includes(name)) await person.click();
  }
}
