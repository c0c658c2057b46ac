import type { ExperimentView, PersonView, TestCardInput, TestCardView } from '#contracts';
import { CONFIDENCES, requiredCardFields, type RequiredCardField } from '#contracts/constants';
import { numberIn } from '../../../ui/form/text-rules';

/** A test card as its form holds it: everything as written, shares in percent. */
export interface TestCardEntry {
  readonly title: string;
  readonly hypothesis: string;
  readonly method: string;
  readonly metric: string;
  readonly direction: TestCardView['direction'];
  readonly threshold: string;
  readonly baseline: string;
  readonly confidence: string;
  readonly group: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly costCap: string;
  readonly currency: string;
  readonly risks: string;
  readonly personalData: '' | 'yes' | 'no';
  readonly legalBasis: string;
  readonly dataProtectionContact: string;
  readonly participantInformation: string;
}

/** What the form does not ask: it keeps what the card says, and whoever plans it answers for it. */
export interface CardFrame {
  readonly card: Pick<TestCardView, 'kind' | 'unit' | 'completeCount' | 'sampleSize' | 'responsible'> | null;
  readonly planner: string;
}

/** An empty form. */
export const blankCard: TestCardEntry = {
  title: '',
  hypothesis: '',
  method: '',
  metric: '',
  direction: 'at-least',
  threshold: '',
  baseline: '',
  confidence: '95',
  group: '',
  place: '',
  startsOn: '',
  endsOn: '',
  costCap: '',
  currency: 'EUR',
  risks: '',
  personalData: '',
  legalBasis: '',
  dataProtectionContact: '',
  participantInformation: '',
};

// Shares are binary fractions: 0.29 times 100 must not become 28.999999999999996.
const percentOf = (share: number | null): string => (share === null ? '' : String(Number((share * 100).toFixed(6))));

const shareOf = (text: string): number | null => {
  const percent = numberIn(text);
  return percent === null || Number.isNaN(percent) ? null : Number((percent / 100).toFixed(8));
};

/** The form of an experiment that is planned already. */
export const entryOf = ({ title, card }: Pick<ExperimentView, 'title' | 'card'>): TestCardEntry => ({
  title,
  hypothesis: card.hypothesis ?? '',
  method: card.method ?? '',
  metric: card.metric ?? '',
  direction: card.direction,
  threshold: percentOf(card.threshold),
  baseline: percentOf(card.baseline),
  confidence: String(card.confidence),
  group: card.group ?? '',
  place: card.place ?? '',
  startsOn: card.startsOn ?? '',
  endsOn: card.endsOn ?? '',
  costCap: card.costCap ? String(card.costCap.amount) : '',
  currency: card.costCap?.currency ?? blankCard.currency,
  risks: card.risks ?? '',
  personalData: card.personalData === null ? '' : card.personalData ? 'yes' : 'no',
  legalBasis: card.legalBasis ?? '',
  dataProtectionContact: card.dataProtectionContact ?? '',
  participantInformation: card.participantInformation ?? '',
});

/** The card that is sent; what says nothing is null. */
export const cardOf = (entry: TestCardEntry, { card, planner }: CardFrame): TestCardInput => {
  const said = (text: string): string | null => text.trim() || null;
  const amount = numberIn(entry.costCap);
  const people: readonly Pick<PersonView, 'id'>[] = card?.responsible ?? [];
  return {
    hypothesis: said(entry.hypothesis),
    method: said(entry.method),
    metric: said(entry.metric),
    unit: card?.unit ?? null,
    kind: card?.kind ?? 'proportion',
    baseline: shareOf(entry.baseline),
    direction: entry.direction,
    threshold: shareOf(entry.threshold),
    confidence: CONFIDENCES.find((it) => String(it) === entry.confidence) ?? 95,
    completeCount: card?.completeCount ?? false,
    sampleSize: card?.sampleSize ?? null,
    group: said(entry.group),
    place: said(entry.place),
    startsOn: said(entry.startsOn),
    endsOn: said(entry.endsOn),
    costCap: amount === null || Number.isNaN(amount) ? null : { amount, currency: entry.currency.trim().toUpperCase() },
    responsible: people.length > 0 ? people.map(({ id }) => id) : [planner],
    risks: said(entry.risks),
    personalData: entry.personalData === '' ? null : entry.personalData === 'yes',
    legalBasis: said(entry.legalBasis),
    dataProtectionContact: said(entry.dataProtectionContact),
    participantInformation: said(entry.participantInformation),
  };
};

/** What the form still lacks before the experiment can start; whoever plans it answers for it. */
export const missingIn = (entry: TestCardEntry): readonly RequiredCardField[] =>
  requiredCardFields({ kind: 'proportion', personalData: entry.personalData === 'yes' }).filter(
    (name) => name in entry && entry[name as keyof TestCardEntry].trim() === '',
  );
