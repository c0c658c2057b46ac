import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Highlight } from './highlight';
import { HighlightHarness } from './testing/highlight-harness';

describe('Highlight', () => {
  const show = async (text: string, sought: string): Promise<HighlightHarness> => {
    const fixture = TestBed.createComponent(Highlight);
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('sought', sought);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, HighlightHarness);
  };

  it.each([
    ['Ławki przy ulicy Łódzkiej', 'lodz', ['Łódzkiej']],
    ['Shade at the bus stops', 'BUS shade', ['Shade', 'bus']],
    ['Benches for the elderly', 'bench', ['Benches']],
    ['Σκιά στις στάσεις', 'σκια στασεων', ['Σκιά', 'στάσεις']],
    ['Roads and abroad', 'road', ['Roads']],
    ['Nothing of it', 'xyz', []],
    ['All of it', '  ', []],
  ])('lets in “%s” stand out what “%s” looks for', async (text, sought, found) => {
    const highlight = await show(text, sought);
    expect([await highlight.found(), await highlight.text()]).toEqual([found, text]);
  });

  it('keeps a text that is made of letters and their accents whole', async () => {
    const apart = 'Łódź'.normalize('NFD');
    expect(await (await show(apart, 'lodz')).found()).toEqual([apart]);
  });
});
