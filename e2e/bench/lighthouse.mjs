import { chromium } from '@playwright/test';
import { freePort } from '../../server/bin/bench/installation.mjs';
import { spread } from '../../server/bin/bench/measure.mjs';

/** Not one of Polku's own packages: it brings two hundred others. */
export const INSTALL_LIGHTHOUSE = 'npm install --no-save lighthouse@12.8.2';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/**
 * What Lighthouse says of an address on a desktop, to somebody who is signed in and has never been there: a score of 0 to 100 by category,
 * the median of so many looks. Null where Lighthouse is not installed.
 */
export async function lighthouseOf(address, { cookie, executablePath, looks }) {
  const lighthouse = await import('lighthouse').catch(({ code }) => {
    if (code === 'ERR_MODULE_NOT_FOUND') return null;
    throw new Error('Lighthouse could not be loaded.');
  });
  if (lighthouse === null) return null;
  const port = await freePort();
  const args = ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const reports = [];
    const settings = { port, logLevel: 'error', extraHeaders: { Cookie: cookie }, onlyCategories: CATEGORIES };
    while (reports.length < looks) reports.push((await lighthouse.default(address, settings, lighthouse.desktopConfig)).lhr);
    const scoreOf = (category) => spread(reports.map(({ categories }) => Math.round(categories[category].score * 100))).median;
    return new Map(CATEGORIES.map((category) => [category, scoreOf(category)]));
  } finally {
    await browser.close();
  }
}
