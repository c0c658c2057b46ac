import { z } from 'zod';
import { CHALLENGE_STATES } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { calendarDay, cursor, limit, page, personView, requiredLine, requiredText, text, version } from './fields.js';

/** `GET O/challenges`: open ones first, then those to come, then closed ones; of each, the one that opens last first. */
export const listChallenges = z.strictObject({
  state: z.enum(CHALLENGE_STATES).optional(),
  cursor,
  limit: limit(LIMITS.page, 25),
});
export type ListChallenges = z.infer<typeof listChallenges>;

/** `GET O/challenges/choices`: of these alone, where a state is named. */
export const chooseChallenge = z.strictObject({ state: z.enum(CHALLENGE_STATES).optional() });
export type ChooseChallenge = z.infer<typeof chooseChallenge>;

const question = requiredLine(LIMITS.question);
const about = requiredText(LIMITS.text);
const criteria = text(LIMITS.text);

/** `POST O/challenges`. The last day belongs to the period; without an owner it is whoever asks. */
export const askChallenge = z.strictObject({
  question,
  about,
  criteria: criteria.default(''),
  opensOn: calendarDay,
  closesOn: calendarDay,
  owner: z.uuid().optional(),
});
export type AskChallenge = z.infer<typeof askChallenge>;

/** `PATCH O/challenges/:challenge`: only what is there changes. */
export const editChallenge = z.strictObject({
  version,
  question: question.optional(),
  about: about.optional(),
  criteria: criteria.optional(),
  opensOn: calendarDay.optional(),
  closesOn: calendarDay.optional(),
  owner: z.uuid().optional(),
});
export type EditChallenge = z.infer<typeof editChallenge>;

/** A challenge, as an idea names the one that it answers. */
export const challengeRef = z.object({ id: z.uuid(), question: z.string() });
export type ChallengeRef = z.infer<typeof challengeRef>;

/** Challenges to choose one from: the newest, as many as a page has at most. */
export const challengeChoices = z.object({ items: z.array(challengeRef) });
export type ChallengeChoices = z.infer<typeof challengeChoices>;

export const challengeView = challengeRef.extend({
  version: z.number().int(),
  /** Why it is asked, in Markdown. */
  about: z.string(),
  /** What a good answer is, in Markdown; may be empty. */
  criteria: z.string(),
  opensOn: z.string(),
  /** The last day of its period. */
  closesOn: z.string(),
  /** Where today lies to its period, in the organisation's time zone. */
  state: z.enum(CHALLENGE_STATES),
  owner: personView.nullable(),
  /** How many ideas answer it. */
  ideas: z.number().int(),
});
export type ChallengeView = z.infer<typeof challengeView>;

export const challengePage = page(challengeView);
export type ChallengePage = z.infer<typeof challengePage>;
