import { HoldChange } from '../../workflows/post-change/contract.ts'
import { EndLine, LineStep } from '../../workflows/request-line.ts'
import { type Lambda, writes } from '../platform/lambda.ts'

/** What an approval does, and how a line ends. */
export const outcomeSteps = {
  name: 'outcome-steps',
  entry: 'functions/outcomes/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'credit-line': LineStep,
      'end-line': EndLine,
      'record-delay': LineStep,
      'record-deemed': LineStep,
      'judge-change': LineStep,
      'hold-change': HoldChange,
      'record-change': LineStep,
      'refuse-change': LineStep,
      'enter-record-change': LineStep,
      'record-justified': LineStep,
    },
  },
  grants: [...writes, 'ledger:seal', 'workflow:settle', 'workflow:post-change', 'tokens:answer', 'mail:send'],
  timeout: 300,
} as const satisfies Lambda

export const functions: readonly Lambda[] = [outcomeSteps]
