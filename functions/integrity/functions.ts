import { NightWalkInput, WalkShardsInput } from '../../workflows/night-walk/contract.ts'
import { type Lambda, reads, writes } from '../platform/lambda.ts'
import { confirmRestoration, listBrokenLedgers, proposeRestoration, readRestoration } from './api.ts'

const seesRoots = ['objects:read', 'certificate:verify', 'ledger:seal'] as const

export const integrityReads = {
  name: 'integrity-reads',
  entry: 'functions/integrity/reads.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /ledgers/broken': listBrokenLedgers,
      'GET /staff/{id}/restoration': readRestoration,
    },
  },
  grants: [...reads, ...seesRoots],
} as const satisfies Lambda

export const integrityWrites = {
  name: 'integrity-writes',
  entry: 'functions/integrity/writes.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'POST /staff/{id}/restoration': proposeRestoration,
      'POST /staff/{id}/restoration/confirmation': confirmRestoration,
    },
  },
  grants: [...writes, ...seesRoots, 'workflow:settle'],
} as const satisfies Lambda

/** Reads the ledgers of some shards whole: eighty thousand persons a call, where there are 600,000. */
export const integrityShards = {
  name: 'integrity-shards',
  entry: 'functions/integrity/shards.ts',
  work: { kind: 'steps', steps: { 'walk-shards': WalkShardsInput } },
  grants: [...writes, 'table:scan', ...seesRoots, 'objects:write'],
  memory: 1769,
  timeout: 900,
} as const satisfies Lambda

export const integritySteps = {
  name: 'integrity-steps',
  entry: 'functions/integrity/steps.ts',
  work: { kind: 'steps', steps: { 'tell-walk': NightWalkInput.pick({ day: true }) } },
  grants: [...writes, 'mail:send'],
} as const satisfies Lambda

/** Every night at 02:00 in Shanghai, when desks are empty. */
export const nightWalk = {
  name: 'night-walk',
  entry: 'functions/integrity/night-walk.ts',
  work: { kind: 'job', schedule: { cron: '0 2 * * *', present: true } },
  grants: ['workflow:night-walk'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [
  integrityReads,
  integrityWrites,
  integrityShards,
  integritySteps,
  nightWalk,
]
