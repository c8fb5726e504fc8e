import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `inspection` starts with: which one, and nothing of what it is about. */
export const InspectionInput = z.object({ inspectionId: z.string() })
export type InspectionInput = z.infer<typeof InspectionInput>

/**
 * What comes next: a draw's frame is gathered; whoever was asked answers; the authority looks at it; `over`: nothing any
 * more.
 */
export const InspectionStage = z.enum(['gather', 'answer', 'check', 'over'])
export type InspectionStage = z.infer<typeof InspectionStage>

/** What `inspection-stands` answers: the stage, and the seconds that it has from now. */
export const InspectionStands = z.object({
  stage: InspectionStage,
  patienceSeconds: z.number().int().positive(),
})
export type InspectionStands = z.infer<typeof InspectionStands>

/** The payload of `gather-frame`: a part of the frame, and where it is whole the sample. */
export const GatherFrame = InspectionInput
export type GatherFrame = z.infer<typeof GatherFrame>

/** The payload of `open-inspection`: the stage that somebody has reached, and the execution's task token. */
export const OpenInspection = z.object({
  inspectionId: z.string(),
  stage: InspectionStage,
  token: z.string(),
  execution: z.string(),
})
export type OpenInspection = z.infer<typeof OpenInspection>

/** The payload of `inspection-late`. */
export const LateInspection = z.object({ inspectionId: z.string(), stage: InspectionStage })
export type LateInspection = z.infer<typeof LateInspection>

export const inspection = {
  name: 'inspection',
  steps: {
    InspectionStands: 'inspection-stands',
    GatherFrame: 'gather-frame',
    OpenInspection: 'open-inspection',
    InspectionLate: 'inspection-late',
  },
  errors: [],
} as const satisfies WorkflowContract
