import { ComponentHarness } from '@angular/cdk/testing';

/** The challenge of an idea, on its page. */
export class IdeaChallengeHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-challenge';

  private readonly link = this.locatorForOptional('a');
  private readonly changing = this.locatorForOptional('.pencil, .write');
  private readonly options = this.locatorForAll('option');

  async text(): Promise<string> {
    return (await (await this.host()).text()).replaceAll(/\s+/g, ' ').trim();
  }

  async isHidden(): Promise<boolean> {
    return (await this.host()).getProperty<boolean>('hidden');
  }

  async question(): Promise<string | null> {
    return (await (await this.link())?.text()) ?? null;
  }

  async leadsTo(): Promise<string | null> {
    return (await (await this.link())?.getAttribute('href')) ?? null;
  }

  async mayChange(): Promise<boolean> {
    return (await this.changing()) !== null;
  }

  async change(): Promise<void> {
    await (await this.changing())?.click();
  }

  /** What can be chosen, the chosen one marked. */
  async offered(): Promise<string[]> {
    return Promise.all(
      (await this.options()).map(async (it) => ((await it.getProperty<boolean>('selected')) ? '* ' : '') + (await it.text()).trim()),
    );
  }

  /** Presses Esc in the form. */
  async escape(): Promise<void> {
    await (await this.locatorFor('form')()).dispatchEvent('keydown', { key: 'Escape' });
    await this.forceStabilize();
  }

  /** What kind of control has the keyboard. */
  async focused(): Promise<'select' | 'button' | null> {
    for (const kind of ['select', 'button'] as const)
      for (const it of await this.locatorForAll(kind)()) if (await it.isFocused()) return kind;
    return null;
  }

  /** Chooses, and saves that. */
  async choose(question: string): Promise<void> {
    const names = await Promise.all((await this.options()).map(async (it) => (await it.text()).trim()));
    await (await this.locatorFor('select')()).selectOptions(names.indexOf(question));
    await (await this.locatorFor('form')()).dispatchEvent('submit');
    await this.forceStabilize();
  }
}
