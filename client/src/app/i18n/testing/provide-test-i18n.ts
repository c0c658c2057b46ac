import { inject, Injectable, provideAppInitializer, type EnvironmentProviders, type Provider } from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler, type TranslocoLoader } from '@jsverse/transloco';
import { LANGUAGES } from '#contracts/constants';
import { strings } from '../en';
import { strings as further } from '../en/further';
import { IcuTranspiler } from '../icu-transpiler';
import { furtherStrings, Translations } from '../translations';
import { Languages } from '../languages';

/** English strings at once, the other languages when a test chooses them. */
@Injectable()
class TestTranslations extends Translations implements TranslocoLoader {
  override async getTranslation(language: string): ReturnType<Translations['getTranslation']> {
    if (language === 'en') return { ...strings, ...further };
    const known = LANGUAGES.find((it) => it === language) ?? 'en';
    return { ...(await super.getTranslation(known)), ...(await furtherStrings(known)) };
  }
}

/** The strings of Polku for a test; `await TestBed.inject(Languages).start()` shows them. */
export const provideTestI18n = (): (EnvironmentProviders | Provider)[] => [
  provideTransloco({ config: { availableLangs: [...LANGUAGES], defaultLang: 'en', reRenderOnLangChange: true }, loader: TestTranslations }),
  provideTranslocoTranspiler(IcuTranspiler),
  provideAppInitializer(() => inject(Languages).start()),
];
