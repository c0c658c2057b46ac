import { injectListing } from '../../../i18n/listing';
import { injectTranslate } from '../../../i18n/translate';
import type { CardEntry, EntryName } from './card-entry';

/** Says what stands in the form of a card: the name of a field, and what is written in it. */
export interface EntryWords {
  readonly name: (name: EntryName) => string;
  readonly value: (name: EntryName, value: CardEntry[EntryName]) => string;
}

/** Gives the words for the form of a card; call it where a component is made. */
export const injectEntryWords = (): EntryWords => {
  const t = injectTranslate();
  const list = injectListing();
  return {
    name: (name) => {
      if (name === 'title') return t('card.question');
      if (name === 'costCurrency') return t('card.currency');
      return t(`codes.card.${name === 'costAmount' ? 'costCap' : name}`);
    },
    value: (name, value) => {
      if (typeof value === 'boolean') return t(value ? 'card.yes' : 'card.no');
      if (typeof value !== 'string') return value.length > 0 ? list(value.map((it) => it.name)) : t('card.not-set');
      if (value.trim() === '') return t('card.not-set');
      if (name === 'kind') return t(`codes.metric-kind.${value}`);
      if (name === 'direction') return t(`card.directions.${value}`);
      return name === 'personalData' ? t(`card.${value}`) : value;
    },
  };
};
