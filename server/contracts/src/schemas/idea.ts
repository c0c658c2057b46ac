import { z } from 'zod';
import { PROBLEM_CODES } from '../codes.js';
import { DECISION_KINDS, EVENT_KINDS, EXPERIMENT_STATES, IDEA_SORTS, TRANSITION_ASKS, VERDICTS } from '../kinds.js';
import { LANGUAGES } from '../languages.js';
import { LIMITS } from '../limits.js';
import {
  calendarDay,
  cursor,
  id,
  ideaNumber,
  language,
  limit,
  line,
  money,
  optionalText,
  page,
  personView,
  requiredLine,
  requiredText,
  text,
  version,
} from './fields.js';
import { challengeRef } from './challenge.js';
import { standing } from './follower.js';
import { refusal } from './problem.js';

const tags = z.array(line(LIMITS.tag).min(1)).max(LIMITS.tags);

const fields = {
  /** What the idea is for whom, and what it should change. */
  proposal: optionalText,
  beneficiaries: optionalText,
  effectGoal: optionalText,
  /** Asked for before a pilot. */
  schedule: optionalText,
  costEstimate: optionalText,
  testGroup: optionalText,
  partners: optionalText,
};

/** `POST O/ideas`. Without `language` the submitter's language; the submitter joins the team unless `joinTeam` is false. */
export const submitIdea = z.strictObject({
  title: requiredLine(LIMITS.title),
  need: requiredText(LIMITS.text),
  ...fields,
  language: language.optional(),
  tags: tags.optional(),
  joinTeam: z.boolean().optional(),
  /** The challenge that it answers; one that is open. */
  challenge: z.uuid().optional(),
});
export type SubmitIdea = z.infer<typeof submitIdea>;

/** `PATCH O/ideas/:number`: only what is there changes; `null` or an empty text empties a field. */
export const editIdea = z.strictObject({
  version,
  title: requiredLine(LIMITS.title).optional(),
  need: requiredText(LIMITS.text).optional(),
  ...fields,
  language: language.optional(),
  tags: tags.optional(),
  /** The member who owns the idea, or null for nobody. */
  owner: z.uuid().nullable().optional(),
  /** The challenge that it answers, or null for none; the hub says it. */
  challenge: z.uuid().nullable().optional(),
});
export type EditIdea = z.infer<typeof editIdea>;

/** Observed, learned, therefore. */
export const lessonInput = z.strictObject({
  observed: requiredText(LIMITS.text),
  learned: requiredText(LIMITS.text),
  therefore: requiredText(LIMITS.text),
  /** What it saved to learn this now. */
  saved: money.nullish(),
});
export type LessonInput = z.infer<typeof lessonInput>;

/** The card above and the card below, by number; hints that the server resolves. Two times null is the top of the column. */
export const between = z.tuple([ideaNumber.nullable(), ideaNumber.nullable()]);
export type Between = z.infer<typeof between>;

/** `POST O/ideas/:number/transitions`. */
export const moveIdea = z.strictObject({
  to: z.string().min(1, 'required').max(100),
  version,
  between: between.optional(),
  reason: text(LIMITS.text).nullish(),
  fields: z.strictObject({ returnOn: calendarDay.optional(), lesson: lessonInput.optional(), into: ideaNumber.optional() }).optional(),
});
export type MoveIdea = z.infer<typeof moveIdea>;

/** Something that is done to many ideas alike. Merging is not: each idea is merged with its own reason. */
export const ideasChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    to: z.string().min(1, 'required').max(100),
    reason: text(LIMITS.text).nullish(),
    fields: z.strictObject({ returnOn: calendarDay.optional(), lesson: lessonInput.optional() }).optional(),
  }),
  z.strictObject({ kind: z.literal('assign'), owner: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal('tag'), tag: line(LIMITS.tag).min(1, 'required') }),
  z.strictObject({ kind: z.literal('untag'), tag: line(LIMITS.tag).min(1, 'required') }),
]);
export type IdeasChange = z.infer<typeof ideasChange>;

/** `POST O/ideas/changes`: the versions matter to a move only; an owner and a tag overwrite no text. */
export const changeIdeas = z.strictObject({
  ideas: z
    .array(z.strictObject({ number: ideaNumber, version }))
    .min(1, 'required')
    .max(LIMITS.bulk),
  change: ideasChange,
});
export type ChangeIdeas = z.infer<typeof changeIdeas>;

/** `POST O/ideas/:number/transitions/undo`: the version that the move made. */
export const undoMove = z.strictObject({ version });
export type UndoMove = z.infer<typeof undoMove>;

/** `PUT O/ideas/:number/place`: one of the two cards must stand in the column of the idea; which one does not matter. */
export const placeIdea = z.strictObject({ between });
export type PlaceIdea = z.infer<typeof placeIdea>;

/** What a board is narrowed to: `q` searches words, and a number finds its idea. */
export const boardFilter = z.strictObject({
  q: text(300).optional(),
  /** Only ideas whose submitter, owner or team the asking person is. */
  mine: z.stringbool().optional(),
  /** Only ideas that the asking person follows. */
  followed: z.stringbool().optional(),
  tag: line(LIMITS.tag).optional(),
  /** The member who owns them; `nobody`: only ideas without an owner. */
  owner: z.union([id, z.literal('nobody')]).optional(),
  /** The unit of their owner or, without an owner, of who submitted them; `none`: only ideas of no unit. */
  unit: z.union([id, z.literal('none')]).optional(),
  /** The challenge that they answer; `none`: only ideas that answer none. */
  challenge: z.union([id, z.literal('none')]).optional(),
  /** `week`: what is due until seven days from now, overdue or not. */
  due: z.enum(['overdue', 'week']).optional(),
});
export type BoardFilter = z.infer<typeof boardFilter>;

/** `GET O/ideas`: as a board is narrowed, and to one step. */
export const ideaFilter = boardFilter.extend({ step: line(100).optional() });
export type IdeaFilter = z.infer<typeof ideaFilter>;

export const listIdeas = ideaFilter.extend({
  /** Without it the newest come first. */
  sort: z.enum(IDEA_SORTS).optional(),
  cursor,
  limit: limit(LIMITS.page, 25),
});
export type ListIdeas = z.infer<typeof listIdeas>;

/** A transition that leads on from where an idea stands. Empty `refusals`: open to the asking person now. */
export const availableTransition = z.object({
  to: z.string(),
  name: z.string(),
  direction: z.enum(['forward', 'back', 'aside']),
  /** The decision that takes this transition, or null. Where `decision-made` is the only refusal, it can be asked for. */
  decision: z.enum(DECISION_KINDS).nullable(),
  /** What has to be sent along. */
  asks: z.array(z.enum(TRANSITION_ASKS)),
  refusals: z.array(refusal),
});
export type AvailableTransition = z.infer<typeof availableTransition>;

/** A quiet fact on a card that another part of Polku contributes. */
export const cardMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decision-asked'), decision: z.enum(DECISION_KINDS), deadline: z.string() }),
  z.object({
    kind: z.literal('experiment'),
    state: z.enum(EXPERIMENT_STATES),
    verdict: z.enum(VERDICTS).nullable(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    /** Its end is past, and it is neither concluded nor stopped. */
    overdue: z.boolean(),
  }),
]);
export type CardMark = z.infer<typeof cardMark>;

/** An idea as a card of the board and as a row of a list. */
export const ideaCard = z.object({
  number: z.number().int(),
  title: z.string(),
  language: z.enum(LANGUAGES),
  step: z.string(),
  stepName: z.string(),
  version: z.number().int(),
  /** When the step's promise falls due, or null. */
  due: z.string().nullable(),
  overdue: z.boolean(),
  tags: z.array(z.string()),
  submitter: personView.nullable(),
  owner: personView.nullable(),
  teamSize: z.number().int(),
  createdAt: z.string(),
  /** When it came to its step. */
  stepSince: z.string(),
  /** When it was last changed: moved, or another text or tag of it written. */
  updatedAt: z.string(),
  marks: z.array(cardMark),
  availableTransitions: z.array(availableTransition),
});
export type IdeaCard = z.infer<typeof ideaCard>;

/** What became of each of many ideas, in the order of their numbers: its card as it is now, or why it was not changed. */
export const ideasChanged = z.object({
  results: z.array(
    z.object({
      number: ideaNumber,
      /** Null: the idea does not exist. */
      card: ideaCard.nullable(),
      /** Null: it was changed. */
      problem: z.object({ code: z.enum(PROBLEM_CODES), refusals: z.array(refusal) }).nullable(),
    }),
  ),
});
export type IdeasChanged = z.infer<typeof ideasChanged>;

/** An idea of a list; with an excerpt where words that were looked for stand in its texts. */
export const listedIdea = ideaCard.extend({ excerpt: z.string().optional() });
export type ListedIdea = z.infer<typeof listedIdea>;

export const ideaPage = page(listedIdea);
export type IdeaPage = z.infer<typeof ideaPage>;

/** What an idea says beyond its title. */
const said = {
  pathway: z.string(),
  need: z.string(),
  proposal: z.string().nullable(),
  beneficiaries: z.string().nullable(),
  effectGoal: z.string().nullable(),
  schedule: z.string().nullable(),
  costEstimate: z.string().nullable(),
  testGroup: z.string().nullable(),
  partners: z.string().nullable(),
};
const further = {
  returnOn: z.string().nullable(),
  mergedInto: z.number().int().nullable(),
  /** The challenge that it answers. */
  challenge: challengeRef.nullable(),
};

/** `GET O/exports/ideas.json`: an idea in a file, without what of it depends on who asks. */
export const ideaExport = ideaCard.omit({ version: true, overdue: true, teamSize: true, marks: true, availableTransitions: true }).extend({
  ...said,
  ...further,
});
export type IdeaExport = z.infer<typeof ideaExport>;

/** A station of an idea's path line. */
export const station = z.object({
  step: z.string(),
  name: z.string(),
  /** `left`: the idea stands beside the path now, and left it from this station. */
  state: z.enum(['done', 'now', 'left', 'ahead']),
  /** The decision between this station and the one after it; null also where the idea was imported past it. */
  gate: z.enum(DECISION_KINDS).nullable(),
  enteredAt: z.string().nullable(),
  leftAt: z.string().nullable(),
});
export type Station = z.infer<typeof station>;

/** A condition of the next step, and whether it is satisfied. */
export const check = refusal.extend({ met: z.boolean() });
export type Check = z.infer<typeof check>;

export const lessonView = z.object({
  observed: z.string(),
  learned: z.string(),
  therefore: z.string(),
  saved: money.nullable(),
  at: z.string(),
  by: personView.nullable(),
});
export type LessonView = z.infer<typeof lessonView>;

/** `GET O/ideas/:number`. */
export const ideaView = ideaCard.extend({
  ...said,
  team: z.array(personView),
  ...standing.shape,
  ...further,
  lessons: z.array(lessonView),
  /** Where an imported idea came from. */
  origin: z.object({ externalId: z.string().nullable(), note: z.string().nullable() }).nullable(),
  path: z.array(station),
  /** The next step along the path, with all its conditions; null at the end or aside. */
  next: z.object({ to: z.string(), name: z.string(), decision: z.enum(DECISION_KINDS).nullable(), checks: z.array(check) }).nullable(),
  mayEdit: z.boolean(),
});
export type IdeaView = z.infer<typeof ideaView>;

/** `GET O/ideas/:number/history`. */
export const listHistory = z.strictObject({ cursor, limit: limit(LIMITS.page, 25) });
export type ListHistory = z.infer<typeof listHistory>;

/** What happened, newest first. `from` and `to` are steps, or states of an experiment or rollout. */
export const historyItem = z.object({
  id: z.uuid(),
  at: z.string(),
  by: personView.nullable(),
  kind: z.enum(EVENT_KINDS),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  reason: z.string().nullable(),
  /** More of it, by kind: `decision`, `outcome`, `deadline`, `fields`, `member`, `returnOn`, `into`, `experiment`. */
  details: z.record(z.string(), z.unknown()),
});
export type HistoryItem = z.infer<typeof historyItem>;

export const historyPage = page(historyItem);
export type HistoryPage = z.infer<typeof historyPage>;
