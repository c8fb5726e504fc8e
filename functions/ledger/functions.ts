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
  grants: [...reads, 'ledger:seal'],
} as const satisfies Lambda

/** Answers other systems in batches, and puts on record who was asked about. */
export const eligibilityChecks = {
  name: 'eligibility-checks',
  entry: 'functions/ledger/checks.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: { 'POST /eligibility/checks': checkEligibility },
  },
  grants: [...writes, 'ledger:seal'],
  memory: 1769,
  timeout: 29,
} as const satisfies Lambda

/** Adds an entry to a ledger, settles the person's certificates, and tells people. */
export const ledgerWrites = {
  name: 'ledger-writes',
  entry: 'functions/ledger/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /staff/{id}/corrections': correctEntry,
      'POST /staff/{id}/justified': recordJustified,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'mail:send'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [ledgerReads, eligibilityChecks, ledgerWrites]
