/** Imports run one way: rules ← workflows/contract ← functions/store ← functions/* ← infra, local. */
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
    only('store-below-functions', 'the table knows the law and the contracts', '^functions/store/', [
      '^functions/(store|kit)/',
      '^rules/',
      '^workflows/',
    ]),
    only('functions-know-no-host', 'nothing imports infra or local', '^functions/', [
      '^functions/',
      '^rules/',
      '^workflows/',
    ]),
    only('infra-reads-the-catalog', 'infra reads catalog.ts and the workflows, never a handler', '^infra/', [
      '^infra/',
      '^functions/catalog',
      '^functions/catalog\\.ts$',
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
    only('web-knows-the-api-alone', 'web is a client like any other', '^web/', ['^web/']),
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
