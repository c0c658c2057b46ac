import { z } from 'zod';
import { CONFIDENCES, DIRECTIONS, METRIC_KINDS, type MetricKind } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { leastOf, METRICS } from '../metrics.js';
import { calendarDay, line, money, personView, text } from './fields.js';

const short = line(LIMITS.shortText).nullish();
const long = text(LIMITS.text).nullish();
const number = z.number().min(-LIMITS.value).max(LIMITS.value).nullish();

/** The parts of a card whose range depends on its kind. */
interface Ranged {
  readonly kind?: MetricKind;
  readonly baseline?: number | null;
  readonly threshold?: number | null;
}

// Also when other fields are wrong: what is said is everything that is wrong.
const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null };

type RangedField = 'baseline' | 'threshold';

const fits = (field: RangedField, wrong: (value: number, kind: MetricKind, field: RangedField) => boolean) => (card: Ranged) => {
  const value = card[field];
  const kind = METRIC_KINDS.find((it) => it === card.kind);
  return typeof value !== 'number' || kind === undefined || !wrong(value, kind, field);
};
const tooSmall = (value: number, kind: MetricKind, field: RangedField): boolean => value < leastOf(kind, field);
const tooLarge = (value: number, kind: MetricKind): boolean => value > METRICS[kind].most;
const parted = (value: number, kind: MetricKind): boolean => METRICS[kind].whole && !Number.isInteger(value);

/**
 * A test card while it is being planned: anything may still be missing; the start asks for all of it. What `baseline` and `threshold`
 * mean follows from the kind: a share between 0 and 1 (proportion), a difference of shares between -1 and 1 (test minus comparison), a mean or
 * a difference in `unit` (mean, mean-difference: test minus comparison, paired: after minus before), events for one of `unit` (rate), a ratio
 * above 0 (rate-ratio: test by comparison), or a number of items (checklist).
 */
export const testCardInput = z
  .strictObject({
    /** We believe that … */
    hypothesis: long,
    /** To verify, we will … */
    method: long,
    /** And measure … */
    metric: short,
    /** What the numbers count: minutes, kilograms, visits a day. */
    unit: short,
    kind: z.enum(METRIC_KINDS).default('proportion'),
    /** How it was before. */
    baseline: number,
    /** We are right if it is `at-least` or `at-most` the threshold. */
    direction: z.enum(DIRECTIONS).default('at-least'),
    threshold: number,
    /** In percent. */
    confidence: z.literal(CONFIDENCES).default(95),
    /** Everybody is measured: there is no sample, so no interval. */
    completeCount: z.boolean().default(false),
    /** How many are to be observed; of a checklist, how many items it has. */
    sampleSize: z.number().int().min(1).max(LIMITS.count).nullish(),
    group: short,
    place: short,
    startsOn: calendarDay.nullish(),
    endsOn: calendarDay.nullish(),
    /** What it may cost at most. */
    costCap: money.nullish(),
    /** The members who answer for it. */
    responsible: z.array(z.uuid()).max(LIMITS.responsible).default([]),
    risks: long,
    /** Whether personal data are used; null while nobody has answered. */
    personalData: z.boolean().nullish(),
    legalBasis: long,
    dataProtectionContact: short,
    /** What the participants are told. */
    participantInformation: long,
  })
  .refine(fits('baseline', tooSmall), { path: ['baseline'], message: 'too-small', ...always })
  .refine(fits('baseline', tooLarge), { path: ['baseline'], message: 'too-large', ...always })
  .refine(fits('threshold', tooSmall), { path: ['threshold'], message: 'too-small', ...always })
  .refine(fits('threshold', tooLarge), { path: ['threshold'], message: 'too-large', ...always })
  .refine(fits('threshold', parted), { path: ['threshold'], message: 'not-whole', ...always })
  .refine((card) => card.kind !== 'checklist' || (card.threshold ?? 0) <= (card.sampleSize ?? LIMITS.count), {
    path: ['threshold'],
    message: 'more-than-total',
    ...always,
  });
export type TestCardInput = z.infer<typeof testCardInput>;

export const testCardView = z.object({
  hypothesis: z.string().nullable(),
  method: z.string().nullable(),
  metric: z.string().nullable(),
  unit: z.string().nullable(),
  kind: z.enum(METRIC_KINDS),
  baseline: z.number().nullable(),
  direction: z.enum(DIRECTIONS),
  threshold: z.number().nullable(),
  confidence: z.literal(CONFIDENCES),
  completeCount: z.boolean(),
  sampleSize: z.number().int().nullable(),
  group: z.string().nullable(),
  place: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  costCap: money.nullable(),
  responsible: z.array(personView),
  risks: z.string().nullable(),
  personalData: z.boolean().nullable(),
  legalBasis: z.string().nullable(),
  dataProtectionContact: z.string().nullable(),
  participantInformation: z.string().nullable(),
});
export type TestCardView = z.infer<typeof testCardView>;

/** The fields of a test card. */
export type CardField = keyof TestCardView;
export const cardField = z.enum(Object.keys(testCardView.shape) as [CardField, ...CardField[]]);
