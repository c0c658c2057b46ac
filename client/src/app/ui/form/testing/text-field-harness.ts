import { ComponentHarness, HarnessPredicate, TestKey } from '@angular/cdk/testing';

/** A text field as a person meets it: by its label. */
export class TextFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-text-field';

  private readonly control = this.locatorFor('input, textarea');
  private readonly labelled = this.locatorFor('label');
  private readonly fault = this.locatorForOptional('.error');
  private readonly counted = this.locatorForOptional('.count');

  /** The field whose label starts with this text. */
  static labelled(label: string): HarnessPredicate<TextFieldHarness> {
    return new HarnessPredicate(TextFieldHarness, {}).addOption('label', label, async (harness, wanted) =>
      (await harness.label()).startsWith(wanted),
    );
  }

  async label(): Promise<string> {
    return (await this.labelled()).text();
  }

  async type(text: string): Promise<void> {
    const control = await this.control();
    await control.clear();
    await control.sendKeys(text);
    await control.blur();
  }

  /** Enters a text at once, as a picker of dates or a paste does. */
  async enter(text: string): Promise<void> {
    const control = await this.control();
    await control.setInputValue(text);
    await control.dispatchEvent('input');
    await control.blur();
  }

  async pressEscape(): Promise<void> {
    await (await this.control()).sendKeys(TestKey.ESCAPE);
  }

  async pressControlEnter(): Promise<void> {
    await (await this.control()).sendKeys({ control: true }, TestKey.ENTER);
  }

  async focus(): Promise<void> {
    await (await this.control()).focus();
  }

  async text(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  /** What is said to be wrong, or null. */
  async error(): Promise<string | null> {
    return (await this.fault())?.text() ?? null;
  }

  async count(): Promise<string | null> {
    return (await this.counted())?.text() ?? null;
  }

  async hasFocus(): Promise<boolean> {
    return (await this.control()).isFocused();
  }
}
