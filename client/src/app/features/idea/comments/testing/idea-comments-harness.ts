import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** One comment: what it says and what can be done with it. */
class CommentHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-comment-item';

  async says(): Promise<string> {
    return (await (await this.locatorFor('polku-rich-text, .gone')()).text()).trim();
  }

  /** The names that stand out in it. */
  async names(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('.name')()).map((it) => it.text()));
  }

  async who(): Promise<string> {
    return (await (await this.locatorFor('.who b')()).text()).trim();
  }

  async press(name: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).trim() === name) return button.click();
    throw new Error(`No button ${name}`);
  }

  async escape(): Promise<void> {
    await (await this.locatorFor('textarea')()).sendKeys(TestKey.ESCAPE);
  }

  async write(text: string): Promise<void> {
    const area = await this.locatorFor('textarea')();
    await area.clear();
    await area.sendKeys(text);
  }

  async isEdited(): Promise<boolean> {
    return (await this.locatorForOptional('textarea')()) !== null;
  }

  async written(): Promise<string> {
    return (await this.locatorFor('textarea')()).getProperty<string>('value');
  }

  async alert(): Promise<string> {
    return (await (await this.locatorFor('[role="alert"]')()).text()).trim();
  }
}

/** The comments of an idea, and where one is written. */
export class IdeaCommentsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-comments';

  private readonly area = this.locatorFor('section > polku-comment-form textarea');
  private readonly button = this.locatorFor('section > polku-comment-form button[type="submit"]');
  private readonly offers = this.locatorForAll('[role="option"] > span');

  readonly comments = this.locatorForAll(CommentHarness);

  async texts(): Promise<string[]> {
    return Promise.all((await this.comments()).map((it) => it.says()));
  }

  async write(text: string): Promise<void> {
    await (await this.area()).sendKeys(text);
  }

  /** Puts a text in at once, as a paste does. */
  async paste(text: string): Promise<void> {
    await (await this.area()).setInputValue(text);
    await (await this.area()).dispatchEvent('input');
  }

  async written(): Promise<string> {
    return (await this.area()).getProperty<string>('value');
  }

  /** What is wrong with what is written. */
  async fault(): Promise<string> {
    return (await (await this.locatorFor('section > polku-comment-form .error')()).text()).trim();
  }

  async key(name: 'enter' | 'down' | 'escape'): Promise<void> {
    await (await this.area()).sendKeys({ enter: TestKey.ENTER, down: TestKey.DOWN_ARROW, escape: TestKey.ESCAPE }[name]);
  }

  async send(): Promise<void> {
    await (await this.button()).click();
  }

  async canSend(): Promise<boolean> {
    return !(await (await this.button()).getProperty<boolean>('disabled'));
  }

  /** The people who are offered behind an @. */
  async offered(): Promise<string[]> {
    return Promise.all((await this.offers()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  async alert(): Promise<string> {
    return (await (await this.locatorFor('section > polku-comment-form [role="alert"]')()).text()).trim();
  }
}
