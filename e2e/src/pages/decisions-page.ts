import type { Locator, Page } from '@playwright/test';
import { DecisionPage } from './decision-page.js';

/** What waits for somebody's word, and the log of what was decided. */
export class DecisionsPage {
  readonly heading: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Decisions' });
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/decisions`);
    await this.heading.waitFor();
  }

  /** The decision on an idea, as it waits in the list. */
  about(title: string): Locator {
    return this.page.getByRole('list', { name: 'Waiting for me' }).getByRole('listitem').filter({ hasText: title });
  }

  /** Goes to the page of a decision that waits. */
  async take(title: string): Promise<DecisionPage> {
    await this.about(title).getByRole('link', { name: title, exact: true }).click();
    const decision = new DecisionPage(this.page);
    await decision.evidence.waitFor();
    return decision;
  }

  async decide(title: string, outcome: 'yes' | 'adapt' | 'stop', reason: string): Promise<void> {
    await (await this.take(title)).decide(outcome, reason);
  }
}
