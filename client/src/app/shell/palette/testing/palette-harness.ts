import { ComponentHarness, TestKey } from '@angular/cdk/testing';

const keys = { down: TestKey.DOWN_ARROW, up: TestKey.UP_ARROW, enter: TestKey.ENTER } as const;

/** The command palette. */
export class PaletteHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-palette';

  private readonly input = this.locatorFor('input');
  private readonly options = this.locatorForAll('[role="option"]');

  async write(text: string): Promise<void> {
    const input = await this.input();
    await input.setInputValue(text);
    await input.dispatchEvent('input');
  }

  async written(): Promise<string> {
    return (await this.input()).getProperty<string>('value');
  }

  async press(...pressed: readonly (keyof typeof keys)[]): Promise<void> {
    const input = await this.input();
    for (const key of pressed) await input.sendKeys(keys[key]);
  }

  /** What can be chosen, each as it reads. */
  async choices(): Promise<string[]> {
    return Promise.all((await this.options()).map(async (it) => (await it.text()).trim()));
  }

  /** The one that Enter would take. */
  async current(): Promise<string | null> {
    const id = await (await this.input()).getAttribute('aria-activedescendant');
    for (const option of await this.options()) if ((await option.getAttribute('id')) === id) return (await option.text()).trim();
    return null;
  }

  /** Waits until what was found is shown. */
  async settle(): Promise<void> {
    await this.forceStabilize();
  }

  async click(words: string): Promise<void> {
    for (const option of await this.options()) if ((await option.text()).includes(words)) return option.click();
    throw new Error(`Nothing here is called ${words}.`);
  }
}
