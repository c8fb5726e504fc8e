import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, LateTask, requestLine, Stage } from '../request-line.ts'

/** What an execution of `programme-filing` starts with: whose desk looks at the filing. */
export const ProgrammeFilingInput = z.object({ ...requestLine, stage: Stage })
export type ProgrammeFilingInput = z.infer<typeof ProgrammeFilingInput>

/** The payload of `accept-unanswered`: the desk that let its time pass. */
export const AcceptUnanswered = LateTask
export type AcceptUnanswered = LateTask

/** Its answer: whether the filing counts as accepted, because nobody answered for too long. */
export const Unanswered = z.object({ accepted: z.boolean() })
export type Unanswered = z.infer<typeof Unanswered>

export const programmeFiling = {
  name: 'programme-filing',
  steps: {
    OpenTask: 'open-task',
    RemindDesk: 'remind-desk',
    EscalateDesk: 'escalate-desk',
    AcceptUnanswered: 'accept-unanswered',
    FollowFiling: 'follow-filing',
  },
  errors: endings,
} as const satisfies WorkflowContract
