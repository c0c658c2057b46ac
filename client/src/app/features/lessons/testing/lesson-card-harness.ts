import { ComponentHarness } from '@angular/cdk/testing';

/** A lesson as people read it. */
export class LessonCardHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-lesson-card';

  private readonly heading = this.locatorFor('h2');
  private readonly link = this.locatorFor('h2 a');
  private readonly marks = this.locatorForAll('polku-tag');

  async title(): Promise<string> {
    return (await (await this.heading()).text()).trim();
  }

  /** Where its title leads. */
  async leadsTo(): Promise<string | null> {
    return (await this.link()).getAttribute('href');
  }

  /** Its tags: the word of each, and what its colour means. */
  async tags(): Promise<[string, string | null][]> {
    return Promise.all(
      (await this.marks()).map(async (it): Promise<[string, string | null]> => [await it.text(), await it.getAttribute('class')]),
    );
  }

  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ');
  }
}
