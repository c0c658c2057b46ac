// Which Node runs Polku. Uses nothing but Node itself: it is asked on whatever Node the user has.

/** The oldest that the server runs on. */
export const OLDEST_TO_RUN = [24, 15];

/**
 * @param {string} version such as `24.15.1`
 * @param {readonly number[]} oldest major and minor
 */
export function isAtLeast(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Why the server does not run on this Node, and what to do; null where it does. */
export function whyNot(version = process.versions.node) {
  if (isAtLeast(version, OLDEST_TO_RUN)) return null;
  return `Polku runs on Node ${OLDEST_TO_RUN.join('.')} or newer, this is ${version}: start it with npm start, which brings its own, or install it from https://nodejs.org.`;
}
