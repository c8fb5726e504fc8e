import { complaint } from './complaint/contract.ts'
import type { WorkflowContract, WorkflowName } from './contract.ts'
import { daily } from './daily/contract.ts'
import { deemed } from './deemed/contract.ts'
import { feedBatch } from './feed-batch/contract.ts'
import { inspection } from './inspection/contract.ts'
import { justifiedReason } from './justified-reason/contract.ts'
import { makeUpDelay } from './make-up-delay/contract.ts'
import { nightWalk } from './night-walk/contract.ts'
import { objection } from './objection/contract.ts'
import { postChange } from './post-change/contract.ts'
import { programmeFiling } from './programme-filing/contract.ts'
import { question } from './question/contract.ts'
import { recognition } from './recognition/contract.ts'
import { recordChange } from './record-change/contract.ts'
import { settle } from './settle/contract.ts'
import { yearClose } from './year-close/contract.ts'

/** Every workflow's contract by its name. */
export const workflowContracts = {
  recognition,
  'make-up-delay': makeUpDelay,
  'post-change': postChange,
  deemed,
  'record-change': recordChange,
  'justified-reason': justifiedReason,
  objection,
  'feed-batch': feedBatch,
  'programme-filing': programmeFiling,
  complaint,
  question,
  inspection,
  daily,
  settle,
  'year-close': yearClose,
  'night-walk': nightWalk,
} as const satisfies Record<WorkflowName, WorkflowContract>
