import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** A search for a member. */
export class MemberSearchHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-member-search';

  private readonly control = this.locatorFor('input');
  private readonly found = this.locatorForAll('li button');
  private readonly fault = this.locatorForOptional('[role="alert"]');

  async type(text: string): Promise<void> {
    await (await this.control()).sendKeys(text);
  }

  async pressEscape(): Promise<void> {
    await (await this.control()).sendKeys(TestKey.ESCAPE);
  }

  async hasFocus(): Promise<boolean> {
    return (await this.control()).isFocused();
  }

  /** Name and unit of each. */
  async people(): Promise<string[]> {
    return Promise.all((await this.found()).map(async (it) => (await it.text({ exclude: 'polku-avatar' })).replace(/\s+/g, ' ').trim()));
  }

  /** @throws when nobody so called was found. */
  async pick(person: string): Promise<void> {
    const button = (await this.found())[(await this.people()).indexOf(person)];
    if (!button) throw new Error(`${person} was not found.`);
    await button.click();
  }

  /** Why nobody can be found, or null. */
  async error(): Promise<string | null> {
    return (await this.fault())?.text() ?? null;
  }
}
