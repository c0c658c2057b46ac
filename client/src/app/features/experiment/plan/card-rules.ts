import { validate, type SchemaPathTree } from '@angular/forms/signals';
import { leastOf, LIMITS, METRICS } from '#contracts/constants';
import { atMost, needed, numberIn, wholeFrom, type FieldFault } from '../../../ui/form/text-rules';
import { isShare } from '../../../ui/verdict/metric-numbers';
import type { CardEntry } from './card-entry';

/** What the numbers of a card may be, by its kind; nothing written is allowed until the start. */
export const cardRules = (path: SchemaPathTree<CardEntry>): void => {
  needed(path.title);
  atMost(path.title, LIMITS.title);
  for (const long of [path.hypothesis, path.method, path.risks, path.legalBasis, path.participantInformation]) atMost(long, LIMITS.text);
  for (const short of [path.metric, path.unit, path.group, path.place, path.dataProtectionContact]) atMost(short, LIMITS.shortText);
  wholeFrom(path.sampleSize, 1);
  for (const name of ['threshold', 'baseline'] as const) {
    validate(path[name], ({ value, valueOf }): FieldFault | undefined => {
      const kind = valueOf(path.kind);
      const { most, whole } = METRICS[kind];
      const number = numberIn(value());
      if (number === null) return undefined;
      if (Number.isNaN(number)) return { kind: 'not-a-number' };
      const meant = isShare(kind) ? number / 100 : number;
      if (meant < leastOf(kind, name)) return { kind: 'too-small' };
      if (meant > most) return { kind: 'too-large' };
      return whole && !Number.isInteger(meant) ? { kind: 'not-whole' } : undefined;
    });
  }
  validate(path.threshold, ({ value, valueOf }): FieldFault | undefined => {
    const items = numberIn(valueOf(path.sampleSize));
    const isTooMuch = valueOf(path.kind) === 'checklist' && items !== null && (numberIn(value()) ?? 0) > items;
    return isTooMuch ? { kind: 'more-than-total' } : undefined;
  });
  validate(path.endsOn, ({ value, valueOf }): FieldFault | undefined => {
    const startsOn = valueOf(path.startsOn);
    return startsOn !== '' && value() !== '' && value() < startsOn ? { kind: 'before-start' } : undefined;
  });
  validate(path.costAmount, ({ value }): FieldFault | undefined => {
    const amount = numberIn(value());
    if (amount === null) return undefined;
    if (Number.isNaN(amount)) return { kind: 'not-a-number' };
    if (amount < 0) return { kind: 'too-small' };
    return amount > LIMITS.value ? { kind: 'too-large' } : undefined;
  });
};
