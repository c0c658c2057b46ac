import type { ChallengeView, PersonView } from '#contracts';
import type { ChallengeRow } from './challenge.entity.js';

/** A challenge as members meet it. */
export function viewOf({ ownerId, ...row }: ChallengeRow, people: ReadonlyMap<string, PersonView>): ChallengeView {
  return { ...row, owner: people.get(ownerId) ?? null };
}
