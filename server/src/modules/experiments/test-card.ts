import { METRICS, requiredCardFields, type RequiredCardField, type TestCardInput, type TestCardView } from '#contracts';

/** What an experiment wants to find out and how: the same card is planned, then locked. Who answers for it stands in it by member id. */
export type TestCard = Omit<TestCardView, 'responsible'> & { readonly responsible: readonly string[] };

/** A card of which nothing has been said. */
export const BLANK_CARD: TestCard = {
  hypothesis: null,
  method: null,
  metric: null,
  unit: null,
  kind: 'proportion',
  baseline: null,
  direction: 'at-least',
  threshold: null,
  confidence: 95,
  completeCount: false,
  sampleSize: null,
  group: null,
  place: null,
  startsOn: null,
  endsOn: null,
  costCap: null,
  responsible: [],
  risks: null,
  personalData: null,
  legalBasis: null,
  dataProtectionContact: null,
  participantInformation: null,
};

/** The required fields that a card lacks, in the order of the card; empty when it is complete. A blank text is lacking, a zero or a no is not. */
export function missingCardFields(card: TestCard): RequiredCardField[] {
  return requiredCardFields(card).filter((field) => {
    const value = card[field];
    if (Array.isArray(value)) return value.length === 0;
    return typeof value === 'string' ? value.trim() === '' : value === null;
  });
}

/** The card that was sent, with null for what it does not say. */
export function testCardFrom(input: TestCardInput): TestCard {
  return {
    hypothesis: input.hypothesis || null,
    method: input.method || null,
    metric: input.metric || null,
    unit: input.unit || null,
    kind: input.kind,
    baseline: input.baseline ?? null,
    direction: input.direction,
    threshold: input.threshold ?? null,
    confidence: input.confidence,
    completeCount: input.completeCount,
    sampleSize: input.sampleSize ?? null,
    group: input.group || null,
    place: input.place || null,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    costCap: input.costCap ?? null,
    responsible: [...new Set(input.responsible)],
    risks: input.risks || null,
    personalData: input.personalData ?? null,
    legalBasis: input.legalBasis || null,
    dataProtectionContact: input.dataProtectionContact || null,
    participantInformation: input.participantInformation || null,
  };
}

/** The fields in which two cards differ, in the order of the card. */
export function changedCardFields(before: TestCard, after: TestCard): (keyof TestCard)[] {
  const fields = Object.keys(BLANK_CARD) as (keyof TestCard)[];
  return fields.filter((field) => !isSame(before[field], after[field]));
}

/** Whether a card measures two groups against each other. */
export function comparesGroups({ kind }: Pick<TestCard, 'kind'>): boolean {
  return METRICS[kind].comparison === 'counts';
}

/** A card as it comes out of the database; one that an older server wrote may lack the newer fields. */
export function storedCard(card: Partial<TestCard>): TestCard {
  return { ...BLANK_CARD, ...card };
}

// The database orders the keys of an amount as it likes.
function isSame(one: TestCard[keyof TestCard], other: TestCard[keyof TestCard]): boolean {
  if (isAmount(one) && isAmount(other)) return one.amount === other.amount && one.currency === other.currency;
  return JSON.stringify(one) === JSON.stringify(other);
}

function isAmount(value: unknown): value is { readonly amount: number; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value;
}
