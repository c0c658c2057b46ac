import type { CriterionSummary } from '#contracts';
import { type Score, SCORES } from '#contracts/constants';
import type { Scorecard } from './panel.js';

/** What the scorecards say to each of these criteria: the spread beside the mean. */
export function summaryOf(
  criteria: readonly { readonly key: string }[],
  scorecards: readonly Pick<Scorecard, 'scores'>[],
): CriterionSummary[] {
  return criteria.map(({ key }) => {
    const given = scorecards.flatMap(({ scores }) => scores.filter(({ criterion }) => criterion === key));
    const scores = given.map(({ score }) => score).filter((score): score is Score => score !== null);
    const [one, two, three, four, five] = SCORES.map((score) => scores.filter((it) => it === score).length);
    return {
      criterion: key,
      mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
      low: SCORES.find((score) => scores.includes(score)) ?? null,
      high: SCORES.findLast((score) => scores.includes(score)) ?? null,
      counts: [one ?? 0, two ?? 0, three ?? 0, four ?? 0, five ?? 0],
      notApplicable: given.length - scores.length,
    };
  });
}

/** The means of the criteria, each by its weight; criteria that nobody scored are left out. Null when nothing was scored. */
export function weightedMean(
  criteria: readonly { readonly key: string; readonly weight: number }[],
  summary: readonly CriterionSummary[],
): number | null {
  const scored = criteria.flatMap(({ key, weight }) => {
    const mean = summary.find(({ criterion }) => criterion === key)?.mean ?? null;
    return mean === null ? [] : [{ weight, mean }];
  });
  const whole = scored.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? null : scored.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / whole;
}
