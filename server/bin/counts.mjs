import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped full names of the tests that were skipped
 */

/** @type {Counts} */
export const NOTHING = Object.freeze({ passed: 0, failed: 0, skipped: [] });

/** @returns {Counts} */
export function addCounts(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: [...one.skipped, ...other.skipped] };
}

/** The last line of a run. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}

/**
 * Judges what was skipped. Only tests with "real proposals" in their name may count as skipped: the data is not everybody's. Tests with
 * "Redis" in their name do not exist where there is no Redis, except in CI, which has to install one. Every other skip is a failure.
 * @param {Counts} counts
 * @param {{isCi: boolean}} where
 * @returns {{counts: Counts, left: readonly string[], refused: readonly string[]}} the counts to report, what was left out of them, and
 *   which skips are counted as failures
 */
export function judgeSkips({ passed, failed, skipped }, { isCi }) {
  const allowed = skipped.filter((name) => /real proposals/i.test(name));
  const left = isCi ? [] : skipped.filter((name) => !allowed.includes(name) && /\bredis\b/i.test(name));
  const refused = skipped.filter((name) => !allowed.includes(name) && !left.includes(name));
  return { counts: { passed, failed: failed + refused.length, skipped: allowed }, left, refused };
}

/** What jest's JSON report counted; a file that could not even be loaded is one failure. Null without a report. */
export function fromJest(file) {
  const report = read(file);
  if (report === null) return null;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: tests.filter(({ status }) => ['pending', 'todo', 'skipped'].includes(status)).map(({ fullName }) => fullName),
  };
}

/** What Playwright's JSON report counted; a journey that passed only at a second try has not passed. Null without a report. */
export function fromPlaywright(file) {
  const report = read(file);
  if (report === null) return null;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors ?? []).length, skipped: skippedIn(report.suites ?? [], '') };
}

function skippedIn(suites, above) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => {
    const name = `${above} ${title}`.trim();
    const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'skipped')).map((spec) => `${name} ${spec.title}`);
    return [...here, ...skippedIn(inner, name)];
  });
}

function read(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
