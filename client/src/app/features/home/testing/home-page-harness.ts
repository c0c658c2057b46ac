import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

/** The parts of Home. */
type Part = 'ideas' | 'waiting' | 'news';

/** Home as people use it. */
export class HomePageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-home-page';

  async text(): Promise<string> {
    return words(await (await this.host()).text());
  }

  /** The words of a part: its heading, its rows or what it teaches, and what stands below. */
  async part(part: Part): Promise<string> {
    return words(await (await this.locatorFor(`section[aria-labelledby="home-${part}"]`)()).text());
  }

  /** The words of each row of a part. */
  async rows(part: Part): Promise<string[]> {
    const rows = await this.locatorForAll(`section[aria-labelledby="home-${part}"] li`)();
    return Promise.all(rows.map(async (it) => words(await it.text())));
  }

  /** Where the links of a part lead. */
  async leadTo(part: Part): Promise<(string | null)[]> {
    const links = await this.locatorForAll(`section[aria-labelledby="home-${part}"] a`)();
    return Promise.all(links.map((it) => it.getAttribute('href')));
  }

  /** The states of the dots of each idea, as they are drawn. */
  async dots(): Promise<string[]> {
    const lines = await this.locatorForAll('polku-path-dots')();
    const each = lines.map((_, at) => this.locatorForAll(`li:nth-child(${at + 1}) polku-path-dots i`)());
    return Promise.all(each.map(async (dots) => (await Promise.all((await dots).map((it) => it.getAttribute('class')))).join(' ')));
  }

  /** What colours mean in a part, with their words. */
  async tags(part: Part): Promise<[string, string | null][]> {
    const tags = await this.locatorForAll(`section[aria-labelledby="home-${part}"] polku-tag`)();
    return Promise.all(tags.map(async (it): Promise<[string, string | null]> => [await it.text(), await it.getAttribute('class')]));
  }

  /** Opens the first of what is new. */
  async openFirstNews(): Promise<void> {
    await (await this.locatorFor('polku-notification-list a')()).click();
  }

  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
