import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `record-change` starts with. */
export const RecordChangeInput = z.object(requestLine)
export type RecordChangeInput = z.infer<typeof RecordChangeInput>

export const recordChange = {
  name: 'record-change',
  steps: { ...humanStep, EnterRecordChange: 'enter-record-change' },
  errors: endings,
} as const satisfies WorkflowContract
