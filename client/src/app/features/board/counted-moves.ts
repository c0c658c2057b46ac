import type { IdeaCard, LiveChange } from '#contracts';
import { isAfter } from './columns';

/** Which moves the counts of the board know of: what the live stream has told, and one's own, which are counted before it tells of them. */
export class CountedMoves {
  /** The latest version that is known of an idea. */
  private readonly versions = new Map<number, number>();
  private readonly ahead = new Set<string>();
  /** What was told since the place that the board says it is of, by its place. */
  private readonly told = new Map<string, LiveChange>();

  /** Notes a move of one's own, which is counted already. */
  own({ number, version }: Pick<IdeaCard, 'number' | 'version'>): void {
    this.noteVersion(number, version);
    this.ahead.add(`${number} ${version}`);
  }

  /** Notes what the live stream tells; says whether that is still to be counted. */
  tell(change: LiveChange): boolean {
    if (this.told.has(change.place)) return false;
    this.told.set(change.place, change);
    if (change.version !== null) this.noteVersion(change.number, change.version);
    return !this.ahead.delete(`${change.number} ${change.version}`);
  }

  /** Whether no later version of the idea is known than the one that this change made. */
  isLatest({ number, version }: Pick<LiveChange, 'number' | 'version'>): boolean {
    return version !== null && this.versions.get(number) === version;
  }

  /** Begins anew with a board of this place; gives what was told of later, which its counts do not know of. */
  after(place: string): readonly LiveChange[] {
    this.ahead.clear();
    for (const told of this.told.keys()) if (!isAfter(told, place)) this.told.delete(told);
    return [...this.told.values()];
  }

  private noteVersion(number: number, version: number): void {
    this.versions.set(number, Math.max(version, this.versions.get(number) ?? 0));
  }
}
