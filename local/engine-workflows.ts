import type { TokenAnswer, Workflows } from '../functions/platform/workflows.ts'
import type { Engine } from './engine/engine.ts'

const GONE = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

const answered = async (send: Promise<void>): Promise<TokenAnswer> => {
  try {
    await send
    return 'taken'
  } catch (error) {
    if (error instanceof Error && GONE.has(error.name)) return 'gone'
    throw error
  }
}

/** The state machines of this machine, as the functions see them. */
export const engineWorkflows = (engine: Engine): Workflows => ({
  async start(machine, name, input) {
    try {
      await engine.start({ machine, name, input })
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error
    }
  },
  succeed: (token, output) => answered(engine.sendTaskSuccess(token, output)),
  fail: (token, error, cause) => answered(engine.sendTaskFailure(token, error, cause)),
})
