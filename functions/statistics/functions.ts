import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { exportStatistics, listStatistics, readStatistics } from './api.ts'

export const statisticsReads = {
  name: 'statistics-reads',
  entry: 'functions/statistics/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /statistics/{year}': readStatistics,
      'GET /statistics/{year}/organisations': listStatistics,
      'GET /statistics/{year}/export': exportStatistics,
    },
  },
  grants: reads,
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

/** Every five minutes. */
export const countStatistics = {
  name: 'count-statistics',
  entry: 'functions/statistics/count.ts',
  work: { kind: 'job', schedule: { every: 5 } },
  grants: [...writes, 'ledger:seal'],
  memory: 1024,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [statisticsReads, countStatistics]
