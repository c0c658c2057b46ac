import { ComponentHarness } from '@angular/cdk/testing';
import { AvatarHarness } from '../../avatar/testing/avatar-harness';

/** Those who look: what is seen, and what is read aloud. */
export class WhoLooksHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-who-looks';

  private readonly avatars = this.locatorForAll(AvatarHarness);
  private readonly rest = this.locatorForOptional('.more');

  /** The letters of the avatars, and the count of those who have none. */
  async seen(): Promise<string[]> {
    const letters = await Promise.all((await this.avatars()).map(async (it) => (await it.letters()) ?? ''));
    const rest = await this.rest();
    return rest ? [...letters, await rest.text()] : letters;
  }

  /** The one name that all of it has. */
  async words(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }
}
