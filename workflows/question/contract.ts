import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `question` starts with: which question, and nothing of what it says. */
export const QuestionInput = z.object({ questionId: z.string() })
export type QuestionInput = z.infer<typeof QuestionInput>

/** What is waited for: the answer; `over`: nothing any more. */
export const QuestionStage = z.enum(['received', 'over'])
export type QuestionStage = z.infer<typeof QuestionStage>

/** What `question-stands` answers: the stage, and the seconds that its desk has from now. */
export const QuestionStands = z.object({
  stage: QuestionStage,
  patienceSeconds: z.number().int().positive(),
})
export type QuestionStands = z.infer<typeof QuestionStands>

/** The payload of `open-question`: the execution's task token. */
export const OpenQuestion = z.object({
  questionId: z.string(),
  stage: QuestionStage,
  token: z.string(),
  execution: z.string(),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

/** The payload of `question-late`. */
export const LateQuestion = z.object({ questionId: z.string(), stage: QuestionStage })
export type LateQuestion = z.infer<typeof LateQuestion>

export const question = {
  name: 'question',
  steps: {
    QuestionStands: 'question-stands',
    OpenQuestion: 'open-question',
    QuestionLate: 'question-late',
  },
  errors: [],
} as const satisfies WorkflowContract
