import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const checkout = join(import.meta.dirname, '..');
const cruiser = join(checkout, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');

/** Files that must be refused, with what they import and the law they break. */
const PLANTED = [
  ['server/contracts/src/wrong.ts', '../../src/workflow/index.js', 'contracts-alone'],
  ['server/src/workflow/wrong.ts', '../platform/clock/index.js', 'workflow-pure'],
  ['server/src/platform/clock/wrong.ts', '../../modules/ideas/index.js', 'platform-below'],
  ['server/src/platform/database/migrations/wrong.ts', '../../clock/index.js', 'migrations-frozen'],
  ['server/src/modules/ideas/wrong.ts', '../decisions/index.js', 'arrow-ideas'],
  ['server/src/modules/identity/wrong.ts', '../organisations/index.js', 'arrow-identity'],
  ['server/src/modules/decisions/wrong.ts', '../notifications/index.js', 'arrow-ends'],
  ['server/src/modules/transfers/wrong.ts', '../audit/index.js', 'arrow-ends'],
  ['server/src/modules/decisions/deep.ts', '../ideas/idea.entity.js', 'module-by-index'],
  ['server/src/listen.ts', './modules/ideas/idea.entity.js', 'module-by-index'],
  ['server/src/modules/gadgets/wrong.ts', '../ideas/index.js', 'module-known'],
  ['server/src/modules/ideas/page.ts', '../../../../client/src/app/api/ideas-api', 'server-not-to-client'],
  ['client/src/app/api/wrong.ts', '../../../../server/src/workflow/index', 'client-not-to-server'],
  ['client/src/app/features/board/zod.ts', '../../../../../server/contracts/src/index', 'client-types-only'],
  ['client/src/app/features/board/wrong.ts', '../idea/idea-page', 'feature-to-feature'],
  ['client/src/app/ui/wrong.ts', '../api/ideas-api', 'ui-presents'],
  ['client/src/app/api/upward.ts', '../features/idea/idea-page', 'below-features'],
  ['e2e/src/wrong.ts', '../../server/src/workflow/index', 'journeys-outside'],
  ['server/src/platform/clock/missing.ts', './nowhere.js', 'resolvable'],
];

/** Files that may import what they import. */
const ALLOWED = [
  ['server/src/modules/decisions/right.ts', '../ideas/index.js'],
  ['server/src/modules/notifications/right.ts', '../decisions/index.js'],
  ['server/src/modules/transfers/right.ts', '../ideas/index.js'],
  ['server/src/modules/ideas/right.ts', './idea.entity.js'],
  ['server/src/modules/ideas/platform.ts', '../../platform/clock/index.js'],
  ['client/src/app/features/board/right.ts', '../../ui/card'],
];

const NEUTRAL = [
  'server/contracts/src/index.ts',
  'server/src/workflow/index.ts',
  'server/src/platform/clock/index.ts',
  'server/src/modules/ideas/idea.entity.ts',
  'client/src/app/api/ideas-api.ts',
  'client/src/app/features/idea/idea-page.ts',
  'client/src/app/ui/card.ts',
  ...['audit', 'organisations', 'ideas', 'decisions', 'notifications'].map((name) => `server/src/modules/${name}/index.ts`),
];

describe('the arrows of the architecture', () => {
  let violations = [];
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'polku-arrows-'));
    const write = (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write('tsconfig.base.json', '{}');
    write('package.json', '{"type": "module"}');
    for (const path of NEUTRAL) write(path, 'export const here = true;\n');
    for (const [path, target] of [...PLANTED, ...ALLOWED]) write(path, `import { here } from '${target}';\nexport const there = here;\n`);
    write('server/src/platform/clock/first.ts', `import { second } from './second.js';\nexport const first = () => second;\n`);
    write('server/src/platform/clock/second.ts', `import { first } from './first.js';\nexport const second = () => first;\n`);
    const args = ['--config', join(checkout, '.config', 'dependency-cruiser.cjs'), '--output-type', 'json', 'server', 'client', 'e2e'];
    const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...args], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    violations = JSON.parse(stdout).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)('%s must not import %s (%s)', (path, _target, rule) => {
    expect(violations).toContain(`${path}: ${rule}`);
  });

  it('a circle is seen', () => {
    expect(violations).toContain('server/src/platform/clock/first.ts: no-circle');
  });

  it.each(ALLOWED)('%s may import %s', (path) => {
    expect(violations.filter((each) => each.startsWith(`${path}:`))).toEqual([]);
  });
});
