import { ResultInput } from '../../workflows/settle/contract.ts'
import { ShardInput, YearCloseInput } from '../../workflows/year-close/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  exportResults,
  listResults,
  listYearOrganisations,
  readRehearsal,
  readYear,
  redriveClose,
  startClose,
  startRehearsal,
} from './api.ts'

export const yearReads = {
  name: 'year-reads',
  entry: 'functions/year/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /years/{year}': readYear,
      'GET /years/{year}/rehearsal': readRehearsal,
      'GET /years/{year}/results': listResults,
      'GET /years/{year}/organisations': listYearOrganisations,
    },
  },
  grants: [...reads, 'looks:write'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const yearExports = {
  name: 'year-exports',
  entry: 'functions/year/exports.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /years/{year}/export': exportResults,
    },
  },
  grants: [...reads, 'looks:write'],
  memory: 1769,
  timeout: 29,
} as const satisfies Lambda

export const yearWrites = {
  name: 'year-writes',
  entry: 'functions/year/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /years/{year}/close': startClose,
      'POST /years/{year}/rehearsal': startRehearsal,
      'POST /years/{year}/redrive': redriveClose,
    },
  },
  grants: [...writes, 'workflow:year-close'],
} as const satisfies Lambda

export const yearSteps = {
  name: 'year-steps',
  entry: 'functions/year/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'freeze-year': YearCloseInput,
      'list-shards': YearCloseInput,
      'report-year': YearCloseInput,
      'fail-year': YearCloseInput,
      'correct-result': ResultInput,
    },
  },
  grants: [...writes, 'ledger:seal', 'mail:send'],
  timeout: 300,
} as const satisfies Lambda

/** A page of a shard, assessed. */
export const yearPages = {
  name: 'year-pages',
  entry: 'functions/year/pages.ts',
  work: {
    kind: 'steps',
    steps: {
      'assess-page': ShardInput,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle'],
  memory: 1769,
  timeout: 300,
} as const satisfies Lambda

export const yearSums = {
  name: 'year-sums',
  entry: 'functions/year/sums.ts',
  work: {
    kind: 'steps',
    steps: {
      'sum-up-year': YearCloseInput,
    },
  },
  grants: writes,
  memory: 3008,
  timeout: 900,
} as const satisfies Lambda

/** Every 31 December at 23:59 in Shanghai (Art. 32). */
export const closeYear = {
  name: 'close-year',
  entry: 'functions/year/close-year.ts',
  work: { kind: 'job', schedule: { cron: '59 23 31 12 *' } },
  grants: [...writes, 'workflow:year-close'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [
  yearReads,
  yearExports,
  yearWrites,
  yearSteps,
  yearPages,
  yearSums,
  closeYear,
]
