import { ComponentHarness, type TestKey } from '@angular/cdk/testing';

/** A text in which people are named. */
export class MentionFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-mention-field';

  private readonly control = this.locatorFor('textarea');
  private readonly options = this.locatorForAll('[role="option"]');
  private readonly chosen = this.locatorForOptional('[role="option"][aria-selected="true"]');
  private readonly fault = this.locatorForOptional('.error');

  async type(text: string): Promise<void> {
    await (await this.control()).sendKeys(text);
  }

  async press(key: TestKey): Promise<void> {
    await (await this.control()).sendKeys(key);
  }

  async text(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  /** Who is offered. */
  async offered(): Promise<string[]> {
    return Promise.all((await this.options()).map(nameOf));
  }

  /** Who would be taken, or null. */
  async offeredFirst(): Promise<string | null> {
    const chosen = await this.chosen();
    return chosen && nameOf(chosen);
  }

  async error(): Promise<string | null> {
    return (await this.fault())?.text() ?? null;
  }
}

async function nameOf(option: { text(options: { exclude: string }): Promise<string> }): Promise<string> {
  return (await option.text({ exclude: 'polku-avatar' })).replace(/\s+/g, ' ').trim();
}
