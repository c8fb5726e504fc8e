import { logger } from '../platform/logger.ts'
import type { Workflows } from '../platform/workflows.ts'
import type { Inspection } from './inspection.ts'

interface Host {
  readonly workflows: Workflows
}

/** An execution's name: the inspection's, and how often it was started. */
const executionOf = ({ id, attempt }: Pick<Inspection, 'id' | 'attempt'>): string =>
  attempt === 1 ? id : `${id}-a${attempt}`

/** Starts an inspection's way; where it can't begin now, the reconciler starts it. */
export const startInspection = async (
  { workflows }: Host,
  inspection: Pick<Inspection, 'id' | 'attempt'>,
): Promise<void> => {
  const { id: inspectionId } = inspection
  try {
    await workflows.start('inspection', executionOf(inspection), { inspectionId })
  } catch (error) {
    logger.error('An inspection could not begin; the reconciler will start it.', { inspectionId, error })
  }
}

/** Lets the execution go on after an act; where that fails, the reconciler does it. */
export const resumeInspection = async (
  { workflows }: Host,
  { id, token }: Pick<Inspection, 'id' | 'token'>,
): Promise<void> => {
  if (token === undefined) return
  try {
    await workflows.succeed(token, {})
  } catch (error) {
    logger.error('An inspection could not go on; the reconciler will resume it.', {
      inspectionId: id,
      error,
    })
  }
}
