import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { readSheet } from './read-spreadsheet.ts'
import {
  MOST_ROWS,
  SheetOldError,
  SheetTooLongError,
  SheetUnreadableError,
  type Workbook,
} from './spreadsheet.ts'

/** Milliseconds that a file may take; the largest that is allowed, 5,000 rows of 100 columns, takes a few seconds. */
const PATIENCE = 10_000

/** MB that the reading thread may fill. */
const MEMORY = 512

/** The thread's input; it tells a thread apart from another load of this module, as in a Lambda's bundle. */
const Task = z.object({
  task: z.literal('read-sheet'),
  bytes: z.instanceof(Uint8Array),
  mostRows: z.number(),
})

const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workbook'), workbook: z.custom<Workbook>() }),
  z.object({ kind: z.enum(['unreadable', 'old', 'too_long']), message: z.string() }),
])
type Answer = z.infer<typeof Answer>

const ERRORS = { unreadable: SheetUnreadableError, old: SheetOldError, too_long: SheetTooLongError } as const

const answerFor = async ({ bytes, mostRows }: z.infer<typeof Task>): Promise<Answer> => {
  try {
    return { kind: 'workbook', workbook: await readSheet(bytes, mostRows) }
  } catch (error) {
    if (error instanceof SheetTooLongError) return { kind: 'too_long', message: error.message }
    if (error instanceof SheetOldError) return { kind: 'old', message: error.message }
    // Whatever else a reader stumbles over, the file made it.
    return { kind: 'unreadable', message: error instanceof Error ? error.message : 'It is no table.' }
  }
}

/**
 * The sheets of an uploaded file, read in a thread of its own: what a file was made to cost, in time or memory, nobody
 * else waits for. The thread runs this very module; in Lambda that is the function's bundle, so nothing has to lie
 * beside it.
 * @throws SheetUnreadableError, SheetOldError, SheetTooLongError
 */
export const readSheetInWorker = (
  bytes: Uint8Array,
  { patience = PATIENCE, mostRows = MOST_ROWS }: { patience?: number; mostRows?: number } = {},
): Promise<Workbook> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { task: 'read-sheet', bytes: new Uint8Array(bytes), mostRows } satisfies z.infer<
        typeof Task
      >,
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
      if (answer.kind === 'workbook') resolve(answer.workbook)
      else reject(new ERRORS[answer.kind](answer.message))
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
if (asked !== undefined) parentPort?.postMessage(await answerFor(asked))
