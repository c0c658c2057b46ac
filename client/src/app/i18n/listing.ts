import { inject } from '@angular/core';
import { Languages } from './languages';

/** Joins words as the chosen language does: `a, b and c`. */
export const injectListing = (): ((words: readonly string[]) => string) => {
  const languages = inject(Languages);
  return (words) => new Intl.ListFormat(languages.locale(), { type: 'conjunction' }).format(words);
};
