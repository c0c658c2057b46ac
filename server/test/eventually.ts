import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition gives something, and gives that; fails with what it last said when that takes too long. */
export async function eventually<T>(
  condition: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  patience = 30_000,
): Promise<T> {
  const end = performance.now() + patience;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const value = await condition();
      if (value !== null && value !== undefined && value !== false) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await pause(20);
  }
  throw new Error(
    `It never came true: ${condition.toString().slice(0, 300)}; last: ${last instanceof Error ? last.message : String(last)}`,
  );
}
