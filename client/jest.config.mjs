import presets from 'jest-preset-angular/presets/index.js';

/** Packages that ship ES modules only, and so go through the transformer. */
const esModules = ['.*\\.mjs$', '@jsverse/', 'intl-messageformat/', '@formatjs/', '@mdi/', 'marked/', 'diff/', 'uuid/'];

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'client',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  transformIgnorePatterns: [`node_modules/(?!${esModules.join('|')})`],
  moduleNameMapper: {
    '^#contracts$': '<rootDir>/../server/contracts/src/index.ts',
    '^#contracts/constants$': '<rootDir>/../server/contracts/src/constants.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  cacheDirectory: '<rootDir>/../node_modules/.cache/jest-client',
};
