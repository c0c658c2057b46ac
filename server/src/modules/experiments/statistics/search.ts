/** An amount is searched for to this part of itself. */
const PRECISION = 1e-9;

/**
 * The smallest whole number from `first` to `limit` that is enough, null when none is; for what, once enough, stays
 * enough. Doubles its steps until it is enough, then halves the gap.
 */
export function smallestWhole(first: number, limit: number, isEnough: (number: number) => boolean): number | null {
  let below = first - 1;
  let enough = first;
  for (let step = 1; !isEnough(enough); step *= 2) {
    if (enough >= limit) return null;
    below = enough;
    enough = Math.min(limit, enough + step);
  }
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}

/**
 * The smallest amount above 0 and up to `limit` that is enough, to nine digits and never a hair too small; null when
 * none is. Doubles from `start`, then halves the gap.
 */
export function smallestAmount(start: number, limit: number, isEnough: (amount: number) => boolean): number | null {
  let below = 0;
  let enough = Math.min(start, limit);
  while (!isEnough(enough)) {
    if (enough >= limit) return null;
    below = enough;
    enough = Math.min(limit, enough * 2);
  }
  while (enough - below > PRECISION * enough) {
    const middle = (below + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}
