import { ComponentHarness } from '@angular/cdk/testing';

/** One file. */
class AttachmentHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-attachment-item';

  async name(): Promise<string> {
    return (await (await this.locatorFor('a')()).text()).trim();
  }

  async address(): Promise<string | null> {
    return (await this.locatorFor('a')()).getAttribute('href');
  }

  async about(): Promise<string> {
    return (await (await this.locatorFor('.about')()).text()).trim();
  }

  async press(name: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).trim() === name) return button.click();
    throw new Error(`No button ${name}`);
  }

  async buttons(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('button')()).map(async (it) => (await it.text()).trim()));
  }
}

/** The files of an idea, and where more are dropped. */
export class IdeaAttachmentsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-idea-attachments';

  readonly attachments = this.locatorForAll(AttachmentHarness);
  private readonly section = this.locatorFor('section');

  async names(): Promise<string[]> {
    return Promise.all((await this.attachments()).map((it) => it.name()));
  }

  /** Lets files fall over the section. */
  async drop(...files: File[]): Promise<void> {
    await (await this.section()).dispatchEvent('drop', { dataTransfer: { files, types: ['Files'] } as never });
  }

  /** What is said of the files that were not taken. */
  async refusals(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('.failed')()).map(async (it) => (await it.text()).replace(/\s+/g, ' ').trim()));
  }

  /** What is said of the files on their way. */
  async progress(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('.sendings label')()).map(async (it) => (await it.text()).trim()));
  }

  async press(name: string): Promise<void> {
    for (const button of await this.locatorForAll('.sendings button')()) if ((await button.text()).trim() === name) return button.click();
    throw new Error(`No button ${name}`);
  }

  async told(): Promise<string> {
    return (await (await this.locatorFor('[role="status"]')()).text()).trim();
  }
}
