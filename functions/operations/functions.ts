import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { startsRequests } from '../requests/functions.ts'
import {
  countExecutions,
  listExecutionEvents,
  listExecutions,
  readExecution,
  redriveExecution,
  redriveExecutions,
} from './executions-api.ts'
import { listMails, resendMail } from './mails-api.ts'

export const operationReads = {
  name: 'operation-reads',
  entry: 'functions/operations/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /executions': listExecutions,
      'GET /executions/counters': countExecutions,
      'GET /executions/{workflow}/{name}': readExecution,
      'GET /executions/{workflow}/{name}/events': listExecutionEvents,
      'GET /mails': listMails,
    },
  },
  grants: [...reads, 'executions:read'],
  timeout: 29,
} as const satisfies Lambda

export const operationWrites = {
  name: 'operation-writes',
  entry: 'functions/operations/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /executions/{workflow}/{name}/redrive': redriveExecution,
      'POST /executions/redrives': redriveExecutions,
      'POST /mails/{id}/resend': resendMail,
    },
  },
  grants: [...writes, 'executions:read', 'executions:redrive', 'mail:send'],
} as const satisfies Lambda

/** Resumes what a crash left undone. */
export const reconciler = {
  name: 'reconcile',
  entry: 'functions/operations/reconciler.ts',
  work: { kind: 'job', schedule: { every: 5 } },
  grants: [
    ...writes,
    'ledger:seal',
    ...startsRequests,
    'workflow:feed-batch',
    'workflow:programme-filing',
    'workflow:complaint',
    'workflow:question',
    'workflow:inspection',
    'workflow:settle',
    'tokens:answer',
    'executions:read',
    'mail:send',
  ],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [operationReads, operationWrites, reconciler]
