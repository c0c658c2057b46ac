import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Language } from '#contracts';

const sources: Readonly<Record<Language, () => Promise<{ readonly strings: Translation }>>> = {
  en: () => import('./en'),
  pl: () => import('./pl'),
  el: () => import('./el'),
  sv: () => import('./sv'),
  fi: () => import('./fi'),
};

const isLanguage = (text: string): text is Language => text in sources;

/** Fetches the strings of one language, each in a chunk of its own. */
@Injectable()
export class Translations implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return (await sources[isLanguage(language) ? language : 'en']()).strings;
  }
}
