import type { HistoryEvent } from '@aws-sdk/client-sfn'
import * as z from 'zod'
import type { WorkflowName } from '../../workflows/contract.ts'
import { timestamp } from '../platform/clock.ts'
import type { ExecutionEventView } from './executions-api.ts'

/** What any kind of event may tell of itself. */
const Details = z.object({
  name: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
})

const detailsOf = (event: HistoryEvent): z.infer<typeof Details> => {
  for (const [key, value] of Object.entries(event)) {
    if (!key.endsWith('EventDetails')) continue
    const parsed = Details.safeParse(value)
    if (parsed.success) return parsed.data
  }
  return {}
}

const LONGEST_MESSAGE = 300
/** Addresses and identity numbers, should a library have put one into the words of its error. */
const PERSONAL = /[^\s<>"']+@[^\s<>"']+|\b\d{15,17}[\dXx]?\b/g

/** Workflows of matters that are kept from whoever operates the platform: the words of their errors are, too. */
const KEPT: readonly WorkflowName[] = ['complaint', 'inspection']

const Thrown = z.object({ errorMessage: z.string() })

/**
 * The message of an error without personal data: of a function that threw, its own message without the trace.
 */
export const messageOf = (workflow: WorkflowName, cause: string | undefined): string | null => {
  if (cause === undefined || cause === '' || KEPT.includes(workflow)) return null
  let words = cause
  try {
    const thrown = Thrown.safeParse(JSON.parse(cause))
    if (thrown.success) words = thrown.data.errorMessage
  } catch {
    // The cause is no function's JSON: it is the message itself.
  }
  return words.replaceAll(PERSONAL, '…').slice(0, LONGEST_MESSAGE)
}

/**
 * Whether an execution ended where its machine says that it fails: let go on, it would fail there again at once.
 * `latestFirst`: its last events, the latest first.
 */
export const endedInFail = ([, before]: readonly HistoryEvent[]): boolean =>
  before?.type === 'FailStateEntered'

const isEntry = ({ type }: HistoryEvent): boolean => type?.endsWith('StateEntered') ?? false
const isExit = ({ type }: HistoryEvent): boolean => type?.endsWith('StateExited') ?? false

/** Names of the states entered and not left; `latestFirst`: the events, the latest first. */
export const openStates = (latestFirst: readonly HistoryEvent[]): string[] => {
  const left = new Map<string, number>()
  const open: string[] = []
  for (const event of latestFirst) {
    const name = isEntry(event)
      ? event.stateEnteredEventDetails?.name
      : isExit(event)
        ? event.stateExitedEventDetails?.name
        : undefined
    if (name === undefined) continue
    const exits = left.get(name) ?? 0
    if (isExit(event)) left.set(name, exits + 1)
    else if (exits > 0) left.set(name, exits - 1)
    else open.push(name)
  }
  return [...new Set(open)]
}

/** Attempts at tasks beyond the first of each time that a state was entered. */
export const retriesOf = (events: readonly HistoryEvent[]): number => {
  const entered = events.filter(({ type }) => type === 'TaskStateEntered').length
  const attempts = events.filter(({ type }) => type === 'TaskScheduled').length
  return Math.max(0, attempts - entered)
}

/** A page's events, each with its state: the one it names, else that of the event before it in the chain. */
export const viewEvents = (workflow: WorkflowName, page: readonly HistoryEvent[]): ExecutionEventView[] => {
  const stateOf = new Map<number, { name: string; enteredAt: number }>()
  return page.map((event) => {
    const { id = 0, previousEventId = 0, type = '', timestamp: at = new Date(0) } = event
    const { name, error, cause } = detailsOf(event)
    const before = stateOf.get(previousEventId)
    const entered = isEntry(event) && name !== undefined ? { name, enteredAt: at.getTime() } : undefined
    const state = entered ?? (isExit(event) && before?.name !== name ? undefined : before)
    if (state) stateOf.set(id, state)
    return {
      id,
      at: timestamp({ now: () => at.getTime() }),
      type,
      state: state?.name ?? (isExit(event) ? (name ?? null) : null),
      milliseconds: isExit(event) && state ? at.getTime() - state.enteredAt : null,
      error: error ?? null,
      message: messageOf(workflow, cause),
    }
  })
}
