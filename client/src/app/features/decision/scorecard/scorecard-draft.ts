import type { CriterionView, Score, ScoreDecision, ScorecardView } from '#contracts';
import { LIMITS, SCORES } from '#contracts/constants';

/** What is said to a criterion while the scorecard is being written; null: nothing yet. */
export interface DraftedScore {
  readonly score: Score | 'not-applicable' | null;
  readonly note: string;
}

/** A scorecard that is being written, by criterion. */
export type ScorecardDraft = Readonly<Record<string, DraftedScore>>;

/** What is wrong with a criterion. */
export type ScoreFault = 'score' | 'too-long';

const nothing: DraftedScore = { score: null, note: '' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The scorecard that was given, or an empty one. */
export const draftOf = (criteria: readonly CriterionView[], given: ScorecardView | null): ScorecardDraft =>
  Object.fromEntries(
    criteria.map(({ key }) => {
      const said = given?.scores.find(({ criterion }) => criterion === key);
      return [key, said ? { score: said.score ?? 'not-applicable', note: said.note ?? '' } : nothing];
    }),
  );

/** A draft that was kept in the browser, read with care: another version, or a hand, may have written there. */
export const readDraft = (criteria: readonly CriterionView[], kept: unknown): ScorecardDraft | null => {
  if (!isRecord(kept)) return null;
  return Object.fromEntries(
    criteria.map(({ key }): [string, DraftedScore] => {
      const said = kept[key];
      if (!isRecord(said)) return [key, nothing];
      const score = said['score'] === 'not-applicable' ? 'not-applicable' : (SCORES.find((it) => it === said['score']) ?? null);
      return [key, { score, note: typeof said['note'] === 'string' ? said['note'] : '' }];
    }),
  );
};

/** Whether anything has been said. */
export const isEmpty = (draft: ScorecardDraft): boolean =>
  Object.values(draft).every(({ score, note }) => score === null && note.trim() === '');

/** What has to be mended before the scorecard can be given, by criterion. */
export const faultsIn = (criteria: readonly CriterionView[], draft: ScorecardDraft): Readonly<Record<string, ScoreFault>> => {
  const faults: Record<string, ScoreFault> = {};
  for (const { key } of criteria) {
    const { score, note } = draft[key] ?? nothing;
    if (score === null) faults[key] = 'score';
    else if (note.trim().length > LIMITS.text) faults[key] = 'too-long';
  }
  return faults;
};

/** What is sent; every criterion that has an answer. */
export const scoresOf = (criteria: readonly CriterionView[], draft: ScorecardDraft): ScoreDecision => ({
  scores: criteria.flatMap(({ key }) => {
    const { score, note } = draft[key] ?? nothing;
    if (score === null) return [];
    return [{ criterion: key, score: score === 'not-applicable' ? null : score, note: note.trim() || null }];
  }),
});
