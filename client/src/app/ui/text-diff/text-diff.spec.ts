import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { TextDiffHarness } from './testing/text-diff-harness';
import { TextDiff } from './text-diff';

describe('TextDiff', () => {
  const show = async (before: string, after: string) => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    await TestBed.inject(Languages).complete();
    const fixture = TestBed.createComponent(TextDiff);
    fixture.componentRef.setInput('before', before);
    fixture.componentRef.setInput('after', after);
    const diff = await TestbedHarnessEnvironment.harnessForFixture(fixture, TextDiffHarness);
    return { changes: await diff.changes(), page: fixture.nativeElement as HTMLElement };
  };

  it('marks the words that came and those that went', async () => {
    const { changes } = await show('No shade at the two stops', 'No shade at the three stops');
    expect(changes).toEqual({ came: ['three'], went: ['two'] });
  });

  it('keeps words of other alphabets whole', async () => {
    const { changes } = await show('Ławka przy żłobku', 'Ławka przy szkole');
    expect(changes).toEqual({ came: ['szkole'], went: ['żłobku'] });
  });

  it('says to who hears it what came and what went, and takes the text as text', async () => {
    const { page } = await show('', '<b>new</b>');
    expect(page.textContent).toContain('Added:');
    expect(page.querySelector('b')).toBeNull();
  });
});
