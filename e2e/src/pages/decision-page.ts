import { expect, type Locator, type Page } from '@playwright/test';

/** The page of one decision. */
export class DecisionPage {
  readonly evidence: Locator;
  readonly scorecard: Locator;
  readonly panel: Locator;
  readonly opinions: Locator;
  readonly decision: Locator;
  readonly decided: Locator;

  constructor(private readonly page: Page) {
    const part = (name: string) => page.getByRole('region', { name, exact: true });
    this.evidence = part('Evidence');
    this.scorecard = part('Your scorecard');
    this.panel = part('Panel');
    this.opinions = part('What the panel thinks');
    this.decision = part('The decision');
    this.decided = part('How it was decided');
  }

  /** Whether the evidence stands in a box of its own that scrolls. */
  async scrollsByItself(): Promise<boolean> {
    return this.evidence.evaluate((section) => {
      for (let box: Element | null = section; box && box.tagName !== 'MAIN'; box = box.parentElement) {
        if (getComputedStyle(box).overflowY !== 'visible') return true;
      }
      return false;
    });
  }

  /** Gives every criterion this score, the first of them with this reason if there is one, and then the scorecard. */
  async score(score: 1 | 2 | 3 | 4 | 5, why?: string): Promise<void> {
    await this.scorecard.getByRole('group').first().waitFor();
    if (why !== undefined) await this.scorecard.getByLabel('Why (optional)').first().fill(why);
    for (const criterion of await this.scorecard.getByRole('group').all()) {
      await criterion.getByRole('radio', { name: String(score), exact: true }).check();
    }
    await this.scorecard.getByRole('button', { name: 'Give the scorecard' }).click();
    await expect(this.page.getByText('Your scorecard is given.').first()).toBeVisible();
  }

  /** Decides; to adapt also takes what must change. */
  async decide(outcome: 'yes' | 'adapt' | 'stop', reason: string, mustChange?: string): Promise<void> {
    await this.decision.getByRole('button', { name: 'Decide', exact: true }).click();
    await this.decision.getByRole('radio', { name: new RegExp(`^${outcome}\\b`) }).check();
    await this.decision.getByLabel('Reason, for the submitter to read').fill(reason);
    if (mustChange !== undefined) await this.decision.getByLabel('What must change').fill(mustChange);
    const confirm = { yes: 'Decide yes', adapt: 'Ask for changes', stop: 'Stop with this lesson' }[outcome];
    await this.decision.getByRole('button', { name: confirm }).click();
    await expect(this.page.getByText('Decided. The submitter is told your reason.').first()).toBeVisible();
    await expect(this.decided.getByText(reason)).toBeVisible();
    await expect(this.decision).toBeHidden();
  }
}
