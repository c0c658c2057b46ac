import { defineConfig } from '@playwright/test';
import { findBrowser, INTRANET } from './src/browser.js';

const browser = await findBrowser();

/** Journeys in a real browser against a real Polku. Each worker has a server of its own and walks its journeys one after the other. */
export default defineConfig({
  testDir: 'src/journeys',
  outputDir: '../dist/test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Four processes behind a proxy are another world than one: POLKU_SCALED=1 starts it.
  ...(process.env['POLKU_SCALED'] ? { workers: 1 } : { grepInvert: /@scaled/ }),
  retries: 0,
  // These only end what would wait forever.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        // A name that is no localhost, which browsers trust without https.
        `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`,
      ],
    },
    screenshot: 'only-on-failure',
  },
});
