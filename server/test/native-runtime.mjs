import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import './load-typescript.mjs';

const require = createRequire(import.meta.url);

/** What jest-circus keeps under the global object, the tests of a file among it. */
const KEPT = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);

/**
 * Loads spec files with Node's own module loader in place of jest's, which gives each file a world of its own and so reads Nest, TypeORM
 * and all our sources anew for each. Here a worker reads them once. All else is jest's: hooks, timeouts, skips, reports. See decision 0040.
 */
export default class NativeRuntime {
  #framework = null;

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    // Jest's own formatter of stacks knows no source maps but its own; Node's names the lines of the sources.
    delete Error.prepareStackTrace;
    return import(pathToFileURL(path));
  }

  requireModule(path) {
    return require(path);
  }

  /** The test framework, fresh for each file. */
  requireInternalModule(path) {
    this.#framework = path;
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    Object.assign(globalThis, globals);
  }

  enterTestCode() {}

  leaveTestCode() {}

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  teardown() {
    if (this.#framework !== null) delete require.cache[this.#framework];
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) if (KEPT.has(symbol.description)) delete globalThis[symbol];
  }
}
