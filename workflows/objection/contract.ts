import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine, Stage } from '../request-line.ts'

/** What an execution of `objection` starts with: whose desk looks, the one that decided or the one above it. */
export const ObjectionInput = z.object({ ...requestLine, stage: Stage })
export type ObjectionInput = z.infer<typeof ObjectionInput>

export const objection = {
  name: 'objection',
  steps: { ...humanStep, FollowObjection: 'follow-objection' },
  errors: endings,
} as const satisfies WorkflowContract
