import { expect, type Locator, type Page } from '@playwright/test';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The board: columns of cards, and what can be done with them by mouse and by keyboard. */
export class BoardPage {
  readonly heading: Locator;
  readonly peek: Locator;
  /** Says why a move is not possible yet, with links. */
  readonly notYet: Locator;
  /** Opens what narrows the board, and closes it again. */
  readonly filterButton: Locator;
  readonly filterWords: Locator;
  /** What can be done to the cards that are selected. */
  readonly bulk: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Board' });
    this.notYet = page.getByRole('dialog', { name: /^Not yet: / });
    this.filterButton = page.getByRole('button', { name: /^Filter/ });
    this.filterWords = page.getByRole('main').getByRole('textbox', { name: 'Search the ideas' });
    this.bulk = page.getByRole('region', { name: 'What is done to the ideas that are selected' });
    this.peek = page.getByRole('region').filter({ has: page.getByRole('link', { name: 'Open the idea' }) });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/board`);
    await this.column('Submitted').waitFor();
  }

  /** A column by the name of its step; its heading also counts its cards, and says what its limit is. */
  column(step: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${escaped(step)}\\s+\\d.*$`) });
  }

  /** A lane by its name. */
  lane(name: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${escaped(name)}`) });
  }

  /** The title of a card, wherever it is; also what takes the focus. */
  card(title: string): Locator {
    return this.page.getByRole('listitem').getByRole('link', { name: title, exact: true });
  }

  /** A card while cards are selected. */
  selectable(title: string): Locator {
    return this.page.getByRole('checkbox', { name: title, exact: true });
  }

  /** A card on a certain step. */
  cardOn(step: string, title: string): Locator {
    return this.column(step).getByRole('link', { name: title, exact: true });
  }

  /** Waits until a card stands on a step, no longer than `patience` (ms), where that is given. */
  async shows(title: string, step: string, patience?: number): Promise<void> {
    await expect(this.cardOn(step, title)).toBeVisible({ timeout: patience });
  }

  /** Picks a card up with the mouse and holds it. */
  async pickUp(title: string): Promise<void> {
    const card = this.card(title);
    await card.scrollIntoViewIfNeeded();
    const box = await this.boxOf(card);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 12, y + 12, { steps: 4 });
  }

  /** Carries the card that is held over a column. */
  async carryOver(step: string): Promise<void> {
    const { x, y, width } = await this.boxOf(this.column(step).getByRole('list'));
    await this.page.mouse.move(x + width / 2, y + 60, { steps: 16 });
    // The browser tells the page where the pointer is only when it moves.
    await this.page.mouse.move(x + width / 2 + 3, y + 64, { steps: 3 });
  }

  async putDown(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Moves a card with the mouse. */
  async drag(title: string, step: string): Promise<void> {
    await this.pickUp(title);
    await this.carryOver(step);
    await this.putDown();
  }

  /** Where a card that is held would come to lie in a column. */
  placeFor(step: string): Locator {
    return this.column(step).locator('.cdk-drag-placeholder');
  }

  /** What a column says while a card is held. */
  words(step: string, words: string | RegExp): Locator {
    return this.column(step).getByText(words);
  }

  /** Opens the menu of moves of a card and takes one. */
  async take(number: number, move: string | RegExp): Promise<void> {
    const moves = this.page.getByRole('button', { name: `Moves of #${number}`, exact: true });
    // A card that was just put down is there twice until it has come to rest.
    await expect(moves).toHaveCount(1);
    await moves.click();
    await this.page.getByRole('menu').getByRole('menuitem', { name: move }).click();
  }

  /** The hub limits a column: beyond, it refuses. */
  async limit(step: string, atMost: number): Promise<void> {
    const dialog = await this.openLimit(step);
    await dialog.getByRole('textbox', { name: 'Ideas at most' }).fill(String(atMost));
    await dialog.getByRole('radio', { name: /^Refuse/ }).check();
    await dialog.getByRole('button', { name: 'Set the limit' }).click();
    await expect(dialog).toBeHidden();
  }

  async liftLimit(step: string): Promise<void> {
    const dialog = await this.openLimit(step);
    await dialog.getByRole('button', { name: 'No limit' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Saves what the board is narrowed to for everybody. */
  async saveView(name: string): Promise<void> {
    await this.openViews();
    await this.page.getByRole('menuitem', { name: 'Save this view …' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Save this view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('checkbox', { name: 'Everybody in the organisation sees it' }).check();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  async chooseView(name: string): Promise<void> {
    await this.openViews();
    await this.page.getByRole('menuitemradio', { name }).click();
  }

  private async openViews(): Promise<void> {
    await this.page.locator('polku-board-views').getByRole('button').click();
  }

  private async openLimit(step: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Limit of ${step}`, exact: true }).press('Enter');
    return this.page.getByRole('dialog', { name: `How many at once: ${step}` });
  }

  private async boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await locator.boundingBox();
    if (!box) throw new Error('It is not on the screen.');
    return box;
  }
}
