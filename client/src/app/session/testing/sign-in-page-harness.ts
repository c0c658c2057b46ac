import { ComponentHarness } from '@angular/cdk/testing';

/** The sign-in page. */
export class SignInPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-sign-in-page';

  private readonly email = this.locatorFor('#email');
  private readonly password = this.locatorFor('#password');
  private readonly submit = this.locatorFor('button[type="submit"]');
  private readonly problem = this.locatorForOptional('[role="alert"]');
  private readonly errors = this.locatorForAll('.error');
  private readonly people = this.locatorForAll('.person');

  async signIn(email: string, password: string): Promise<void> {
    await (await this.email()).setInputValue(email);
    await (await this.email()).dispatchEvent('input');
    await (await this.password()).setInputValue(password);
    await (await this.password()).dispatchEvent('input');
    await (await this.submit()).click();
  }

  /** What went wrong, or null. */
  async message(): Promise<string | null> {
    return (await (await this.problem())?.text()) ?? null;
  }

  async missing(): Promise<string[]> {
    return Promise.all((await this.errors()).map((it) => it.text()));
  }

  /** The people of the demo, by what their buttons say. */
  async demoPeople(): Promise<string[]> {
    return Promise.all((await this.people()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  async enterAs(name: string): Promise<void> {
    for (const person of await this.people()) if ((await person.text()).startsWith(name)) return person.click();
    throw new Error(`No button for ${name}`);
  }
}
