/** Exact chances and reproducible chance, for tests of statistics that must not rest on what they test. */

/** The chance of 0, 1, … `total` successes, each with the chance `share` (strictly between 0 and 1). */
export function binomialChances(total: number, share: number): number[] {
  const logs = logFactorials(total);
  return logs.map((_, successes) =>
    Math.exp(
      at(logs, total) -
        at(logs, successes) -
        at(logs, total - successes) +
        successes * Math.log(share) +
        (total - successes) * Math.log1p(-share),
    ),
  );
}

/** The chance of 0, 1, … `most` events where `mean` (above 0) are expected. */
export function poissonChances(mean: number, most: number): number[] {
  return logFactorials(most).map((log, events) => Math.exp(events * Math.log(mean) - mean - log));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Numbers between 0 and 1, the same for the same seed (Mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` normally distributed values (Box and Muller). */
export function normalValues(chance: () => number, count: number, mean: number, deviation: number): number[] {
  return Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - chance()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * chance());
  });
}

function logFactorials(most: number): number[] {
  const logs = [0];
  for (let number = 1; number <= most; number += 1) logs.push(at(logs, number - 1) + Math.log(number));
  return logs;
}

function at(numbers: readonly number[], index: number): number {
  const number = numbers[index];
  if (number === undefined) throw new RangeError(`no number ${index}`);
  return number;
}
