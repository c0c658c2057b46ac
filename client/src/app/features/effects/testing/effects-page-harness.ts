import { ComponentHarness } from '@angular/cdk/testing';

/** The page of effects as people use it. */
export class EffectsPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-effects-page';

  private readonly lines = this.locatorForAll('tbody [role="row"]');
  private readonly numbers = this.locatorForAll('polku-effect-summary dl > div');
  private readonly links = this.locatorForAll('tbody a');
  private readonly marks = this.locatorForAll('tbody polku-tag');
  private readonly buttons = this.locatorForAll('button');

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  /** The words of each row. */
  async rows(): Promise<string[]> {
    return Promise.all((await this.lines()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  /** Where the rows lead. */
  async leadTo(): Promise<(string | null)[]> {
    return Promise.all((await this.links()).map((it) => it.getAttribute('href')));
  }

  /** What colours mean in the rows, with their words. */
  async tags(): Promise<[string, string | null][]> {
    return Promise.all(
      (await this.marks()).map(async (it): Promise<[string, string | null]> => [await it.text(), await it.getAttribute('class')]),
    );
  }

  /** The numbers above, each with its word. */
  async summary(): Promise<string[]> {
    return Promise.all((await this.numbers()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  /** The choices of the filter of this id. */
  async choices(filter: 'state' | 'unit'): Promise<string[]> {
    return Promise.all((await this.locatorForAll(`#effects-${filter} option`)()).map((it) => it.text()));
  }

  async choose(filter: 'state' | 'unit', option: string): Promise<void> {
    const at = (await this.choices(filter)).indexOf(option);
    if (at < 0) throw new Error(`No "${option}" to choose.`);
    await (await this.locatorFor(`#effects-${filter}`)()).selectOptions(at);
  }

  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) if ((await button.text()).trim() === name) return button.click();
    throw new Error(`No button "${name}".`);
  }
}
