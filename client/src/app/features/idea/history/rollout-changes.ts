import { inject } from '@angular/core';
import type { ExpectedEffectView, HistoryItem } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectEffectWords } from '../../../ui/effect/effect-words';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textIn = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');

/** The effect in the columns of an event, or null where it is not whole. */
const effectIn = (fields: Fields): ExpectedEffectView | null => {
  const [value, unit, by] = [fields['effectValue'], textIn(fields, 'effectUnit'), textIn(fields, 'effectBy')];
  if (typeof value !== 'number' || unit === '' || by === '') return null;
  return { value, unit, by, direction: fields['effectDirection'] === 'at-most' ? 'at-most' : 'at-least' };
};

/** Gives the words for what of a rollout's plan was changed, part by part from what to what; null where the event does not say. */
export const injectRolloutChanges = (): ((details: HistoryItem['details']) => string | null) => {
  const t = injectTranslate();
  const list = injectListing();
  const moments = inject(Moments);
  const effects = injectEffectWords();
  const nothing = '–';

  const milestonesIn = (fields: Fields): string => {
    const items = Array.isArray(fields['milestones']) ? fields['milestones'].filter(isFields) : [];
    const words = items.map((it) => {
      const done = textIn(it, 'doneOn');
      return `${textIn(it, 'title')} (${moments.day(textIn(it, 'on'))}${done ? ` ✓ ${moments.day(done)}` : ''})`;
    });
    return words.length > 0 ? list(words) : nothing;
  };
  const said = (name: string, fields: Fields): string => {
    switch (name) {
      case 'milestones':
        return milestonesIn(fields);
      case 'expectedEffect': {
        const effect = effectIn(fields);
        return effect ? effects.expected(effect) : nothing;
      }
      case 'followUpOn':
        return textIn(fields, name) ? moments.day(textIn(fields, name)) : nothing;
      default:
        return textIn(fields, name) || nothing;
    }
  };

  return ({ fields, before, after }) => {
    if (!Array.isArray(fields) || !isFields(before) || !isFields(after)) return null;
    const names = fields.filter((it) => typeof it === 'string');
    // Of what did not change the event keeps only how it stands after it.
    const was = { ...after, ...before };
    const parts = names.map((name) => {
      const label = t(`codes.name.${name}`);
      // Who answered for it is an id there.
      return name === 'owner' ? label : `${label}: ${said(name, was)} → ${said(name, after)}`;
    });
    return `${t('idea.event.rollout-edited')} · ${parts.join(' · ')}`;
  };
};
