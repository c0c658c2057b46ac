import type { ChallengeView, PersonView } from '#contracts';
import type { ChallengeRow } from './challenge.entity.js';

/** A challenge as members meet it. */
export function viewOf({ ownerId, ...row }: ChallengeRow, people: ReadonlyMap<string, PersonView>): ChallengeView {
  const { id, version, question, about, criteria, opensOn, closesOn, state, ideas } = row;
  return { id, version, question, about, criteria, opensOn, closesOn, state, owner: people.get(ownerId) ?? null, ideas };
}
