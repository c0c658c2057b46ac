import { ComponentHarness } from '@angular/cdk/testing';

/** The buttons by which one follows and supports an idea. */
export class FollowButtonsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-follow-buttons';

  private readonly buttons = this.locatorForAll('button');

  /** What the buttons say, pressed ones marked. */
  async shown(): Promise<string[]> {
    return Promise.all(
      (await this.buttons()).map(async (it) => {
        const text = (await it.text()).replace(/\s+/g, ' ').trim();
        return (await it.getAttribute('aria-pressed')) === 'true' ? `* ${text}` : text;
      }),
    );
  }

  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) if ((await button.text()).trim().startsWith(name)) return button.click();
    throw new Error(`No button ${name}`);
  }
}

/** How many follow and support an idea, and who. */
export class IdeaPeopleHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-people';

  /** What is said of them: buttons that open a list, and plain words. */
  async counts(): Promise<string[]> {
    const all = await this.locatorForAll('section > button, section > p')();
    return Promise.all(all.map(async (it) => (await it.text()).trim()));
  }

  async toggle(name: string): Promise<void> {
    for (const it of await this.locatorForAll('section > button')()) if ((await it.text()).trim() === name) return it.click();
    throw new Error(`Nothing to open: ${name}`);
  }

  async names(): Promise<string[]> {
    const items = await this.locatorForAll('li > span')();
    return Promise.all(items.map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  async more(): Promise<void> {
    await (await this.locatorFor('polku-people-list button')()).click();
  }
}
