import { computed } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, provideTranslocoTranspiler, TranslocoService } from '@jsverse/transloco';
import { LANGUAGES } from '#contracts/constants';
import { strings as english } from './en/further';
import { strings as finnish } from './fi/further';
import { IcuTranspiler } from './icu-transpiler';
import { Languages } from './languages';
import { injectTranslate } from './translate';
import { Translations } from './translations';

describe('languages', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideTransloco({ config: { availableLangs: [...LANGUAGES], defaultLang: 'en', prodMode: true }, loader: Translations }),
        provideTranslocoTranspiler(IcuTranspiler),
      ],
    });
  });

  const knows = (language: string, key: string) => key in TestBed.inject(TranslocoService).getTranslation(language);

  it('begin with what the first screen says', async () => {
    await TestBed.inject(Languages).start();
    expect(knows('en', 'board.title')).toBe(true);
    expect(knows('en', 'import.title')).toBe(false);
  });

  it('say everything once a page needs it, and keep what they said before', async () => {
    const languages = TestBed.inject(Languages);
    await languages.start();
    await languages.complete();
    expect(TestBed.inject(TranslocoService).translate('import.title')).toBe(english.import.title);
    expect(knows('en', 'board.title')).toBe(true);
  });

  it('show what came later wherever it was asked for too early', async () => {
    const languages = TestBed.inject(Languages);
    await languages.start();
    const t = TestBed.runInInjectionContext(() => injectTranslate());
    const title = computed(() => t('import.title'));
    const whole = languages.complete();
    expect([title(), t('board.title')]).toEqual(['', 'Board']);
    await whole;
    expect(title()).toBe(english.import.title);
  });

  it('are whole from then on, whichever is chosen', async () => {
    const languages = TestBed.inject(Languages);
    await languages.start();
    await languages.complete();
    await languages.choose('fi');
    expect(TestBed.inject(TranslocoService).translate('import.title')).toBe(finnish.import.title);
    expect(document.documentElement.lang).toBe('fi');
  });

  it('stay with the last that was wanted, also when the one before comes later', async () => {
    const languages = TestBed.inject(Languages);
    const first = languages.start();
    await Promise.all([first, languages.suggest('fi')]);
    expect(languages.current()).toBe('fi');
    expect(TestBed.inject(TranslocoService).getActiveLang()).toBe('fi');
  });
});
