import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Language } from '#contracts';

type Source = () => Promise<{ readonly strings: Translation }>;

const first: Readonly<Record<Language, Source>> = {
  en: () => import('./en'),
  pl: () => import('./pl'),
  el: () => import('./el'),
  sv: () => import('./sv'),
  fi: () => import('./fi'),
};

const further: Readonly<Record<Language, Source>> = {
  en: () => import('./en/further'),
  pl: () => import('./pl/further'),
  el: () => import('./el/further'),
  sv: () => import('./sv/further'),
  fi: () => import('./fi/further'),
};

const isLanguage = (text: string): text is Language => text in first;

/** Fetches the strings that the first screen needs, each language in a chunk of its own. */
@Injectable()
export class Translations implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return (await first[isLanguage(language) ? language : 'en']()).strings;
  }
}

/** Fetches the strings that all other screens need. */
export const furtherStrings = async (language: Language): Promise<Translation> => (await further[language]()).strings;
