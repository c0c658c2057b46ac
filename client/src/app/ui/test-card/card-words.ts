import { inject } from '@angular/core';
import type { CardField, Money, TestCardView } from '#contracts';
import { CONFIDENCES, DIRECTIONS, METRIC_KINDS } from '#contracts/constants';
import { injectListing } from '../../i18n/listing';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { injectMetricNumbers, type Meant } from '../verdict/metric-numbers';

/** Says what stands on a test card in words of the chosen language. */
export interface CardWords {
  readonly name: (field: CardField) => string;
  /** What a field holds; empty when it holds nothing. `meant` is the card it belongs to. */
  readonly value: (field: CardField, value: unknown, meant: Meant) => string;
  /** Direction, threshold and confidence as one clause: `at least 70%, with 95% confidence`. */
  readonly goal: (card: Pick<TestCardView, 'kind' | 'unit' | 'threshold' | 'direction' | 'confidence' | 'completeCount'>) => string;
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
const nameOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? [value.name] : [];

/** The words for one of some values; none for anything else. */
const oneOf = <T>(all: readonly T[], it: unknown, words: (known: T) => string): string => {
  const known = all.find((each) => each === it);
  return known === undefined ? '' : words(known);
};

/** Gives the words for test cards; call it where a component is made. */
export const injectCardWords = (): CardWords => {
  const t = injectTranslate();
  const moments = inject(Moments);
  const list = injectListing();
  const numbers = injectMetricNumbers();

  const value = (field: CardField, it: unknown, meant: Meant): string => {
    if (it === null || it === undefined || it === '') return '';
    switch (field) {
      case 'kind':
        return oneOf(METRIC_KINDS, it, (kind) => t(`codes.metric-kind.${kind}`));
      case 'direction':
        return oneOf(DIRECTIONS, it, (direction) => t(`card.directions.${direction}`));
      case 'confidence':
        return oneOf(CONFIDENCES, it, (number) => t('card.percent', { number }));
      case 'completeCount':
      case 'personalData':
        return t(it === true ? 'card.yes' : 'card.no');
      case 'threshold':
      case 'baseline':
        return typeof it === 'number' ? numbers.value(meant, it) : '';
      case 'sampleSize':
        return typeof it === 'number' ? numbers.plain(it) : '';
      case 'startsOn':
      case 'endsOn':
        return typeof it === 'string' ? moments.day(it) : '';
      case 'costCap':
        return isMoney(it) ? numbers.money(it) : '';
      case 'responsible':
        return Array.isArray(it) ? list(it.flatMap(nameOf)) : '';
      default:
        return typeof it === 'string' ? it : '';
    }
  };

  return {
    name: (field) => t(`codes.card.${field}`),
    value,
    goal: (card) => {
      const { threshold, direction, confidence } = card;
      if (threshold === null) return '';
      const goal = t(`card.goal-${direction}`, { threshold: numbers.value(card, threshold) });
      if (card.kind === 'checklist') return goal;
      return card.completeCount ? t('card.goal-complete', { goal }) : t('card.goal-confident', { goal, confidence });
    },
  };
};
