import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `complaint` starts with: which complaint, and nothing of what it says. */
export const ComplaintInput = z.object({ complaintId: z.string() })
export type ComplaintInput = z.infer<typeof ComplaintInput>

/** What is waited for: acceptance, the finding, the word to the complainant; `over`: nothing any more. */
export const ComplaintStage = z.enum(['received', 'inquiry', 'found', 'over'])
export type ComplaintStage = z.infer<typeof ComplaintStage>

/** What `complaint-stands` answers: the stage, and the seconds that its desk has from now. */
export const ComplaintStands = z.object({
  stage: ComplaintStage,
  patienceSeconds: z.number().int().positive(),
})
export type ComplaintStands = z.infer<typeof ComplaintStands>

/** The payload of `open-complaint`: the stage that a desk has reached, and the execution's task token. */
export const OpenComplaint = z.object({
  complaintId: z.string(),
  stage: ComplaintStage,
  token: z.string(),
  execution: z.string(),
})
export type OpenComplaint = z.infer<typeof OpenComplaint>

/** The payload of `complaint-late`. */
export const LateComplaint = z.object({ complaintId: z.string(), stage: ComplaintStage })
export type LateComplaint = z.infer<typeof LateComplaint>

export const complaint = {
  name: 'complaint',
  steps: {
    ComplaintStands: 'complaint-stands',
    OpenComplaint: 'open-complaint',
    ComplaintLate: 'complaint-late',
  },
  errors: [],
} as const satisfies WorkflowContract
