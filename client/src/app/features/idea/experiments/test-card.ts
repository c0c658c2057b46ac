import type { ExperimentView, TestCardInput, TestCardView } from '#contracts';
import { CONFIDENCES } from '#contracts/constants';
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
}

/** What has to be there before an experiment starts, in the order of the form. */
export const neededForStart = [
  'hypothesis',
  'method',
  'metric',
  'threshold',
  'baseline',
  'group',
  'place',
  'startsOn',
  'endsOn',
] as const satisfies readonly (keyof TestCardEntry)[];

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
});

/** The card that is sent; what says nothing is null. */
export const cardOf = (entry: TestCardEntry): TestCardInput => {
  const said = (text: string): string | null => text.trim() || null;
  return {
    hypothesis: said(entry.hypothesis),
    method: said(entry.method),
    metric: said(entry.metric),
    kind: 'proportion',
    baseline: shareOf(entry.baseline),
    direction: entry.direction,
    threshold: shareOf(entry.threshold),
    confidence: CONFIDENCES.find((it) => String(it) === entry.confidence) ?? 95,
    group: said(entry.group),
    place: said(entry.place),
    startsOn: said(entry.startsOn),
    endsOn: said(entry.endsOn),
  };
};

/** What the form still lacks before the experiment can start. */
export const missingIn = (entry: TestCardEntry): readonly (typeof neededForStart)[number][] =>
  neededForStart.filter((name) => entry[name].trim() === '');
