/**
 * Says what is being done, keeps saying that it still is, and how long it took. It says so beside the output, which may go into a file.
 * @template T
 * @param {string} what for example "Installing what Polku needs (the first time takes a minute, or some on a slow line)"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, work) {
  const from = performance.now();
  const seconds = () => Math.round((performance.now() - from) / 1000);
  console.error(`${what} …`);
  const reminder = setInterval(() => console.error(`  still at it, ${seconds()} s`), 10_000);
  try {
    const result = await work();
    console.error(`  done in ${seconds()} s.`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
