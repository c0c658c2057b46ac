import type { TestCardInput, TestCardView } from '#contracts';

/** What an experiment wants to find out and how: the same card is planned, then locked. */
export type TestCard = TestCardView;

/** What must be on a card before an experiment starts; direction, confidence and kind always have a value. */
export const REQUIRED_CARD_FIELDS = [
  'hypothesis',
  'method',
  'metric',
  'baseline',
  'threshold',
  'group',
  'place',
  'startsOn',
  'endsOn',
] as const satisfies readonly (keyof TestCard)[];
export type RequiredCardField = (typeof REQUIRED_CARD_FIELDS)[number];

/** The required fields that a card lacks, in the order of the card; empty when it is complete. A blank text is lacking, a zero is not. */
export function missingCardFields(card: TestCard): RequiredCardField[] {
  return REQUIRED_CARD_FIELDS.filter((field) => {
    const value = card[field];
    return typeof value === 'string' ? value.trim() === '' : value === null;
  });
}

/** The card that was sent, with null for what it does not say. */
export function testCardFrom(input: TestCardInput): TestCard {
  return {
    hypothesis: input.hypothesis || null,
    method: input.method || null,
    metric: input.metric || null,
    kind: input.kind,
    baseline: input.baseline ?? null,
    direction: input.direction,
    threshold: input.threshold ?? null,
    confidence: input.confidence,
    group: input.group || null,
    place: input.place || null,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
  };
}
