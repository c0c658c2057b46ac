import type { AmendmentView, PersonView, TestCardView } from '#contracts';
import type { Amendment } from './amendment.entity.js';
import type { TestCard } from './test-card.js';

/** Members by id, as others see them. */
export type People = ReadonlyMap<string, PersonView>;

/** A member as others see them, or null. */
export function personOf(people: People, member: string | null): PersonView | null {
  return member === null ? null : (people.get(member) ?? null);
}

/** Shows a test card. */
export function cardView(card: TestCard, people: People): TestCardView {
  return { ...card, responsible: card.responsible.flatMap((member) => people.get(member) ?? []) };
}

/** Shows an amendment: field by field what was and what is. */
export function amendmentView(amendment: Amendment, people: People): AmendmentView {
  const { number, at, memberId, reason, afterData } = amendment;
  const [before, after] = [cardView(amendment.before, people), cardView(amendment.after, people)];
  return {
    number,
    at: at.toISOString(),
    by: personOf(people, memberId),
    reason,
    fields: amendment.fields.map((field) => ({ field, before: before[field], after: after[field] })),
    afterData,
  };
}

/** The members whom these cards and amendments name. */
export function peopleOfCards(card: TestCard, amendments: readonly Amendment[]): string[] {
  return [
    ...card.responsible,
    ...amendments.flatMap((amendment) => [amendment.memberId, ...amendment.before.responsible, ...amendment.after.responsible]),
  ];
}
