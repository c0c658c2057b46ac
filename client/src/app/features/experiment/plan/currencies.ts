import type { Language } from '#contracts';

/** Currencies that are offered; a card that names another keeps it. */
export const CURRENCIES = ['EUR', 'PLN', 'SEK', 'CHF', 'CZK', 'DKK', 'GBP', 'NOK', 'USD'] as const;

/** What people who speak a language most likely count in. */
export const usualCurrency = (language: Language): string => ({ pl: 'PLN', sv: 'SEK', en: 'EUR', el: 'EUR', fi: 'EUR' })[language];
