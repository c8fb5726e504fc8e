import { type Phase, ROOT, type Thread } from './execution.ts'
import { executionNotRedrivable } from './faults.ts'
import { type ExecutionRow, type Journal, WHOLE_EXECUTION } from './journal.ts'
import type { Machines } from './machines.ts'
import type { Runner } from './runner.ts'

/** Where a thread that was stopped goes on from; undefined: it was not stopped. */
const resumed = ({ progress: { phase } }: Thread): Phase | undefined => {
  if (phase.at !== 'stopped') return undefined
  if (phase.was === 'pending') return { at: 'pending' }
  return phase.was === 'child' && phase.execution !== undefined
    ? { at: 'execution', execution: phase.execution }
    : { at: 'enter' }
}

/**
 * Lets a failed, aborted or timed-out execution go on: successful states stay, the others are entered again,
 * also in the executions that its distributed Maps started.
 */
export const redrive = (
  journal: Journal,
  runner: Runner,
  machines: Machines,
  row: ExecutionRow,
  now: number,
): void => {
  // As on AWS, a child execution is redriven only through the execution that waits for it.
  if (row.status === 'RUNNING' || row.status === 'SUCCEEDED' || row.link_execution !== null)
    throw executionNotRedrivable(row.arn)
  const toRun: { readonly execution: number; readonly threads: number[] }[] = []

  const reopen = ({ id, definition, redrives }: ExecutionRow): void => {
    const entering: number[] = []
    let lastEvent = 0
    for (const thread of journal.threads(id).values()) {
      if (thread.id === ROOT) lastEvent = thread.progress.lastEvent
      const phase = resumed(thread)
      if (phase === undefined) continue
      journal.writeProgress(id, { ...thread, progress: { ...thread.progress, phase, tries: [] } })
      if (phase.at === 'enter') entering.push(thread.id)
      const child = phase.at === 'execution' ? journal.execution(phase.execution) : undefined
      if (child !== undefined) reopen(child)
    }
    journal.reopen(id, {
      ...{ id: journal.counts(id).next_event, previousEventId: lastEvent, timestamp: now },
      type: 'ExecutionRedriven',
      executionRedrivenEventDetails: { redriveCount: redrives + 1 },
    })
    const span = machines.of(definition).timeoutSeconds * 1000
    journal.setTimer(id, WHOLE_EXECUTION, 'execution', now + span, span)
    toRun.push({ execution: id, threads: entering })
  }

  reopen(row)
  for (const { execution, threads } of toRun) runner.post(execution, { kind: 'run', threads })
}
