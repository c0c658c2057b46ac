/** Unit tests stand beside the sources; medium tests (`*.medium.spec.ts`) use the PostgreSQL that the global setup starts. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/contracts/src', '<rootDir>/src', '<rootDir>/seeds', '<rootDir>/test', '<rootDir>/bin', '<rootDir>/../.config'],
  testMatch: ['**/*.spec.ts', '**/*.spec.mjs'],
  // What takes longer than npm test may belongs to npm run test:full: scaled mode, and ten kills of the whole server. Chaos kills here too.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.POLKU_TEST_FULL ? [] : ['/test/scaled/', '/test/kill.spec'])],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2024',
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^#contracts$': '<rootDir>/contracts/src/index.ts',
    '^#contracts/constants$': '<rootDir>/contracts/src/constants.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFiles: ['<rootDir>/test/setup.ts'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  // By itself jest leaves one of two cores to somebody else.
  maxWorkers: 2,
  // Tests wait for conditions; this only ends one that would wait forever, and a busy machine tells a whole story in more than a minute.
  testTimeout: 180_000,
  coverageProvider: 'v8',
};
