import type { Locator, Page } from '@playwright/test';

/** The page where somebody says who they are. */
export class SignInPage {
  readonly heading: Locator;
  readonly problem: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly enter: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Sign in' });
    this.problem = page.getByRole('alert');
    this.email = page.getByLabel('E-mail');
    this.password = page.getByLabel('Password');
    this.enter = page.getByRole('button', { name: 'Sign in', exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in');
    await this.heading.waitFor();
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.enter.click();
  }

  /** The button of somebody of the demo. */
  demoButton(name: string): Locator {
    return this.page.getByRole('region', { name: 'This is a demo' }).getByRole('button', { name: new RegExp(`^${name}\\b`) });
  }
}
