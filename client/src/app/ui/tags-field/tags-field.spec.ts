import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { TagsField, tagsIn } from './tags-field';

describe('TagsField', () => {
  let fixture: ComponentFixture<TagsField>;
  const input = (): HTMLInputElement => fixture.nativeElement.querySelector('input');
  const type = async (text: string): Promise<void> => {
    input().value = text;
    input().dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const press = async (key: string): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true });
    input().dispatchEvent(event);
    await fixture.whenStable();
    return event;
  };
  const tags = (): string[] => fixture.componentInstance.value();

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    fixture = TestBed.createComponent(TagsField);
    fixture.componentRef.setInput('label', 'Tags');
    await fixture.whenStable();
  });

  it('takes words apart at commas and semicolons', () => {
    expect(tagsIn(' air,  clean   streets; ,')).toEqual(['air', 'clean streets']);
  });

  it('adds with Enter, which does not send the form, and with a comma', async () => {
    await type('air');
    expect((await press('Enter')).defaultPrevented).toBe(true);
    await type('greenery,');
    expect(tags()).toEqual(['air', 'greenery']);
    expect(input().value).toBe('');
  });

  it('adds what is written when the field is left, each once', async () => {
    await type('air');
    await press('Enter');
    await type('air');
    input().dispatchEvent(new Event('blur'));
    expect(tags()).toEqual(['air']);
  });

  it('takes the last one out with Backspace, or any with its button', async () => {
    await type('air, greenery, water,');
    await press('Backspace');
    expect(tags()).toEqual(['air', 'greenery']);
    fixture.nativeElement.querySelector('[aria-label="Remove the tag air"]').click();
    await fixture.whenStable();
    expect(tags()).toEqual(['greenery']);
  });
});
