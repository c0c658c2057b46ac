import { z } from 'zod';
import { EXPERIMENT_STATES } from '../kinds.js';
import { verdictView } from './experiment.js';
import { money, personView } from './fields.js';
import { cardField, testCardView } from './test-card.js';

const experimentLink = z.object({ id: z.uuid(), number: z.number().int(), title: z.string() });

/** A test card as evidence: as it is, and as it was locked where it was amended. */
export const cardEvidence = z.object({
  state: z.enum(EXPERIMENT_STATES),
  card: testCardView,
  /** The card as it was locked at the start; null when it was never amended. */
  original: testCardView.nullable(),
  amendments: z.number().int(),
  amendedAfterData: z.boolean(),
  /** Who amended which fields, when and why, the first first. */
  reasons: z.array(
    z.object({ at: z.string(), by: personView.nullable(), reason: z.string(), fields: z.array(cardField), afterData: z.boolean() }),
  ),
  /** What the rule says of the same numbers by the card as it was locked; null when it was never amended, or measured something else. */
  byOriginal: verdictView.nullable(),
  /** When it was started and when it was concluded or stopped; null: it was not. */
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** How many measurements were corrected and withdrawn after they had been recorded, and when the last one was; null: none. */
  corrections: z.object({ corrected: z.number().int(), withdrawn: z.number().int(), lastAt: z.string() }).nullable(),
  /** What came out, in words. */
  result: z.string().nullable(),
});
export type CardEvidence = z.infer<typeof cardEvidence>;

export const lessonEvidence = z.object({
  /** The number of the experiment it was learned in; null: of the idea. */
  experiment: z.number().int().nullable(),
  observed: z.string(),
  learned: z.string(),
  therefore: z.string(),
  /** What a stop saved. */
  saved: money.nullable(),
  at: z.string(),
  by: personView.nullable(),
});
export type LessonEvidence = z.infer<typeof lessonEvidence>;

// `asked`: what was true when the decision was asked for; `now`: what is true now, where that has changed. Null: nothing there.
const evidence = <Kind extends string, Value extends z.ZodType>(kind: Kind[], value: Value) =>
  z.object({
    kind: z.enum(kind),
    required: z.boolean(),
    /** The experiment it belongs to: each has its own test card and verdict. */
    experiment: experimentLink.nullable(),
    asked: value.nullable(),
    changed: z.boolean(),
    now: value.nullable(),
  });

/** A piece of evidence as it was when the decision was asked for, and whether it has changed since. */
export const evidenceItem = z.discriminatedUnion('kind', [
  evidence(['need', 'proposal', 'beneficiaries', 'effect-goal', 'schedule', 'cost-estimate', 'test-group', 'partners'], z.string()),
  evidence(['team'], z.array(personView)),
  evidence(['test-card'], cardEvidence),
  evidence(['verdict'], verdictView),
  evidence(['lesson'], z.array(lessonEvidence)),
  /** How many times residents or users were involved. */
  evidence(['engagement'], z.number().int()),
]);
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const evidencePack = z.object({ at: z.string(), items: z.array(evidenceItem) });
export type EvidencePack = z.infer<typeof evidencePack>;
