import { inject } from '@angular/core';
import type { TestCardView } from '#contracts';
import { Languages } from '../../i18n/languages';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';

/** Says what stands on a test card in words of the chosen language. */
export interface CardWords {
  readonly name: (field: keyof TestCardView) => string;
  /** What a field holds; empty when it holds nothing. */
  readonly value: (field: keyof TestCardView, value: unknown, meant: Pick<TestCardView, 'kind'>) => string;
}

/** Gives the words for test cards; call it where a component is made. */
export const injectCardWords = (): CardWords => {
  const t = injectTranslate();
  const moments = inject(Moments);
  const languages = inject(Languages);
  const percent = (share: number): string =>
    new Intl.NumberFormat(languages.locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);
  return {
    name: (field) => t(`codes.name.${field}`),
    value: (field, it) => {
      if (it === null || it === undefined || it === '') return '';
      switch (field) {
        case 'threshold':
        case 'baseline':
          return typeof it === 'number' ? percent(it) : '';
        case 'confidence':
          return typeof it === 'number' ? percent(it / 100) : '';
        case 'startsOn':
        case 'endsOn':
          return typeof it === 'string' ? moments.day(it) : '';
        case 'direction':
          return t(it === 'at-most' ? 'experiments.directions.at-most' : 'experiments.directions.at-least');
        default:
          return typeof it === 'string' ? it : '';
      }
    },
  };
};
