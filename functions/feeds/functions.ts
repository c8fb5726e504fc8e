import { CreditPart } from '../../workflows/feed-batch/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  bindLearner,
  createLearnerCode,
  deliverCompletions,
  deliverSignedFile,
  listBatchRows,
  listCompletions,
  listHeld,
  resolveCompletion,
} from './api.ts'

/** What providers' programs deliver. A row of a provider whose hours are recognised at once goes to its ledger here. */
export const deliveries = {
  name: 'feed-deliveries',
  entry: 'functions/feeds/deliveries.ts',
  work: {
    kind: 'routes',
    access: 'client',
    routes: {
      'POST /feeds/{provider}/completions': deliverCompletions,
      'GET /feeds/{provider}/completions': listCompletions,
      'POST /feeds/{provider}/bindings': bindLearner,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const feedReads = {
  name: 'feed-reads',
  entry: 'functions/feeds/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /feeds/held': listHeld,
      'GET /requests/{id}/completions': listBatchRows,
    },
  },
  grants: reads,
} as const satisfies Lambda

export const feedWrites = {
  name: 'feed-writes',
  entry: 'functions/feeds/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /feeds/files': deliverSignedFile,
      'POST /feeds/resolutions': resolveCompletion,
      'POST /staff/{id}/learner-codes': createLearnerCode,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const feedSteps = {
  name: 'feed-steps',
  entry: 'functions/feeds/steps.ts',
  work: { kind: 'steps', steps: { 'credit-part': CreditPart } },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
  timeout: 300,
} as const satisfies Lambda

/** Every night at 02:00 in Shanghai: a day's rows become requests, when no call of that day can run any more. */
export const feedBatches = {
  name: 'feed-batches',
  entry: 'functions/feeds/batches.ts',
  work: { kind: 'job', schedule: { cron: '0 2 * * *' } },
  grants: [...writes, 'ledger:seal', 'workflow:feed-batch'],
  memory: 1024,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [deliveries, feedReads, feedWrites, feedSteps, feedBatches]
