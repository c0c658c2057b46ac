import { join } from 'node:path';
import { ESLint, RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import polku from './polku-rules.mjs';

const { rules } = polku;
const checkout = join(import.meta.dirname, '..');
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

tester.run('permit', rules.permit, {
  valid: [
    `class Ideas { @Get() @Permit('list-ideas', 'Ideas') list() {} }`,
    `class Health { @Public('check-live', 'Probes have no account') @Get('live') live() {} }`,
    `class Ideas { list() {} @Inject() thing; }`,
  ],
  invalid: [
    { code: `class Ideas { @Get() list() {} }`, errors: [{ messageId: 'missing' }] },
    { code: `class Ideas { @Sse('live') @Header('a', 'b') live() {} }`, errors: [{ messageId: 'missing' }] },
  ],
});

tester.run('clock', rules.clock, {
  valid: ['new Date(row.at)', 'clock.now()', 'performance.now()', 'DateTime.fromJSDate(at)', `DateTime.utc(2026, 3, 29)`],
  invalid: ['new Date()', 'Date.now()', 'Date()', 'DateTime.now()', 'DateTime.utc()'].map((code) => ({
    code,
    errors: [{ messageId: 'now' }],
  })),
});

const named = (path) => ({ code: 'export const one = 1;', filename: join(process.cwd(), path) });

tester.run('plain-names', rules['plain-names'], {
  valid: ['server/src/platform/clock/clock.ts', 'client/src/app/features/idea/uncommon-idea.ts'].map(named),
  invalid: [
    'server/src/utils/text.ts',
    'client/src/app/helpers.ts',
    'server/src/common/a.ts',
    'e2e/src/misc.ts',
    'server/src/date.utils.ts',
  ].map((path) => ({ ...named(path), errors: [{ messageId: 'vague' }] })),
});

tester.run('reasoned-disable', rules['reasoned-disable'], {
  valid: ['// eslint-disable-next-line eqeqeq -- null and undefined mean the same to this library\na == null;', '// about eslint-disable'],
  invalid: [{ code: '// eslint-disable-next-line eqeqeq\na == null;', errors: [{ messageId: 'missing' }] }],
});

describe('the laws that general rules state', () => {
  const eslint = new ESLint({ cwd: checkout, overrideConfigFile: join(checkout, '.config', 'eslint.config.mjs') });

  const restricted = async (file) => {
    const { rules: chosen } = await eslint.calculateConfigForFile(join(checkout, file));
    const [, options] = chosen['@typescript-eslint/no-restricted-imports'] ?? [];
    return (options?.paths ?? []).map(({ name }) => name);
  };

  it.each([
    ['server/src/modules/ideas/move-idea.ts', ['typeorm', 'bullmq']],
    ['server/src/modules/ideas/ideas.repository.ts', ['bullmq']],
    ['server/src/platform/queues/queues.ts', ['typeorm']],
    ['server/src/platform/outbox/relay.ts', ['typeorm', 'bullmq']],
    ['server/src/platform/database/unit-of-work.ts', ['bullmq']],
    ['client/src/app/features/board/board-page.ts', ['@angular/common/http']],
  ])('%s may not import %j', async (file, packages) => {
    expect(await restricted(file)).toEqual(expect.arrayContaining(packages));
  });

  it.each([
    ['server/src/modules/ideas/ideas.repository.ts', 'typeorm'],
    ['server/src/modules/ideas/idea.entity.ts', 'typeorm'],
    ['server/src/platform/database/unit-of-work.ts', 'typeorm'],
    ['server/src/platform/queues/queues.ts', 'bullmq'],
    ['client/src/app/api/ideas-api.ts', '@angular/common/http'],
  ])('%s may import %s', async (file, name) => {
    expect(await restricted(file)).not.toContain(name);
  });

  it.each([
    ['server/src/modules/ideas/move-idea.ts', 2],
    ['server/src/platform/config/config.ts', 0],
  ])('process.env in %s has severity %i', async (file, severity) => {
    const { rules: chosen } = await eslint.calculateConfigForFile(join(checkout, file));
    expect(chosen['no-restricted-syntax'][0]).toBe(severity);
  });

  it.each(['@typescript-eslint/no-explicit-any', '@typescript-eslint/no-non-null-assertion', 'no-console', 'no-warning-comments'])(
    '%s is an error',
    async (rule) => {
      const { rules: chosen } = await eslint.calculateConfigForFile(join(checkout, 'server/src/modules/ideas/move-idea.ts'));
      expect(chosen[rule][0]).toBe(2);
    },
  );
});
