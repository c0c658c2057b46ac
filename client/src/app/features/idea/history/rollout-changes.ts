import { inject } from '@angular/core';
import type { ExpectedEffectView, HistoryItem } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectEffectWords } from '../../../ui/effect/effect-words';
import { type Fields, isFields } from './event-fields';

type Details = HistoryItem['details'];

/** Says what an event of a rollout changed; null where the event does not say. */
export interface RolloutChanges {
  /** `Follow-up date: 1 Jan → 2 Nov · Owner`: part by part. */
  readonly edited: (details: Details) => string | null;
  /** The same of what was promised. */
  readonly amended: (details: Details) => string | null;
  /** `34 % of families on 2 Mar`: what the follow-up measured. */
  readonly measured: (details: Details) => string | null;
}

const textIn = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
const same = (one: Fields, other: Fields): boolean => ['title', 'on', 'doneOn'].every((name) => textIn(one, name) === textIn(other, name));
const milestonesIn = (fields: Fields): Fields[] => (Array.isArray(fields['milestones']) ? fields['milestones'].filter(isFields) : []);

/** The effect in an event, by the names that it has there, or null where it is not whole. */
const effectIn = (fields: Fields, [value, unit, by, direction]: readonly [string, string, string, string]): ExpectedEffectView | null => {
  const [size, what, until] = [fields[value], textIn(fields, unit), textIn(fields, by)];
  if (typeof size !== 'number' || what === '' || until === '') return null;
  return { value: size, unit: what, by: until, direction: fields[direction] === 'at-most' ? 'at-most' : 'at-least' };
};

/** Gives the words for what became of a rollout. */
export const injectRolloutChanges = (): RolloutChanges => {
  const t = injectTranslate();
  const list = injectListing();
  const moments = inject(Moments);
  const effects = injectEffectWords();
  const nothing = '–';

  const dayIn = (fields: Fields, name: string): string => (textIn(fields, name) ? moments.day(textIn(fields, name)) : nothing);
  const effectText = (effect: ExpectedEffectView | null): string => (effect ? effects.expected(effect) : nothing);
  const milestoneText = (items: readonly Fields[]): string => {
    const words = items.map(
      (it) => `${textIn(it, 'title')} (${dayIn(it, 'on')}${textIn(it, 'doneOn') ? ` ✓ ${dayIn(it, 'doneOn')}` : ''})`,
    );
    return words.length > 0 ? list(words) : nothing;
  };
  const change = (name: string, was: string, is: string): string => `${t(`codes.name.${name}`)}: ${was} → ${is}`;

  const part = (name: string, was: Fields, is: Fields): string => {
    switch (name) {
      case 'owner':
        // Who answered for it is an id there.
        return t('codes.name.owner');
      case 'milestones': {
        const [before, after] = [milestonesIn(was), milestonesIn(is)];
        const only = (items: readonly Fields[], others: readonly Fields[]): Fields[] =>
          items.filter((it) => !others.some((other) => same(it, other)));
        return change(name, milestoneText(only(before, after)), milestoneText(only(after, before)));
      }
      case 'expectedEffect': {
        const names = ['effectValue', 'effectUnit', 'effectBy', 'effectDirection'] as const;
        return change(name, effectText(effectIn(was, names)), effectText(effectIn(is, names)));
      }
      case 'followUpOn':
        return change(name, dayIn(was, name), dayIn(is, name));
      default:
        return change(name, textIn(was, name) || nothing, textIn(is, name) || nothing);
    }
  };

  return {
    edited: ({ fields, before, after }) => {
      if (!Array.isArray(fields) || !isFields(before) || !isFields(after)) return null;
      // Of what did not change the event keeps only how it stands after it.
      const was = { ...after, ...before };
      return fields
        .filter((it) => typeof it === 'string')
        .map((name) => part(name, was, after))
        .join(' · ');
    },
    amended: ({ before, after }) => {
      if (!isFields(before) || !isFields(after)) return null;
      const names = ['value', 'unit', 'by', 'direction'] as const;
      const parts = [
        ['expectedEffect', effectText(effectIn(before, names)), effectText(effectIn(after, names))],
        ['followUpOn', dayIn(before, 'followUpOn'), dayIn(after, 'followUpOn')],
        ['unit', textIn(before, 'receivingUnit') || nothing, textIn(after, 'receivingUnit') || nothing],
      ] as const;
      return parts
        .filter(([, was, is]) => was !== is)
        .map(([name, was, is]) => change(name, was, is))
        .join(' · ');
    },
    measured: (details) => {
      const [value, on] = [details['measuredValue'], textIn(details, 'measuredOn')];
      return typeof value === 'number' && on !== '' ? effects.measured({ value, on }, textIn(details, 'effectUnit')) : null;
    },
  };
};
