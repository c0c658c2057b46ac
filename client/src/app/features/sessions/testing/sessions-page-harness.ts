import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

/** The page that says where one is signed in, as people use it. */
export class SessionsPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-sessions-page';

  private readonly rows = this.locatorForAll('li');
  private readonly question = this.locatorForOptional('.confirm p');
  private readonly alert = this.locatorForOptional('[role=alert]');

  /** What each place says. */
  async places(): Promise<string[]> {
    return Promise.all((await this.rows()).map(async (row) => (await row.text()).trim()));
  }

  /** The question that waits for a second word. */
  async asks(): Promise<string | null> {
    return (await (await this.question())?.text())?.trim() ?? null;
  }

  async problem(): Promise<string | null> {
    return (await (await this.alert())?.text())?.trim() ?? null;
  }

  /** Presses the button of this name, the first of several. */
  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }
}
