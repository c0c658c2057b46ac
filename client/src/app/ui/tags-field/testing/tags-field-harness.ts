import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** Tags as they are written and taken out. */
export class TagsFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-tags-field';

  private readonly control = this.locatorFor('input');
  private readonly chips = this.locatorForAll('.chip');
  private readonly removals = this.locatorForAll('.chip button');

  async tags(): Promise<string[]> {
    return Promise.all((await this.chips()).map((it) => it.text()));
  }

  /** What is written and no tag yet. */
  async written(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  async type(text: string): Promise<void> {
    await (await this.control()).sendKeys(text);
  }

  /** Puts a text in at once, as a paste does. */
  async paste(text: string): Promise<void> {
    await (await this.control()).setInputValue(text);
    await (await this.control()).dispatchEvent('input');
  }

  async pressEnter(): Promise<void> {
    await (await this.control()).sendKeys(TestKey.ENTER);
  }

  async pressBackspace(): Promise<void> {
    await (await this.control()).sendKeys(TestKey.BACKSPACE);
  }

  async leave(): Promise<void> {
    await (await this.control()).blur();
  }

  /** @throws when there is no such tag. */
  async remove(tag: string): Promise<void> {
    const removal = (await this.removals())[(await this.tags()).indexOf(tag)];
    if (!removal) throw new Error(`There is no tag ${tag}.`);
    await removal.click();
  }
}
