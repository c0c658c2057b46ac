/**
 * Does something once the browser has nothing better to do: what is not needed for the first screen, but must be there
 * when the network is gone.
 */
export const whenIdle = (run: () => unknown): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => run(), { timeout: 5_000 });
  else setTimeout(run, 2_000);
};
