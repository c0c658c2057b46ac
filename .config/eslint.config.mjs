import { join } from 'node:path';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import polku from './polku-rules.mjs';

const checkout = join(import.meta.dirname, '..');
const tests = ['**/*.spec.ts', 'server/test/**', 'client/src/**/testing/**', 'client/src/test-setup.ts', 'e2e/**'];

const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Settings are read once, in platform/config: take them from the Config.',
};
const forwardRef = {
  name: '@nestjs/common',
  importNames: ['forwardRef'],
  message: 'Modules that need each other are one module, or need a registry.',
};
const typeorm = { name: 'typeorm', message: 'Only repositories, entities and platform/database know TypeORM.' };
const plainRepository = {
  name: '@nestjs/typeorm',
  importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager'],
  message: 'The unit of work knows the tenant, a plain repository does not.',
};
const dataSource = {
  group: ['**/platform/database/index.js'],
  importNames: ['DataSource'],
  message: 'A module reads and writes inside the unit of work, which knows the tenant.',
};
const bullmq = { name: 'bullmq', message: 'Only platform/queues knows BullMQ.' };

export default defineConfig(
  { ignores: ['dist/**', 'node_modules/**', '.nx/**', '.angular/**', '.polku/**', 'coverage/**', '**/test-results/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  {
    files: ['**/*.{ts,mjs}'],
    plugins: { polku },
    rules: {
      'polku/plain-names': 'error',
      'polku/reasoned-disable': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
    },
  },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: checkout } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      // An interface says that a method may take its time; a simple implementation need not.
      '@typescript-eslint/require-await': 'off',
      // Angular's validators and Nest's metadata hand over methods that do not use `this`.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      // A record's or array's type promises more than data from outside keeps; a check too many costs little.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Nest reads constructor parameters from the class itself, so a subclass must repeat its parent's.
      '@typescript-eslint/no-useless-constructor': 'off',
      // An entity is its columns: rows are made from object literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },

  {
    files: ['server/**/*.ts'],
    rules: {
      'polku/permit': 'error',
      'polku/clock': 'error',
      'no-restricted-syntax': ['error', environment],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [forwardRef, typeorm, plainRepository, bullmq] }],
    },
  },
  {
    files: ['server/src/modules/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [forwardRef, typeorm, plainRepository, bullmq], patterns: [dataSource] },
      ],
    },
  },
  {
    files: ['server/src/**/*.{repository,entity}.ts', 'server/src/platform/database/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [forwardRef, bullmq], patterns: [dataSource] }] },
  },
  // Migrations bring the queue's tables up to date, too.
  {
    files: ['server/src/platform/database/migrate.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [forwardRef] }] },
  },
  {
    files: ['server/src/platform/queues/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [forwardRef, typeorm, plainRepository] }] },
  },
  { files: ['server/src/platform/config/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['server/src/welcome.ts', 'client/src/main.ts', '**/*.mjs'], rules: { 'no-console': 'off' } },

  {
    files: ['client/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'polku/clock': 'error',
      // Many an intranet is plain http.
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='crypto'][property.name='randomUUID']",
          message: 'Browsers have it over https only: take v4 of uuid.',
        },
      ],
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'polku', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'polku', style: 'camelCase' }],
      // Style guide: `BoardPage`, not `BoardPageComponent`.
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/prefer-signals': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: '@angular/core', importNames: ['forwardRef'], message: 'Turn the dependency round instead.' }] },
      ],
    },
  },
  {
    files: ['client/src/app/**/*.ts'],
    ignores: ['client/src/app/api/**', '**/*-api.ts', 'client/src/app/app.config.ts', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@angular/core', importNames: ['forwardRef'], message: 'Turn the dependency round instead.' },
            { name: '@angular/common/http', importNames: ['HttpClient'], message: 'Only api/ and *-api.ts talk to the server.' },
          ],
        },
      ],
    },
  },
  {
    // The clock of either side; and a story, which is told up to the day of its telling.
    files: ['server/src/platform/clock/**', 'server/seeds/**', 'client/src/app/i18n/moments.ts'],
    rules: { 'polku/clock': 'off' },
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },

  {
    files: tests,
    rules: {
      'polku/clock': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      // What a test reads from an answer has no type of its own; the expectation says what it must be.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  prettier,
);
