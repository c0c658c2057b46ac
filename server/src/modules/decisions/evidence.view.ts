import type { CardEvidence, EvidenceItem, LessonEvidence, PersonView } from '#contracts';
import type { Compared, EvidenceValues, KeptCard, KeptEvidence, KeptLesson } from './evidence.js';

type People = ReadonlyMap<string, PersonView>;

/** Everybody who is named in evidence, by member id. */
export function peopleIn(items: readonly (KeptEvidence | null)[]): string[] {
  return items.flatMap((item) => {
    if (item?.kind === 'team') return [...(item.value ?? [])];
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
      return both('test-card', cardOf);
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

function cardOf({ state, card, original, amendments, amendedAfterData }: KeptCard): CardEvidence {
  return { state, card, original, amendments, amendedAfterData };
}

function lessonOf({ experiment, observed, learned, therefore, at, member }: KeptLesson, people: People): LessonEvidence {
  return { experiment, observed, learned, therefore, at, by: member === null ? null : (people.get(member) ?? null) };
}
