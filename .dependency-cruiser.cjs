/** Imports run one way: rules ← workflows/contract ← functions/*, in their order ← infra, local. */

/** The capabilities, each of which may import those before it. */
const capabilities = [
  'platform',
  'organisations',
  'registers',
  'staff',
  'requests',
  'desks',
  'certificates',
  'year',
  'settlement',
  'persons',
  'onboarding',
  'outcomes',
  'ledger',
  'libraries',
  'programmes',
  'classes',
  'integrity',
  'remedies',
  'complaints',
  'questions',
  'inspections',
  'reorganisations',
  'policies',
  'notices',
  'papers',
  'feeds',
  'imports',
  'statistics',
  'operations',
  'search',
  'audit',
  'public',
]

const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(rules|workflows|functions|infra|local|test|bench|web|scripts)/', pathNot: allowed },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('rules-are-pure', 'the law knows no room but its own', '^rules/', ['^rules/']),
    {
      name: 'rules-import-zod-and-temporal-alone',
      severity: 'error',
      from: { path: '^rules/' },
      to: { pathNot: ['^rules/', '^node_modules/(zod|temporal-polyfill)/'] },
    },
    only('contracts-know-the-rules', 'a workflow contract may name the rules', '^workflows/', [
      '^workflows/',
      '^rules/',
    ]),
    ...capabilities.map((capability, place) => ({
      name: `${capability}-in-its-place`,
      comment: 'a capability imports itself and those before it',
      severity: 'error',
      from: { path: `^functions/${capability}/` },
      to: {
        path: '^functions/',
        pathNot: [
          `^functions/(${capabilities.slice(0, place + 1).join('|')})/`,
          // The document of the API is made of every capability's routes.
          ...(capability === 'public' ? ['^functions/(catalog|openapi-document)\\.ts$'] : []),
        ],
      },
    })),
    {
      name: 'what-runs-is-what-is-written',
      comment:
        'functions and hosts read contracts and .asl.json files, never the states that these are written from',
      severity: 'error',
      from: { path: '^(functions|infra|local)/' },
      to: { path: '^workflows/', pathNot: ['/contract\\.ts$', '^workflows/(all|request-line)\\.ts$'] },
    },
    {
      name: 'a-credit-knows-no-close',
      comment: 'the act that enters a credit is handed what lets things follow; the entry hands it',
      severity: 'error',
      from: { path: '^functions/outcomes/', pathNot: '/steps\\.ts$' },
      to: { path: '^functions/year/', reachable: true },
    },
    only('functions-know-no-host', 'nothing imports infra or local', '^functions/', [
      '^functions/',
      '^rules/',
      '^workflows/',
    ]),
    only('infra-reads-the-catalog', 'infra reads catalog.ts and the workflows, never a handler', '^infra/', [
      '^infra/',
      '^functions/catalog\\.ts$',
      '^functions/platform/lambda\\.ts$',
      // The fonts that lie beside the bundles that draw.
      '^functions/certificates/sheet/(?:font-files\\.ts|fonts\\.json)$',
      '^workflows/',
      '^web/hosting\\.json$',
    ]),
    only('local-hosts-the-catalog', 'local may use everything but infra', '^local/', [
      '^local/',
      '^functions/',
      '^workflows/',
      '^rules/',
      '^web/hosting\\.json$',
    ]),
    only('web-knows-the-api-alone', 'web is a client like any other, which speaks the same words', '^web/', [
      '^web/',
      '^functions/.+/words\\.ts$',
      // How the rules are cited: words, too; and the terms of the law that pages name, which import nothing.
      '^rules/(?:citations|complaints|inspections|objections|questions)\\.ts$',
    ]),
    {
      name: 'words-are-words',
      comment: 'pages, mails and sheets read them: they import other words and types, nothing that runs',
      severity: 'error',
      from: { path: '^functions/.+/words\\.ts$' },
      to: { pathNot: '^functions/.+/words\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'catalog-is-sdk-free',
      comment: 'two hosts read the catalog at start: it declares, it does not run',
      severity: 'error',
      from: { path: '^functions/catalog\\.ts$' },
      to: { path: 'node_modules', reachable: true, pathNot: 'node_modules/(zod|temporal-polyfill)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^cdk.out', '^\\.data', '^\\.cache', '^web/dist'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
