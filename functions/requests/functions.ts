import { type Grant, type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  listRequests,
  readRequest,
  resubmitRequest,
  submitObjection,
  submitRequest,
  withdrawRequest,
} from './api.ts'
import { completeEvidence, readEvidence, uploadEvidence } from './evidence-api.ts'

/** Starts the state machine of any request that is filed. */
export const startsRequests = [
  'workflow:recognition',
  'workflow:make-up-delay',
  'workflow:post-change',
  'workflow:deemed',
  'workflow:record-change',
  'workflow:justified-reason',
  'workflow:objection',
  'workflow:programme-filing',
] as const satisfies readonly Grant[]

export const requestReads = {
  name: 'request-reads',
  entry: 'functions/requests/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /requests': listRequests,
      'GET /requests/{id}': readRequest,
    },
  },
  grants: [...reads, 'looks:write', 'ledger:seal'],
} as const satisfies Lambda

export const requestWrites = {
  name: 'request-writes',
  entry: 'functions/requests/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /requests': submitRequest,
      'POST /objections': submitObjection,
      'POST /requests/{id}/withdraw': withdrawRequest,
      'POST /requests/{id}/resubmit': resubmitRequest,
    },
  },
  grants: [...writes, 'ledger:seal', ...startsRequests, 'tokens:answer', 'mail:send'],
} as const satisfies Lambda

export const evidenceWrites = {
  name: 'evidence-writes',
  entry: 'functions/requests/evidence-writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /evidence': uploadEvidence,
      'POST /evidence/{id}': completeEvidence,
    },
  },
  grants: [...writes, 'objects:read', 'objects:write'],
  memory: 1024,
} as const satisfies Lambda

export const evidenceReads = {
  name: 'evidence-reads',
  entry: 'functions/requests/evidence-reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /requests/{id}/evidence/{evidence}': readEvidence,
    },
  },
  grants: [...reads, 'looks:write', 'objects:read'],
  memory: 1024,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [requestReads, requestWrites, evidenceWrites, evidenceReads]
