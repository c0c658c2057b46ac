/**
 * The arrows of the architecture: who may import whom. Checked by `npm test`, which also plants violations to see them caught
 * (.config/arrows.spec.mjs).
 */

/** A module, and the modules it may use, through their index.ts. */
const MODULES = {
  identity: [],
  audit: [],
  organisations: ['identity'],
  pathways: ['organisations'],
  toolbox: ['organisations'],
  challenges: ['organisations'],
  views: ['organisations', 'pathways'],
  ideas: ['organisations', 'pathways', 'challenges'],
  presence: ['ideas', 'organisations'],
  discussion: ['ideas', 'organisations'],
  attachments: ['ideas', 'organisations'],
  experiments: ['ideas', 'pathways', 'toolbox', 'organisations'],
  decisions: ['ideas', 'pathways', 'experiments', 'organisations'],
  rollouts: ['ideas', 'pathways', 'decisions', 'organisations'],
  showcase: ['ideas', 'pathways', 'experiments', 'rollouts', 'organisations'],
  programmes: ['organisations', 'pathways', 'toolbox', 'ideas'],
};

/** These hear or carry everything; nobody imports them. */
const ENDS = ['notifications', 'insights', 'transfers'];

const names = (list) => (list.length === 0 ? '(?!)' : `(${list.join('|')})`);
const all = [...Object.keys(MODULES), ...ENDS];
const importable = all.filter((name) => ![...ENDS, 'audit'].includes(name));

const arrows = Object.entries(MODULES).map(([name, uses]) => ({
  name: `arrow-${name}`,
  comment: `${name} may use ${uses.join(', ') || 'no other module'}.`,
  severity: 'error',
  from: { path: `^server/src/modules/${name}/` },
  to: { path: '^server/src/modules/', pathNot: `^server/src/modules/${names([name, ...uses])}/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'arrow-ends',
      comment: 'Nobody imports notifications, insights, audit or transfers.',
      severity: 'error',
      from: { path: `^server/src/modules/([^/]+)/` },
      to: { path: '^server/src/modules/(notifications|insights|audit|transfers)/', pathNot: '^server/src/modules/$1/' },
    },
    {
      name: 'module-known',
      comment: 'A module has its line in the table of arrows.',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: `^server/src/modules/${names(all)}/` },
      to: {},
    },
    {
      name: 'module-by-index',
      comment: 'A module shows itself through its index.ts only.',
      severity: 'error',
      from: {
        path: '^server/(src/modules/([^/]+)|src/platform|src/[^/]+\\.ts|seeds)',
        pathNot: '^server/src/modules/[^/]+/.*\\.spec\\.ts$',
      },
      to: { path: '^server/src/modules/[^/]+/.+', pathNot: ['^server/src/modules/$2/', '^server/src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'contracts-alone',
      comment: 'The contract imports zod and nothing else.',
      severity: 'error',
      from: { path: '^server/contracts/' },
      to: { pathNot: ['^server/contracts/', '^node_modules/zod/'] },
    },
    {
      name: 'workflow-pure',
      comment: 'The workflow kernel is pure: it imports the contract and itself.',
      severity: 'error',
      from: { path: '^server/src/workflow/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^server/src/workflow/', '^server/contracts/'] },
    },
    {
      name: 'platform-below',
      comment: 'The platform knows no feature.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^server/src/modules/', '^server/seeds/', '^server/src/[^/]+\\.ts$'] },
    },
    {
      name: 'migrations-frozen',
      comment: 'A migration imports no live code: it must do tomorrow what it did today.',
      severity: 'error',
      from: { path: '^server/src/platform/database/migrations/', pathNot: '/index\\.ts$' },
      to: { pathNot: ['^node_modules/typeorm/'] },
    },
    {
      name: 'server-not-to-client',
      comment: 'The server knows nothing of the client.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|e2e)/' },
    },
    {
      name: 'client-not-to-server',
      comment: "The client never imports the server's code, only the contract.",
      severity: 'error',
      from: { path: '^client/' },
      to: { path: ['^server/', '^dist/server/'], pathNot: ['^server/contracts/', '^dist/server/contracts/'] },
    },
    {
      name: 'client-types-only',
      comment: 'The client takes types from the contract and values from its constants, so that zod stays out of the browser.',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^server/contracts/src/(index|schemas/.+)\\.ts$', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'feature-to-feature',
      comment: 'A feature never imports another feature.',
      severity: 'error',
      from: { path: '^client/src/app/features/([^/]+)/' },
      to: { path: '^client/src/app/features/', pathNot: '^client/src/app/features/$1/' },
    },
    {
      name: 'ui-presents',
      comment: 'Parts of ui/ present what they are given: they know neither the server nor a feature.',
      severity: 'error',
      from: { path: '^client/src/app/ui/' },
      to: { path: '^client/src/app/(api|features|session|live|shell)/' },
    },
    {
      name: 'below-features',
      comment: 'What features stand on does not know them.',
      severity: 'error',
      from: { path: '^client/src/app/(api|session|live|i18n)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^client/src/app/(features|shell)/' },
    },
    {
      name: 'journeys-outside',
      comment: 'Journeys see what a browser sees; they may import the contract.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(server/(src|seeds)|client)/' },
    },
    {
      name: 'no-circle',
      comment: 'Files that import each other in a circle cannot be understood one by one.',
      severity: 'error',
      from: { pathNot: '\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'What is imported exists; Lighthouse only where somebody has brought it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^lighthouse$' },
    },
    {
      name: 'declared',
      comment: 'A package that is imported is in package.json.',
      severity: 'error',
      from: { path: '^(server|client|e2e)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'ships',
      comment: 'What runs needs no development dependency.',
      severity: 'error',
      from: { path: '^server/(src|contracts|seeds)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
    },
  },
};
