import { type Lambda, reads } from '../platform/lambda.ts'
import { readLedgerSheet, readRequestForm, readYearCertificates, readYearList } from './api.ts'

/** What offices print: drawn when it is asked for, kept nowhere. */
export const papers = {
  name: 'papers',
  entry: 'functions/papers/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /requests/{id}/form': readRequestForm,
      'GET /staff/{id}/ledger/sheet': readLedgerSheet,
      'GET /years/{year}/list': readYearList,
      'GET /years/{year}/certificates': readYearCertificates,
    },
  },
  grants: [...reads, 'looks:write', 'ledger:seal', 'certificate:verify'],
  font: true,
  memory: 1769,
  timeout: 29,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [papers]
