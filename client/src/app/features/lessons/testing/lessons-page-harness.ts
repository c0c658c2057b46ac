import { ComponentHarness } from '@angular/cdk/testing';
import { LessonCardHarness } from './lesson-card-harness';

/** The page of lessons as people use it. */
export class LessonsPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-lessons-page';

  private readonly cards = this.locatorForAll(LessonCardHarness);
  private readonly words = this.locatorFor('input');
  private readonly buttons = this.locatorForAll('button');

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }

  /** The titles of the lessons that are shown. */
  async lessons(): Promise<string[]> {
    return Promise.all((await this.cards()).map((it) => it.title()));
  }

  /** Writes words, as quickly as somebody types. */
  async type(text: string): Promise<void> {
    const input = await this.words();
    await input.setInputValue(text);
    await input.dispatchEvent('input');
  }

  async written(): Promise<string> {
    return (await this.words()).getProperty<string>('value');
  }

  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) {
      if (((await button.getAttribute('aria-label')) ?? (await button.text())).trim() === name) return button.click();
    }
    throw new Error(`No button "${name}".`);
  }

  /** Chooses in the filter of this id. */
  async choose(filter: 'unit' | 'kind' | 'ended', option: string): Promise<void> {
    const options = await this.locatorForAll(`#lessons-${filter} option`)();
    const names = await Promise.all(options.map((it) => it.text()));
    const at = names.indexOf(option);
    if (at < 0) throw new Error(`No "${option}" among: ${names.join(', ')}`);
    await (await this.locatorFor(`#lessons-${filter}`)()).selectOptions(at);
  }
}
