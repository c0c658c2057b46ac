import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { RichText } from './rich-text';
import { RichTextHarness, TextPreviewHarness } from './testing/rich-text-harness';
import { TextPreview } from './text-preview';

describe('RichText', () => {
  const show = async (text: string, names: readonly string[] = []): Promise<{ text: RichTextHarness; page: HTMLElement }> => {
    const fixture = TestBed.createComponent(RichText);
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('names', names);
    await import('./markdown');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { text: await TestbedHarnessEnvironment.harnessForFixture(fixture, RichTextHarness), page };
  };

  it('shows what was written in Markdown, its lines as lines', async () => {
    const { text, page } = await show('No **shade** at\nthe stops:\n\n- Wołoska\n- Żytnia\n\n# Why\n\n- [x] asked');
    expect([await text.count('strong'), await text.count('li'), await text.count('br'), await text.count('h4')]).toEqual([1, 3, 1, 1]);
    expect(page.querySelector('h1, h2, h3, input')).toBeNull();
    expect(await text.words()).toContain('☑ asked');
  });

  it('leads to the web, to mail and within, and nowhere else', async () => {
    const { text } = await show(
      '[web](https://example.org/a?b=1) [mail](mailto:hub@aleksandrow.example) [idea](/aleksandrow/ideas/3) [bad](javascript:alert(1)) [data](data:text/html,x) [host](//evil.example)',
    );
    expect(await text.links()).toEqual(['https://example.org/a?b=1', 'mailto:hub@aleksandrow.example', '/aleksandrow/ideas/3']);
    expect(await text.words()).toContain('bad data host');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![pixel](https://evil.example/pixel.png)',
    '<a href="javascript:alert(1)">x</a>',
    '[x](https://a.example/" onmouseover="alert(1))',
    '<style>body{display:none}</style>',
    '`<b>`<iframe src=https://evil.example>',
  ])('runs and fetches nothing: %s', async (text) => {
    const { page } = await show(text);
    expect(page.querySelector('script, img, iframe, style, object, form, input')).toBeNull();
    const attributes = [...page.querySelectorAll('polku-rich-text *, *')].flatMap((it) => it.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
    expect([...page.querySelectorAll('a')].every((it) => /^https?:/.test(it.href))).toBe(true);
  });

  it('marks who is named, the longer name first, and nobody else', async () => {
    const { text } = await show('**@Maja Nowak** and @Maja, not @Tomek or <@Maja>', ['Maja', 'Maja Nowak']);
    expect(await text.names()).toEqual(['@Maja Nowak', '@Maja', '@Maja']);
  });

  it('is previewed while it is written', async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    await TestBed.inject(Languages).complete();
    const fixture = TestBed.createComponent(TextPreview);
    fixture.componentRef.setInput('text', ' ');
    const preview = await TestbedHarnessEnvironment.harnessForFixture(fixture, TextPreviewHarness);
    await preview.open();
    expect(await preview.text()).toBeNull();
    fixture.componentRef.setInput('text', '*now*');
    await fixture.whenStable();
    expect(await (await preview.text())?.count('em')).toBe(1);
  });
});
