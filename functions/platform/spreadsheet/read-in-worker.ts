import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { readSheet } from './read-spreadsheet.ts'
import { type SheetRow, SheetTooLongError, SheetUnreadableError } from './spreadsheet.ts'

/** Milliseconds that a file may take; the largest that is allowed, 5,000 rows of 100 columns, takes a few seconds. */
const PATIENCE = 10_000

/** MB that the reading thread may fill. */
const MEMORY = 512

/** The thread's input; it tells a thread apart from another load of this module, as in a Lambda's bundle. */
const Task = z.object({ task: z.literal('read-sheet'), bytes: z.instanceof(Uint8Array) })

const Answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rows'),
    rows: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })),
  }),
  z.object({ kind: z.enum(['unreadable', 'too_long']), message: z.string() }),
])
type Answer = z.infer<typeof Answer>

const answerFor = async (bytes: Uint8Array): Promise<Answer> => {
  try {
    return {
      kind: 'rows',
      rows: (await readSheet(bytes)).map(({ number, cells }) => ({ number, cells: [...cells] })),
    }
  } catch (error) {
    if (error instanceof SheetTooLongError) return { kind: 'too_long', message: error.message }
    // Any other error of a reader comes from the file.
    return { kind: 'unreadable', message: error instanceof Error ? error.message : 'It is no table.' }
  }
}

/**
 * Reads an uploaded file's rows in a thread of its own, so that a file made to take much time or memory holds
 * up nobody. The thread runs this module; in Lambda, the function's bundle.
 * @throws SheetUnreadableError, SheetTooLongError
 */
export const readSheetInWorker = (bytes: Uint8Array, patience = PATIENCE): Promise<SheetRow[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { task: 'read-sheet', bytes: new Uint8Array(bytes) } satisfies z.infer<typeof Task>,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
    const stop = () => {
      clearTimeout(alarm)
      void worker.terminate()
    }
    const alarm = setTimeout(() => {
      stop()
      reject(new SheetUnreadableError('The file takes too long to read.'))
    }, patience)
    worker.once('message', (message: unknown) => {
      stop()
      const answer = Answer.parse(message)
      if (answer.kind === 'rows') resolve(answer.rows)
      else
        reject(
          answer.kind === 'too_long'
            ? new SheetTooLongError(answer.message)
            : new SheetUnreadableError(answer.message),
        )
    })
    worker.once('error', () => {
      stop()
      reject(new SheetUnreadableError('The file takes more memory than there is for it.'))
    })
    worker.once('exit', () => {
      stop()
      reject(new SheetUnreadableError('The file could not be read.'))
    })
  })

const asked = isMainThread ? undefined : Task.safeParse(workerData).data
if (asked !== undefined) parentPort?.postMessage(await answerFor(asked.bytes))
