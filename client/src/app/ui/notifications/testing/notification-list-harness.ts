import { ComponentHarness } from '@angular/cdk/testing';

/** Notifications as they are read. */
export class NotificationListHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-notification-list';

  private readonly links = this.locatorForAll('a');
  private readonly unreadOnes = this.locatorForAll('li.unread a');

  /** All that each of them says. */
  async texts(): Promise<string[]> {
    return Promise.all((await this.links()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  async addresses(): Promise<(string | null)[]> {
    return Promise.all((await this.links()).map((it) => it.getAttribute('href')));
  }

  async unread(): Promise<number> {
    return (await this.unreadOnes()).length;
  }

  async open(position: number): Promise<void> {
    await (await this.links())[position]?.click();
  }
}
