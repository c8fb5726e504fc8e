import { EndLine } from '../../workflows/request-line.ts'
import { type Lambda, writes } from '../platform/lambda.ts'
import { startsRequests } from '../requests/functions.ts'

/** Follows a decision on an objection: puts the matter right, or starts the desk above. */
export const remedySteps = {
  name: 'remedy-steps',
  entry: 'functions/remedies/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'follow-objection': EndLine,
    },
  },
  grants: [...writes, 'ledger:seal', ...startsRequests, 'workflow:settle', 'tokens:answer', 'mail:send'],
  timeout: 300,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [remedySteps]
