import { inject } from '@angular/core';
import type { HistoryItem } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectMetricNumbers } from '../../../ui/verdict/metric-numbers';
import { type Fields, isFields } from './event-fields';

/** Gives the words for what an event says was measured: `21 of 26 (Test group, 4 Mar)`, and from what to what it was corrected; empty where it does not say. */
export const injectMeasurementChanges = (): ((details: HistoryItem['details']) => string) => {
  const t = injectTranslate();
  const moments = inject(Moments);
  const numbers = injectMetricNumbers();

  const numberIn = (fields: Fields, name: string): string => (typeof fields[name] === 'number' ? numbers.plain(fields[name]) : '');
  // The event does not say of what kind it is; its numbers do.
  const values = (fields: Fields): string => {
    const said = (name: string): string => numberIn(fields, name);
    if (said('total')) return t('experiment.measure.of', { successes: said('successes'), total: said('total') });
    if (said('exposure')) return t('experiment.measure.events', { count: said('count'), exposure: said('exposure') });
    if (said('before')) return t('experiment.measure.pair', { before: said('before'), value: said('value') });
    return said('value');
  };
  const text = (fields: Fields): string => {
    const day = typeof fields['on'] === 'string' ? [moments.day(fields['on'])] : [];
    const group = fields['group'] === 'comparison' || fields['group'] === 'test' ? [t(`experiment.measure.group.${fields['group']}`)] : [];
    return `${values(fields)} (${[...group, ...day].join(', ')})`;
  };
  return ({ before, after }) => [before, after].filter(isFields).map(text).join(' → ');
};
