import { type Lambda, reads, writes } from '../platform/lambda.ts'
import {
  checkEligibility,
  correctEntry,
  readEligibility,
  readEntries,
  readLedger,
  readTrainingArchive,
  recordJustified,
} from './api.ts'

export const ledgerReads = {
  name: 'ledger-reads',
  entry: 'functions/ledger/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /staff/{id}/ledger': readLedger,
      'GET /staff/{id}/entries': readEntries,
      'GET /staff/{id}/trainings': readTrainingArchive,
      'GET /staff/{id}/eligibility': readEligibility,
    },
  },
  grants: [...reads, 'looks:write', 'ledger:seal'],
} as const satisfies Lambda

/**
 * Adds an entry to a ledger, settles the person's certificates, and tells people; answers other systems in batches, and
 * puts on record who was asked about.
 */
export const ledgerWrites = {
  name: 'ledger-writes',
  entry: 'functions/ledger/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /staff/{id}/corrections': correctEntry,
      'POST /staff/{id}/justified': recordJustified,
      'POST /eligibility/checks': checkEligibility,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
  memory: 1769,
  timeout: 29,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [ledgerReads, ledgerWrites]
