import type { ExperimentView, MetricKind, PersonView, TestCardInput, TestCardView } from '#contracts';
import { CONFIDENCES, requiredCardFields, type RequiredCardField } from '#contracts/constants';
import { numberIn } from '../../../ui/form/text-rules';
import { isShare } from '../../../ui/verdict/metric-numbers';

/** A test card as its form holds it: numbers as written, shares in percent. */
export interface CardEntry {
  readonly title: string;
  readonly hypothesis: string;
  readonly method: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly unit: string;
  readonly baseline: string;
  readonly direction: TestCardView['direction'];
  readonly threshold: string;
  readonly confidence: string;
  readonly completeCount: boolean;
  readonly sampleSize: string;
  readonly group: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly costAmount: string;
  readonly costCurrency: string;
  readonly responsible: readonly PersonView[];
  readonly risks: string;
  readonly personalData: '' | 'yes' | 'no';
  readonly legalBasis: string;
  readonly dataProtectionContact: string;
  readonly participantInformation: string;
}

export type EntryName = keyof CardEntry;

/** The sign between a whole number and its parts in a language. */
export const decimalSign = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find((it) => it.type === 'decimal')?.value ?? '.';

// Shares are binary fractions: 0.29 times 100 must not become 28.999999999999996.
const exact = (number: number): number => Number(number.toPrecision(12));

const written = (number: number | null, decimal: string): string => (number === null ? '' : String(exact(number)).replace('.', decimal));

const read = (text: string): number | null => {
  const number = numberIn(text);
  return number === null || Number.isNaN(number) ? null : number;
};

const shareOf = (kind: MetricKind, text: string): number | null => {
  const number = read(text);
  return number !== null && isShare(kind) ? exact(number / 100) : number;
};

/** The form of a card that is there; `decimal` is the language's sign for it. */
export const entryOf = ({ title, card }: Pick<ExperimentView, 'title' | 'card'>, decimal: string): CardEntry => {
  const inForm = (number: number | null): string => written(number !== null && isShare(card.kind) ? number * 100 : number, decimal);
  return {
    title,
    hypothesis: card.hypothesis ?? '',
    method: card.method ?? '',
    metric: card.metric ?? '',
    kind: card.kind,
    unit: card.unit ?? '',
    baseline: inForm(card.baseline),
    direction: card.direction,
    threshold: inForm(card.threshold),
    confidence: String(card.confidence),
    completeCount: card.completeCount,
    sampleSize: written(card.sampleSize, decimal),
    group: card.group ?? '',
    place: card.place ?? '',
    startsOn: card.startsOn ?? '',
    endsOn: card.endsOn ?? '',
    costAmount: written(card.costCap?.amount ?? null, decimal),
    costCurrency: card.costCap?.currency ?? '',
    responsible: card.responsible,
    risks: card.risks ?? '',
    personalData: card.personalData === null ? '' : card.personalData ? 'yes' : 'no',
    legalBasis: card.legalBasis ?? '',
    dataProtectionContact: card.dataProtectionContact ?? '',
    participantInformation: card.participantInformation ?? '',
  };
};

/** The card that is sent; what says nothing is null. `currency` is meant where none was chosen. */
export const cardOf = (entry: CardEntry, currency: string): TestCardInput => {
  const said = (text: string): string | null => text.trim() || null;
  const amount = read(entry.costAmount);
  const size = read(entry.sampleSize);
  return {
    hypothesis: said(entry.hypothesis),
    method: said(entry.method),
    metric: said(entry.metric),
    unit: said(entry.unit),
    kind: entry.kind,
    baseline: shareOf(entry.kind, entry.baseline),
    direction: entry.direction,
    threshold: shareOf(entry.kind, entry.threshold),
    confidence: CONFIDENCES.find((it) => String(it) === entry.confidence) ?? 95,
    completeCount: entry.completeCount,
    sampleSize: size,
    group: said(entry.group),
    place: said(entry.place),
    startsOn: said(entry.startsOn),
    endsOn: said(entry.endsOn),
    costCap: amount === null ? null : { amount, currency: entry.costCurrency || currency },
    responsible: entry.responsible.map((it) => it.id),
    risks: said(entry.risks),
    personalData: entry.personalData === '' ? null : entry.personalData === 'yes',
    legalBasis: said(entry.legalBasis),
    dataProtectionContact: said(entry.dataProtectionContact),
    participantInformation: said(entry.participantInformation),
  };
};

const isFilled = (entry: CardEntry, field: RequiredCardField): boolean => {
  if (field === 'costCap') return entry.costAmount.trim() !== '';
  if (field === 'responsible') return entry.responsible.length > 0;
  return entry[field].trim() !== '';
};

/** What the form still lacks before the experiment can start, in the order of the card. */
export const missingIn = (entry: CardEntry): readonly RequiredCardField[] =>
  requiredCardFields({ kind: entry.kind, personalData: entry.personalData === 'yes' }).filter((field) => !isFilled(entry, field));

/** Whether the period of the form is impossible. */
export const isPeriodWrong = ({ startsOn, endsOn }: CardEntry): boolean => startsOn !== '' && endsOn !== '' && endsOn < startsOn;
