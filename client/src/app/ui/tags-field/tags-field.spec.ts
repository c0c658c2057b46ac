import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { TagsField, tagsIn } from './tags-field';
import { TagsFieldHarness } from './testing/tags-field-harness';

describe('TagsField', () => {
  let fixture: ComponentFixture<TagsField>;
  let field: TagsFieldHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    fixture = TestBed.createComponent(TagsField);
    fixture.componentRef.setInput('label', 'Tags');
    await fixture.whenStable();
    field = await TestbedHarnessEnvironment.harnessForFixture(fixture, TagsFieldHarness);
  });

  it('takes words apart at commas and semicolons', () => {
    expect(tagsIn(' air,  clean   streets; ,')).toEqual(['air', 'clean streets']);
  });

  it('adds with Enter, which does not send the form', async () => {
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true });
    await field.type('air');
    fixture.nativeElement.querySelector('input').dispatchEvent(enter);
    await fixture.whenStable();
    expect(enter.defaultPrevented).toBe(true);
    expect(await field.tags()).toEqual(['air']);
  });

  it('adds with a comma', async () => {
    await field.type('air');
    await field.pressEnter();
    await field.type('greenery,');
    expect(fixture.componentInstance.value()).toEqual(['air', 'greenery']);
    expect(await field.written()).toBe('');
  });

  it('adds what is written when the field is left, each once', async () => {
    await field.type('air');
    await field.pressEnter();
    await field.type('air');
    await field.leave();
    expect(fixture.componentInstance.value()).toEqual(['air']);
  });

  it('takes the last one out with Backspace, or any with its button', async () => {
    await field.paste('air, greenery, water,');
    await field.pressBackspace();
    expect(await field.tags()).toEqual(['air', 'greenery']);
    await field.remove('air');
    expect(fixture.componentInstance.value()).toEqual(['greenery']);
  });
});
