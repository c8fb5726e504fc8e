import { LateTask, OpenTask } from '../../workflows/request-line.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { startsRequests } from '../requests/functions.ts'
import {
  approveTasks,
  decideTask,
  listTasks,
  opinionOnTask,
  readTask,
  reassignTask,
  remindTask,
  returnTasks,
  searchTasks,
  takeBackDecision,
  takeOverTask,
} from './api.ts'
import { findColleagues, keepPhrase, readPhrases } from './own-api.ts'

export const deskReads = {
  name: 'desk-reads',
  entry: 'functions/desks/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /tasks': listTasks,
      'GET /tasks/{id}': readTask,
      'POST /tasks/search': searchTasks,
      'GET /me/phrases': readPhrases,
      'POST /delegations/colleagues': findColleagues,
    },
  },
  grants: [...reads, 'looks:write', 'ledger:seal'],
} as const satisfies Lambda

export const deskWrites = {
  name: 'desk-writes',
  entry: 'functions/desks/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /me/phrases': keepPhrase,
      'POST /tasks/{id}/decision': decideTask,
      'POST /tasks/{id}/opinions': opinionOnTask,
      'POST /tasks/{id}/reassignment': reassignTask,
      'POST /tasks/{id}/remind': remindTask,
      'POST /tasks/{id}/taking-back': takeBackDecision,
      'POST /tasks/{id}/taking-over': takeOverTask,
    },
  },
  grants: [
    ...writes,
    'ledger:seal',
    ...startsRequests,
    // A department takes back what it said of hours that no institution filed.
    'workflow:feed-batch',
    'tokens:answer',
    'mail:send',
  ],
} as const satisfies Lambda

/** Fifty decisions at once. */
export const approvals = {
  name: 'approvals',
  entry: 'functions/desks/approvals.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /tasks/decisions': approveTasks,
      'POST /tasks/returns': returnTasks,
    },
  },
  grants: [...writes, 'ledger:seal', 'tokens:answer'],
  memory: 1024,
  timeout: 29,
} as const satisfies Lambda

export const deskSteps = {
  name: 'desk-steps',
  entry: 'functions/desks/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'open-task': OpenTask,
      'remind-desk': LateTask,
      'escalate-desk': LateTask,
    },
  },
  grants: [...writes, 'ledger:seal', 'tokens:answer', 'mail:send'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [deskReads, deskWrites, approvals, deskSteps]
