import { ComponentHarness, TestKey } from '@angular/cdk/testing';
import { BulkBarHarness } from '../../../ui/bulk/testing/bulk-bar-harness';

const keys = {
  left: TestKey.LEFT_ARROW,
  right: TestKey.RIGHT_ARROW,
  up: TestKey.UP_ARROW,
  down: TestKey.DOWN_ARROW,
  escape: TestKey.ESCAPE,
} as const;

/** The cards of a column in a lane. */
export class ColumnCardsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-column-cards';

  private readonly sentence = this.locatorForOptional('.words');
  private readonly titles = this.locatorForAll('polku-board-card h3 a');

  async cards(): Promise<string[]> {
    return Promise.all((await this.titles()).map((it) => it.text()));
  }

  async words(): Promise<string | null> {
    return (await (await this.sentence())?.text()) ?? null;
  }
}

/** A column: its name, count, cards, and what it says while a card is held. */
export class BoardColumnHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-board-column';

  private readonly name = this.locatorFor('h2');
  private readonly count = this.locatorFor('.count');
  private readonly sentence = this.locatorForOptional('.words');
  private readonly titles = this.locatorForAll('polku-board-card h3 a');

  async heading(): Promise<string> {
    return (await (await this.name()).text()).replace(/\s+/g, ' ').trim();
  }

  async total(): Promise<string> {
    return (await this.count()).text();
  }

  async cards(): Promise<string[]> {
    return Promise.all((await this.titles()).map((it) => it.text()));
  }

  /** Folds it away, or unfolds it. */
  async fold(): Promise<void> {
    await (await this.locatorFor('.tools button[aria-expanded]')()).click();
  }

  /** What a drop would do, or why not; null while nothing is held. */
  async words(): Promise<string | null> {
    return (await (await this.sentence())?.text()) ?? null;
  }
}

/** A lane: its name, and its cards, column by column. */
export class LaneHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-board-lanes section';

  private readonly way = this.locatorFor('h2 button');
  private readonly words = this.locatorForAll('h2 b, h2 button > span');
  private readonly cells = this.locatorForAll(ColumnCardsHarness);

  /** Its name, and how many ideas it holds. */
  async heading(): Promise<string[]> {
    return Promise.all((await this.words()).map((it) => it.text()));
  }

  async cards(): Promise<string[][]> {
    return Promise.all((await this.cells()).map((it) => it.cards()));
  }

  /** What a drop would do in each of its columns, or why not. */
  async drops(): Promise<(string | null)[]> {
    return Promise.all((await this.cells()).map((it) => it.words()));
  }

  /** Folds it away, or unfolds it. */
  async fold(): Promise<void> {
    await (await this.way()).click();
  }
}

/** The board by its columns, cards and keyboard. */
export class BoardPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-board-page';

  private readonly columns = this.locatorForAll(BoardColumnHarness);
  private readonly reachable = this.locatorForAll('polku-board-card a[tabindex="0"]');
  private readonly aside = this.locatorForAll('.aside a');

  async column(name: string): Promise<BoardColumnHarness> {
    for (const column of await this.columns()) if ((await column.heading()).startsWith(name)) return column;
    throw new Error(`No column ${name}`);
  }

  readonly lanes = this.locatorForAll(LaneHarness);

  async names(): Promise<string[]> {
    return Promise.all((await this.columns()).map((it) => it.heading()));
  }

  async besides(): Promise<string[]> {
    return Promise.all((await this.aside()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  /** What the way to the filter says, and whether it is open. */
  async narrowing(): Promise<(string | null)[]> {
    const way = await this.locatorFor('button.filter')();
    return [(await way.text()).trim(), await way.getAttribute('aria-expanded')];
  }

  /** The cards that the tab key reaches. */
  async wayIn(): Promise<string[]> {
    return Promise.all((await this.reachable()).map((it) => it.text()));
  }

  /** Presses keys on a card: a space picks up and puts down. */
  async press(number: number, ...pressed: readonly (' ' | keyof typeof keys)[]): Promise<void> {
    for (const key of pressed) {
      const card = await this.locatorFor(`#card-${number}`)();
      if (!(await card.isFocused())) await card.focus();
      await card.sendKeys(key === ' ' ? ' ' : keys[key]);
    }
  }

  /** Presses a letter on a card. */
  async key(number: number, letter: string): Promise<void> {
    const card = await this.locatorFor(`#card-${number}`)();
    await card.focus();
    await card.sendKeys(letter);
  }

  async bulkBar(): Promise<BulkBarHarness> {
    return this.locatorFor(BulkBarHarness)();
  }
}
