import { ComponentHarness } from '@angular/cdk/testing';

/** A field that searches. */
export class SearchFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-search-field';

  private readonly control = this.locatorFor('input');
  private readonly clearing = this.locatorForOptional('button.clear');

  async label(): Promise<string | null> {
    return (await this.control()).getAttribute('aria-label');
  }

  async text(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  async type(text: string): Promise<void> {
    await (await this.control()).clear();
    await (await this.control()).sendKeys(text);
  }

  async canBeCleared(): Promise<boolean> {
    return (await this.clearing()) !== null;
  }

  async clear(): Promise<void> {
    await (await this.clearing())?.click();
  }

  async hasFocus(): Promise<boolean> {
    return (await this.control()).isFocused();
  }
}
