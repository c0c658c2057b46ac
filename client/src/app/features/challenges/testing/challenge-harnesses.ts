import { ComponentHarness } from '@angular/cdk/testing';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';

const wordsOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** One challenge of the list. */
export class ChallengeCardHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-challenge-card';

  async text(): Promise<string> {
    return wordsOf(await (await this.host()).text());
  }

  /** Its question and the word of its state. */
  async head(): Promise<[string, string]> {
    const [question, state] = [await this.locatorFor('h2')(), await this.locatorFor('polku-tag')()];
    return [await question.text(), await state.text()];
  }

  /** Where a link of this beginning leads. */
  async leadsTo(name: string): Promise<string | null> {
    for (const link of await this.locatorForAll('a')()) if ((await link.text()).startsWith(name)) return link.getAttribute('href');
    return null;
  }

  /** Presses the way to change it; false when there is none. */
  async change(): Promise<boolean> {
    const button = await this.locatorForOptional('button')();
    await button?.click();
    return button !== null;
  }
}

/** The page of challenges as people use it. */
export class ChallengesPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-challenges-page';

  readonly cards = this.locatorForAll(ChallengeCardHarness);
  private readonly buttons = this.locatorForAll('button');

  async text(): Promise<string> {
    return wordsOf(await (await this.host()).text());
  }

  async questions(): Promise<string[]> {
    return Promise.all((await this.cards()).map(async (it) => (await it.head())[0]));
  }

  async has(name: string): Promise<boolean> {
    const names = await Promise.all((await this.buttons()).map((it) => it.text()));
    return names.some((it) => it.trim() === name);
  }

  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) if ((await button.text()).trim() === name) return button.click();
    throw new Error(`No button "${name}".`);
  }
}

/** The dialog in which a challenge is written. */
export class ChallengeDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-challenge-dialog';

  async field(label: string): Promise<TextFieldHarness> {
    return this.locatorFor(TextFieldHarness.labelled(label))();
  }

  async send(): Promise<void> {
    await (await this.locatorFor('form')()).dispatchEvent('submit');
    await this.forceStabilize();
  }

  async text(): Promise<string> {
    return wordsOf(await (await this.host()).text());
  }
}
