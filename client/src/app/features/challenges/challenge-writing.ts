import type { ChallengeView } from '#contracts';

/** What is written of a challenge. */
export type ChallengeWriting = Pick<ChallengeView, 'question' | 'about' | 'criteria' | 'opensOn' | 'closesOn'>;

/** A blank page: it opens today. */
export const blankWriting = (today: string): ChallengeWriting => ({ question: '', about: '', criteria: '', opensOn: today, closesOn: '' });

/** What is written of this one. */
export const writingOf = ({ question, about, criteria, opensOn, closesOn }: ChallengeView): ChallengeWriting => ({
  question,
  about,
  criteria,
  opensOn,
  closesOn,
});

/** What of it is written otherwise now. */
export const changesOf = (began: ChallengeWriting, now: ChallengeWriting): Partial<ChallengeWriting> =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => value.trim() !== began[name as keyof ChallengeWriting]));

/** Whether it is a challenge, as the server sends it along with a conflict. */
export const isChallenge = (thing: unknown): thing is ChallengeView =>
  typeof thing === 'object' && thing !== null && 'question' in thing && 'version' in thing;
