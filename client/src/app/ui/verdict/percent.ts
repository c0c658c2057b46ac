import { inject } from '@angular/core';
import { Languages } from '../../i18n/languages';

/** Writes a share between 0 and 1 as the chosen language writes percent, with one decimal at most. */
export const injectPercent = (): ((share: number) => string) => {
  const languages = inject(Languages);
  return (share) => new Intl.NumberFormat(languages.locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);
};
