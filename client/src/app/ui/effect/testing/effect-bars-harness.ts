import { ComponentHarness } from '@angular/cdk/testing';

/** Reads effects as somebody who listens to them, and how long their bars are. */
export class EffectBarsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-effect-bars';

  private readonly texts = this.locatorForAll('dd');
  private readonly bars = this.locatorForAll('.good, .measured');

  /** The expected effect and the measured one, in words. */
  async words(): Promise<string[]> {
    return Promise.all((await this.texts()).map(async (it) => (await it.text()).replaceAll(/\s+/g, ' ').trim()));
  }

  /** What colours the measured bar; null while there is none. */
  async colour(): Promise<string | null> {
    return (await (await this.locatorForOptional('.measured')())?.getAttribute('class')) ?? null;
  }

  /** Where the good side and the measured bar begin and how long they are, in percent of the scale. */
  async extents(): Promise<[number, number][]> {
    const styles = await Promise.all((await this.bars()).map((it) => it.getAttribute('style')));
    const percent = (style: string | null, name: string): number => Number(new RegExp(`${name}:\\s*([\\d.]+)%`).exec(style ?? '')?.[1]);
    return styles.map((style) => [percent(style, 'left'), percent(style, 'width')]);
  }
}
