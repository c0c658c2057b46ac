import { ComponentHarness } from '@angular/cdk/testing';

class ChoiceHarness extends ComponentHarness {
  private readonly control = this.locatorFor('select');
  private readonly choices = this.locatorForAll('option');

  /** What can be chosen, in words. */
  async offered(): Promise<string[]> {
    return Promise.all((await this.choices()).map((it) => it.text()));
  }

  /** What is chosen, in words. */
  async chosen(): Promise<string | null> {
    for (const choice of await this.choices()) if (await choice.getProperty<boolean>('selected')) return choice.text();
    return null;
  }

  /** @throws when these words cannot be chosen. */
  async choose(words: string): Promise<void> {
    const at = (await this.offered()).indexOf(words);
    if (at < 0) throw new Error(`${words} cannot be chosen.`);
    await (await this.control()).selectOptions(at);
  }
}

/** Which challenge the ideas answer. */
export class ChallengeChoiceHarness extends ChoiceHarness {
  static readonly hostSelector = 'polku-challenge-choice';
}

/** Whose ideas. */
export class OwnerChoiceHarness extends ChoiceHarness {
  static readonly hostSelector = 'polku-owner-choice';

  private readonly search = this.locatorForOptional('button[aria-haspopup="dialog"]');

  /** Whether somebody else can be looked up. */
  async canSearch(): Promise<boolean> {
    return (await this.search()) !== null;
  }
}
