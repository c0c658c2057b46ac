import { ComponentHarness } from '@angular/cdk/testing';
import { TextFieldHarness } from '../../../../ui/form/testing/text-field-harness';
import { PathLineHarness } from '../../../../ui/path-line/testing/path-line-harness';

/** The rollout of an idea as people read and use it. */
export class RolloutHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-rollout';

  private readonly line = this.locatorFor(PathLineHarness);
  private readonly allButtons = this.locatorForAll('button');
  private readonly filledButtons = this.locatorForAll('button[mat-flat-button]');
  private readonly boxes = this.locatorForAll('label:has(input[type="checkbox"])');
  private readonly ticks = this.locatorForAll('input[type="checkbox"]');
  private readonly select = this.locatorFor('select');
  private readonly headTag = this.locatorFor('header polku-tag');

  /** All that it says. */
  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  /** The station where it stands, or null. */
  async stands(): Promise<string | null> {
    return (await this.line()).current();
  }

  /** The tag beside its heading. */
  async tag(): Promise<{ text: string; meaning: string | null }> {
    const tag = await this.headTag();
    return { text: await tag.text(), meaning: await tag.getAttribute('class') };
  }

  /** The names of its buttons. */
  async buttons(): Promise<string[]> {
    return Promise.all((await this.allButtons()).map(async (it) => (await it.getAttribute('aria-label')) ?? (await it.text())));
  }

  /** The names of the filled ones. */
  async filled(): Promise<string[]> {
    return Promise.all((await this.filledButtons()).map((it) => it.text()));
  }

  async press(name: string): Promise<void> {
    const names = await this.buttons();
    const at = names.indexOf(name);
    const button = (await this.allButtons())[at];
    if (!button) throw new Error(`No button "${name}" among: ${names.join(', ')}`);
    await button.click();
  }

  /** Writes into fields, by their labels. */
  async write(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await (await this.locatorFor(TextFieldHarness.labelled(label))()).type(text);
  }

  async written(label: string): Promise<string> {
    return (await this.locatorFor(TextFieldHarness.labelled(label))()).text();
  }

  /** Chooses the direction of the effect by its word. */
  async choose(word: string): Promise<void> {
    const select = await this.select();
    const options = await this.locatorForAll('select option')();
    const at = (await Promise.all(options.map((it) => it.text()))).indexOf(word);
    await select.selectOptions(at);
    await select.dispatchEvent('input');
  }

  /** Clicks the box of a milestone. */
  async check(title: string): Promise<void> {
    await (await this.tickOf(title)).click();
  }

  async isChecked(title: string): Promise<boolean> {
    return (await this.tickOf(title)).getProperty<boolean>('checked');
  }

  private async tickOf(title: string) {
    const titles = await Promise.all((await this.boxes()).map((it) => it.text()));
    const tick = (await this.ticks())[titles.findIndex((it) => it.includes(title))];
    if (!tick) throw new Error(`No milestone "${title}" among: ${titles.join(', ')}`);
    return tick;
  }
}
