import { inject, isDevMode, provideAppInitializer, type EnvironmentProviders } from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { LANGUAGES } from '#contracts/constants';
import { IcuTranspiler } from './icu-transpiler';
import { Languages } from './languages';
import { Translations } from './translations';

/** Strings in five languages, the first of them loaded before anything is shown. */
export const provideI18n = (): EnvironmentProviders[] => [
  ...provideTransloco({
    config: { availableLangs: [...LANGUAGES], defaultLang: 'en', reRenderOnLangChange: true, prodMode: !isDevMode() },
    loader: Translations,
  }),
  provideTranslocoTranspiler(IcuTranspiler),
  provideAppInitializer(() => inject(Languages).start()),
];
