import { randomInt } from 'node:crypto';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const JITTER = 4;
const TRIES = 8;

/**
 * A rank between two others (null: the end of the column), in byte order. Some random letters at its end keep two people
 * who drop cards into the same gap at the same moment apart.
 */
export function rankBetween(above: string | null, below: string | null): string {
  let rank = generateKeyBetween(above, below);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const jittered = `${rank}${jitter()}`;
    if (below === null || jittered < below) return jittered;
    // `below` begins with this rank, so that there is no room for letters behind it: go further up.
    rank = generateKeyBetween(above, rank);
  }
  return rank;
}

/** A rank longer than this means that its column should get fresh ones: each drop into the same gap makes ranks grow. */
export const LONG_RANK = 40;

/** Fresh, short ranks for a whole column, all below `above`, so that none of them meets an old one on the way. */
export function freshRanks(above: string | null, count: number): string[] {
  return generateNKeysBetween(above, null, count);
}

/** Ranks for many in a row, each below the one before, all above `below`. */
export function ranksAbove(below: string | null, count: number): string[] {
  const ranks: string[] = [];
  let next = below;
  for (let index = 0; index < count; index += 1) {
    next = rankBetween(null, next);
    ranks.push(next);
  }
  return ranks.reverse();
}

/** Ranks for many in a row, in this order, all below `above`. */
export function ranksBelow(above: string | null, count: number): string[] {
  const ranks: string[] = [];
  let last = above;
  for (let index = 0; index < count; index += 1) {
    last = rankBetween(last, null);
    ranks.push(last);
  }
  return ranks;
}

function jitter(): string {
  const letters = Array.from({ length: JITTER - 1 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  // A fractional index must not end with its zero.
  return letters.join('') + LETTERS.charAt(randomInt(1, LETTERS.length));
}
