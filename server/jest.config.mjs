/** Unit tests stand beside the sources; medium tests (`*.medium.spec.ts`) use the PostgreSQL that the global setup starts. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/contracts/src', '<rootDir>/src', '<rootDir>/seeds', '<rootDir>/test', '<rootDir>/bin', '<rootDir>/../.config'],
  testMatch: ['**/*.spec.ts', '**/*.spec.mjs'],
  // What takes longer than npm test may belongs to npm run test:full: scaled mode, and ten kills of the whole server. Chaos kills here too.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.POLKU_TEST_FULL ? [] : ['/test/scaled/', '/test/kill.spec'])],
  // Spec files and sources are loaded by Node, once for each worker.
  runtime: '<rootDir>/test/native-runtime.mjs',
  testEnvironment: '<rootDir>/test/native-environment.mjs',
  transform: {},
  testSequencer: '<rootDir>/test/longest-first.mjs',
  setupFiles: ['<rootDir>/test/setup.ts'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  // By itself jest leaves one of two cores to somebody else.
  maxWorkers: 2,
  // Tests wait for conditions; this only ends one that would wait forever, and a busy machine tells a whole story in more than a minute.
  testTimeout: 180_000,
};
