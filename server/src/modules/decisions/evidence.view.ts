import type { CardEvidence, EvidenceItem, LessonEvidence, PersonView } from '#contracts';
import { cardView } from '../experiments/index.js';
import type { Compared, EvidenceValues, KeptCard, KeptEvidence, KeptLesson } from './evidence.js';

type People = ReadonlyMap<string, PersonView>;

/** Everybody who is named in evidence, by member id. */
export function peopleIn(items: readonly (KeptEvidence | null)[]): string[] {
  return items.flatMap((item) => {
    if (item?.kind === 'team') return [...(item.value ?? [])];
    if (item?.kind === 'test-card' && item.value) {
      const { card, original, reasons } = item.value;
      return [...card.responsible, ...(original?.responsible ?? []), ...(reasons ?? []).map(({ member }) => member)];
    }
    if (item?.kind === 'lesson') return (item.value ?? []).flatMap(({ member }) => (member === null ? [] : [member]));
    return [];
  });
}

/** A piece of evidence as it was and as it is, with people by their names. */
export function evidenceItemOf(compared: Compared, people: People): EvidenceItem {
  const { asked, now, changed } = compared;
  const known = asked ?? now;
  if (known === null) throw new Error('Evidence that was never there has no view.');
  const shown = { required: known.required, experiment: known.experiment, changed };
  // What is as it was is not said twice.
  const both = <Kind extends KeptEvidence['kind'], Shown>(kind: Kind, view: (value: EvidenceValues[Kind]) => Shown) => {
    const side = (item: KeptEvidence | null) => {
      // The kind says what the value is.
      const value = item?.kind === kind ? (item.value as EvidenceValues[Kind] | null) : null;
      return value === null ? null : view(value);
    };
    return { kind, ...shown, asked: side(asked), now: changed ? side(now) : null };
  };
  switch (known.kind) {
    case 'team':
      return both('team', (members) => members.flatMap((member) => people.get(member) ?? []));
    case 'test-card':
      return both('test-card', (card) => cardOf(card, people));
    case 'verdict':
      return both('verdict', (verdict) => verdict);
    case 'lesson':
      return both('lesson', (lessons) => lessons.map((lesson) => lessonOf(lesson, people)));
    case 'engagement':
      return both('engagement', (count) => count);
    default:
      return both(known.kind, (text) => text);
  }
}

function cardOf({ card, original, reasons, ...kept }: KeptCard, people: People): CardEvidence {
  const { state, amendments, amendedAfterData, byOriginal, startedAt, endedAt, corrections, result } = kept;
  return {
    ...{ state, amendments, amendedAfterData },
    card: cardView(card, people),
    original: original && cardView(original, people),
    reasons: (reasons ?? []).map(({ member, fields, ...it }) => ({ ...it, fields: [...fields], by: people.get(member) ?? null })),
    byOriginal: byOriginal ?? null,
    startedAt: startedAt ?? null,
    endedAt: endedAt ?? null,
    corrections: corrections ?? null,
    result: result ?? null,
  };
}

function lessonOf({ experiment, observed, learned, therefore, saved, at, member }: KeptLesson, people: People): LessonEvidence {
  return { experiment, observed, learned, therefore, saved, at, by: member === null ? null : (people.get(member) ?? null) };
}
