import { ComponentHarness, TestKey } from '@angular/cdk/testing';
import { MemberSearchHarness } from '../../member-search/testing/member-search-harness';

/** What narrows ideas: its words, its chips and its choices. */
export class IdeaFilterHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-filter';

  private readonly text = this.locatorFor('.search input');
  private readonly chips = this.locatorForAll('.chip');
  private readonly selects = this.locatorForAll('select');

  /** Writes words and asks for them with the enter key. */
  async search(words: string): Promise<void> {
    const text = await this.text();
    await text.clear();
    if (words) await text.sendKeys(words);
    await text.sendKeys(TestKey.ENTER);
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }

  async words(): Promise<string> {
    return (await this.text()).getProperty<string>('value');
  }

  /** The chips that are pressed. */
  async pressed(): Promise<string[]> {
    const chips = await this.chips();
    const pressed = await Promise.all(chips.map((it) => it.getAttribute('aria-pressed')));
    const texts = await Promise.all(chips.map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
    return texts.filter((_, at) => pressed[at] === 'true');
  }

  async press(name: string): Promise<void> {
    for (const chip of await this.chips()) if ((await chip.text()).trim().startsWith(name)) return chip.click();
    throw new Error(`No chip ${name}`);
  }

  /** Opens the search for an owner. */
  async findOwner(): Promise<void> {
    await (await this.locatorFor('polku-owner-choice button')()).click();
  }

  /** The choices of each list, the chosen one marked. */
  async choices(): Promise<string[][]> {
    return Promise.all(
      (await this.selects()).map(async (select) => {
        const value = await select.getProperty<string>('value');
        const options = await select.getProperty<HTMLOptionsCollection>('options');
        return [...options].map((it) => (it.value === value ? `* ${it.text.trim()}` : it.text.trim()));
      }),
    );
  }

  /** Chooses from a list by the value of the choice. */
  async choose(list: number, value: string): Promise<void> {
    const select = (await this.selects())[list];
    await select?.setInputValue(value);
    await select?.dispatchEvent('change');
  }
}

/** Asks whose ideas are looked for. */
export class OwnerSearchDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-owner-search-dialog';

  private readonly search = this.locatorFor(MemberSearchHarness);

  async found(): Promise<string[]> {
    return (await this.search()).people();
  }

  async pick(name: string): Promise<void> {
    const search = await this.search();
    await search.pick((await search.people()).find((it) => it.includes(name)) ?? name);
  }
}
