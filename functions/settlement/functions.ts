import { SettleInput } from '../../workflows/settle/contract.ts'
import { type Lambda, reads } from '../platform/lambda.ts'

export const settlementSteps = {
  name: 'settlement-steps',
  entry: 'functions/settlement/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'find-due': SettleInput,
    },
  },
  grants: [...reads, 'ledger:seal'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [settlementSteps]
