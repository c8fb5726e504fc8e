import type { WorkflowContract, WorkflowName } from './contract.ts'
import { recognition } from './recognition/contract.ts'
import { settle } from './settle/contract.ts'

/** Every workflow's contract by its name. */
export const workflowContracts = { recognition, settle } as const satisfies Record<
  WorkflowName,
  WorkflowContract
>
