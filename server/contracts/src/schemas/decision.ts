import { z } from 'zod';
import { DECISION_KINDS, DECISION_STATES, OUTCOMES, PANEL_STATES, VERDICTS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { evidencePack } from './evidence.js';
import { cursor, day, deadline, limit, optionalText, page, personView, requiredText, text } from './fields.js';
import { lessonInput } from './idea.js';
import { criterionSummary, criterionView, scorecardView } from './panel.js';
import { refusal } from './problem.js';

/** `POST O/ideas/:number/decisions`. */
export const askDecision = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  /** The member who decides. */
  decider: z.uuid(),
  deadline,
  note: text(LIMITS.text).nullish(),
  /** Members who score it before it is decided; the decider may be among them. */
  panel: z.array(z.uuid()).max(LIMITS.panel).optional(),
});
export type AskDecision = z.infer<typeof askDecision>;

/** `POST O/decisions/:id/outcome`. `adapt` needs what must change, `stop` the lesson, and a decision against the verdict its explanation. */
export const makeDecision = z.strictObject({
  outcome: z.enum(OUTCOMES),
  /** In plain words, for the submitter. */
  reason: requiredText(LIMITS.text),
  mustChange: optionalText,
  /** Why it is decided against what the rule says of the latest concluded experiment. */
  explanation: optionalText,
  lesson: lessonInput.optional(),
});
export type MakeDecision = z.infer<typeof makeDecision>;

/** `POST O/decisions/:id/delegation`: hands one decision to another decider. */
export const delegateDecision = z.strictObject({
  /** The member who decides from now on. */
  to: z.uuid(),
  reason: requiredText(LIMITS.text),
});
export type DelegateDecision = z.infer<typeof delegateDecision>;

/** What the log of decisions is narrowed to: `GET O/decisions/log.csv` gives all of them at once. */
export const decisionFilter = z.strictObject({
  state: z.enum(DECISION_STATES).optional(),
  kind: z.enum(DECISION_KINDS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** The member whose decision it is, or who made it. */
  decider: z.uuid().optional(),
  /** Only those that were decided against the verdict, or only the others. */
  against: z.stringbool().optional(),
  /** First and last day, in the organisation's time zone, on which it was decided or, while it is open, asked for. */
  from: day.optional(),
  until: day.optional(),
  /** Words of the idea's title, the question or the reason; or the idea's number. */
  q: text(200).optional(),
});
export type DecisionFilter = z.infer<typeof decisionFilter>;

/**
 * `GET O/decisions?mine=`: `mine=true` lists what waits for the asking person: to be decided, also in the place of somebody who is away,
 * or to be scored.
 */
export const listDecisions = decisionFilter.extend({
  mine: z.stringbool().optional(),
  cursor,
  limit: limit(LIMITS.page, 25),
});
export type ListDecisions = z.infer<typeof listDecisions>;

export const decisionView = z.object({
  id: z.uuid(),
  idea: z.object({
    number: z.number().int(),
    /** As it was called when the decision was asked for. */
    title: z.string(),
    /** What it is called now; null: the same. */
    titleNow: z.string().nullable(),
    step: z.string(),
    stepName: z.string(),
  }),
  kind: z.enum(DECISION_KINDS),
  state: z.enum(DECISION_STATES),
  /** The transition that a `yes` takes. */
  from: z.string(),
  to: z.string(),
  toName: z.string(),
  decider: personView.nullable(),
  askedBy: personView.nullable(),
  askedAt: z.string(),
  deadline: z.string(),
  overdue: z.boolean(),
  /** Who made it: the decider, or who decided in their place while they were away. */
  decidedBy: personView.nullable(),
  /** In whose place the asking person may decide it now; null: in nobody's. */
  actingFor: personView.nullable(),
  /** While it is open and the decider is away: until when, and who decides meanwhile; nobody where it is the delegate's own idea. */
  away: z.object({ until: z.string(), delegate: personView.nullable() }).nullable(),
  /** Whether the asking person may hand it to another decider now. */
  mayDelegate: z.boolean(),
  /** How it came to this decider, the latest first. */
  delegations: z.array(
    z.object({
      from: personView.nullable(),
      to: personView.nullable(),
      at: z.string(),
      by: personView.nullable(),
      reason: z.string(),
    }),
  ),
  note: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  reason: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** What has to change, of an `adapt`. */
  mustChange: z.string().nullable(),
  /** It was decided against what the rule said of the latest concluded experiment. */
  againstVerdict: z.boolean(),
  explanation: z.string().nullable(),
  /** How many are on the panel and have not stepped out, and how many of them have given their scorecard. */
  panelSize: z.number().int(),
  scored: z.number().int(),
  /** Where the asking person stands on the panel; null: not on it. */
  panelState: z.enum(PANEL_STATES).nullable(),
  /** Why the asking person may not decide it now; empty: may. */
  refusals: z.array(refusal),
});
export type DecisionView = z.infer<typeof decisionView>;

/** `GET O/decisions/:id`. */
export const decisionDetail = decisionView.extend({
  evidence: evidencePack,
  /** Its idea was imported onto this later step than the first: no decision here led to it. Null: it came the usual way. */
  imported: z.object({ step: z.string(), stepName: z.string(), at: z.string() }).nullable(),
  criteria: z.array(criterionView),
  /** Everybody who was asked to score, in the order they were named. */
  panel: z.array(
    z.object({
      member: personView.nullable(),
      state: z.enum(PANEL_STATES),
      /** Why a member has stepped out. */
      conflict: z.string().nullable(),
    }),
  ),
  /** The panel has not finished: nobody sees a scorecard but their own. */
  blind: z.boolean(),
  /** The asking person's own scorecard. */
  mine: scorecardView.nullable(),
  /** All scorecards, and what they say together; null while blind. */
  scorecards: z.array(scorecardView).nullable(),
  summary: z.array(criterionSummary).nullable(),
  /** The means of the criteria, weighted; null while blind and when nothing was scored. */
  weightedMean: z.number().nullable(),
  /**
   * What the rule says of the latest concluded experiment, or of a failed one that no adaptation has mended, of a scale-up decision; once it
   * is made, what it said then. `atFirst`: what it said by the card as it stood before the first measurement, of the numbers as they were
   * first recorded, where that is something else.
   */
  verdict: z
    .object({
      id: z.uuid(),
      number: z.number().int(),
      title: z.string(),
      verdict: z.enum(VERDICTS),
      atFirst: z.enum(VERDICTS).nullable(),
    })
    .nullable(),
  /** The outcomes that would go against one of these verdicts, and so need an explanation. */
  explanationFor: z.array(z.enum(OUTCOMES)),
  /** Why the asking person may not give a scorecard now, and why they may not step out; empty: may. */
  scoreRefusals: z.array(refusal),
  stepOutRefusals: z.array(refusal),
});
export type DecisionDetail = z.infer<typeof decisionDetail>;

export const decisionPage = page(decisionView);
export type DecisionPage = z.infer<typeof decisionPage>;
