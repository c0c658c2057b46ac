import { ComponentHarness } from '@angular/cdk/testing';
import type { Meaning } from '../tag';

const meanings: readonly Meaning[] = ['path', 'waiting', 'late', 'met', 'lesson', 'unclear'];

/** A tag's word and meaning. */
export class TagHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-tag';

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async meaning(): Promise<Meaning | undefined> {
    const host = await this.host();
    for (const meaning of meanings) if (await host.hasClass(meaning)) return meaning;
    return undefined;
  }
}
