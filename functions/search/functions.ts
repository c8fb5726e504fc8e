import { type Lambda, writes } from '../platform/lambda.ts'

/** Every five minutes. The search itself is beside the audit's (`audit/functions.ts`). */
export const keepNames = {
  name: 'keep-names',
  entry: 'functions/search/keep.ts',
  work: { kind: 'job', schedule: { every: 5 } },
  grants: writes,
  memory: 1024,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [keepNames]
