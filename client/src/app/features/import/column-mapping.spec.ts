import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { ImportMapping } from '#contracts';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { ColumnMapping } from './column-mapping';

describe('choosing the columns of a file', () => {
  let fixture: ComponentFixture<ColumnMapping>;

  const show = async (mapping: ImportMapping): Promise<void> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    fixture = TestBed.createComponent(ColumnMapping);
    fixture.componentRef.setInput('columns', ['nr', 'nazwa', 'po co']);
    fixture.componentRef.setInput('sample', [
      ['1', 'Ławka', ''],
      ['2', 'Zegar', 'Stoi od zimy'],
    ]);
    fixture.componentRef.setInput('mapping', mapping);
    fixture.componentRef.setInput('steps', []);
    fixture.componentRef.setInput('step', '');
    await fixture.whenStable();
  };
  const element = <T extends Element>(selector: string): T => {
    const found = (fixture.nativeElement as HTMLElement).querySelector<T>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };
  /** What a screen reader reads out with the choice for a field. */
  const description = (field: string): string =>
    (element(`#map-${field}`).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => element(`#${id}`).textContent?.trim())
      .join(' ');

  it('shows the first rows of the file, and what the chosen column holds', async () => {
    await show({ title: 'nazwa', need: 'po co' });
    expect(element('table').textContent).toContain('The first rows of the file');
    expect([...element('tbody').querySelectorAll('td')].map((cell) => cell.textContent?.trim())).toEqual([
      ...['1', 'Ławka', ''],
      ...['2', 'Zegar', 'Stoi od zimy'],
    ]);
    expect(description('title')).toBe('For example: Ławka');
    expect(description('need')).toBe('For example: Stoi od zimy');
    expect(description('proposal')).toBe('');
  });

  it('names what is needed and has no column', async () => {
    await show({ need: 'po co' });
    expect(element('#map-title').getAttribute('aria-invalid')).toBe('true');
    expect(description('title')).toBe('Choose a column for this field');
    expect(element('#map-need').getAttribute('aria-invalid')).toBeNull();
  });

  it('remarks that title and need come from one column, as no error', async () => {
    await show({ title: 'nazwa', need: 'nazwa' });
    expect(description('need')).toContain('Title and need come from the same column.');
    expect(element('#map-need').getAttribute('aria-invalid')).toBeNull();
  });
});
