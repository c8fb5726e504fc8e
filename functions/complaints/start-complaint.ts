import { logger } from '../platform/logger.ts'
import type { Workflows } from '../platform/workflows.ts'
import type { Complaint } from './complaint.ts'

/** An execution's name: the complaint's, and how often it was started. */
const executionOf = ({ id, attempt }: Pick<Complaint, 'id' | 'attempt'>): string =>
  attempt === 1 ? id : `${id}-a${attempt}`

/** Starts a complaint's way; where it can't begin now, the reconciler starts it. */
export const startComplaint = async (
  { workflows }: { readonly workflows: Workflows },
  complaint: Pick<Complaint, 'id' | 'attempt'>,
): Promise<void> => {
  try {
    await workflows.start('complaint', executionOf(complaint), { complaintId: complaint.id })
  } catch (error) {
    logger.error('A complaint could not begin; the reconciler will start it.', {
      complaintId: complaint.id,
      error,
    })
  }
}

/** Lets the execution go on after an act; where that fails, the reconciler does it. */
export const resumeComplaint = async (
  { workflows }: { readonly workflows: Workflows },
  { id, token }: Pick<Complaint, 'id' | 'token'>,
): Promise<void> => {
  if (token === undefined) return
  try {
    await workflows.succeed(token, {})
  } catch (error) {
    logger.error('A complaint could not go on; the reconciler will resume it.', { complaintId: id, error })
  }
}
