// What is measured of a board in a browser, one stage a function.

/** Moves of the mouse while a card is carried, over all columns in sight and back. */
const STEPS = 120;

/** Opens a board; gives when its first card was painted, and what the browser says of the page until it is at rest (ms). */
export async function open(page, address) {
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.benched.visible !== null);
  // What comes a moment after the board belongs to it: menus, panels, the live stream.
  await page.waitForLoadState('load');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3_000 })));
  return page.evaluate(() => globalThis.benched);
}

/** Carries a card over the board; gives the milliseconds of script between two frames: in the middle, and the longest. */
export async function drag(page, address) {
  await open(page, address);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scripted = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1_000;
  };
  const card = await page.locator('polku-board-card').first().boundingBox();
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const times = [];
  for (let step = 1; step <= STEPS; step += 1) {
    const way = Math.sin((step / STEPS) * Math.PI);
    const before = await scripted();
    await page.mouse.move(x + way * 1_200, y + 30 + (step % 10) * 8);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    times.push((await scripted()) - before);
  }
  const isCarried = await page.locator('.cdk-drag-preview').count();
  if (isCarried === 0) throw new Error('No card was carried: what was measured is no drag.');
  times.sort((a, b) => a - b);
  return { frames: times.length, median: times[Math.floor(times.length / 2)], longest: times.at(-1) };
}

/** Runs in the page, before anything else. */
function watch() {
  const benched = { visible: null, largestPaint: 0, blocked: 0, shift: 0 };
  globalThis.benched = benched;
  const hear = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  hear('largest-contentful-paint', (entry) => (benched.largestPaint = entry.startTime));
  hear('longtask', ({ duration }) => (benched.blocked += Math.max(0, duration - 50)));
  hear('layout-shift', ({ value, hadRecentInput }) => (benched.shift += hadRecentInput ? 0 : value));
  const seen = new MutationObserver(() => {
    if (document.querySelector('polku-board-card') === null) return;
    seen.disconnect();
    // The second frame begins once the first is painted.
    requestAnimationFrame(() => requestAnimationFrame(() => (benched.visible = performance.now())));
  });
  seen.observe(document, { childList: true, subtree: true });
}
