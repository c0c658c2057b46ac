import type { Locator, Page } from '@playwright/test';

/** The form of a new idea. */
export class SubmitPage {
  readonly heading: Locator;
  readonly need: Locator;
  readonly title: Locator;
  readonly proposal: Locator;
  readonly beneficiaries: Locator;
  readonly effectGoal: Locator;
  readonly tags: Locator;
  readonly send: Locator;
  readonly draftSaved: Locator;
  readonly draftFound: Locator;
  readonly offline: Locator;

  constructor(
    private readonly page: Page,
    private readonly organisation: string,
  ) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Submit an idea' });
    this.need = page.getByLabel('What did you notice?');
    this.title = page.getByLabel('Title');
    this.proposal = page.getByLabel('What could be done?');
    this.beneficiaries = page.getByLabel('Who would it help?');
    this.effectGoal = page.getByLabel('What effect do you hope for?');
    this.tags = page.getByLabel('Tags');
    this.send = page.getByRole('button', { name: 'Submit the idea' });
    this.draftSaved = page.getByText('Draft saved on this device');
    this.draftFound = page.getByText('Here is the draft that you left');
    this.offline = page.getByText('You are offline. Keep writing');
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.organisation}/ideas/new`);
    await this.heading.waitFor();
  }
}
