import { inject } from '@angular/core';
import type { Language } from '#contracts';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';

/** Currencies that are offered; a card that names another keeps it. */
export const CURRENCIES = ['EUR', 'PLN', 'SEK', 'CHF', 'CZK', 'DKK', 'GBP', 'NOK', 'USD'] as const;

type Currency = (typeof CURRENCIES)[number];

const byLanguage: Readonly<Record<Language, Currency>> = { pl: 'PLN', sv: 'SEK', en: 'EUR', el: 'EUR', fi: 'EUR' };

const byZone: Readonly<Record<string, Currency>> = {
  'Europe/Warsaw': 'PLN',
  'Europe/Stockholm': 'SEK',
  'Europe/Zurich': 'CHF',
  'Europe/Prague': 'CZK',
  'Europe/Copenhagen': 'DKK',
  'Europe/London': 'GBP',
  'Europe/Oslo': 'NOK',
};

/** What an organisation most likely counts in: by where it is; where that is not known, by the language that is spoken. */
export const usualCurrency = (zone: string | undefined, language: Language): string =>
  zone === undefined ? byLanguage[language] : (byZone[zone] ?? 'EUR');

/** Gives what the organisation most likely counts in; call it where a component is made. */
export const injectUsualCurrency = (): (() => string) => {
  const moments = inject(Moments);
  const languages = inject(Languages);
  return () => usualCurrency(moments.zone(), languages.current());
};
