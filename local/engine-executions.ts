import { type ExecutionSummary, type Executions, summaryOf } from '../functions/operations/executions.ts'
import { CursorInvalidError } from '../functions/platform/cursor-invalid.ts'
import type { WorkflowName } from '../workflows/contract.ts'
import { executionArn } from './engine/arns.ts'
import type { Engine } from './engine/engine.ts'

const named = (error: unknown, name: string): boolean => error instanceof Error && error.name === name

const positionOf = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined
  if (!/^\d{1,15}$/.test(cursor)) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return Number(cursor)
}

/** An iteration of a distributed Map bears the Map's label behind its machine's name. */
const isIteration = (arn: string | undefined): boolean => arn?.split(':').at(-2)?.includes('/') ?? false

const mayGoOn = (status: string | undefined): boolean =>
  status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED'

/** The executions of this machine's engine, as an operator looks after them; `definitions` by the workflow's name. */
export const engineExecutions = (engine: Engine, definitions: ReadonlyMap<string, string>): Executions => {
  const find = (workflow: WorkflowName, name: string) => {
    try {
      return engine.describe(executionArn(workflow, name))
    } catch (error) {
      if (named(error, 'ExecutionDoesNotExist')) return undefined
      throw error
    }
  }
  return {
    async list(workflow, { status, cursor, limit }) {
      let before = positionOf(cursor)
      const items: ExecutionSummary[] = []
      // A close has hundreds of iterations in a row: reads on past them, so that no page is empty.
      do {
        const page = engine.list({
          stateMachine: workflow,
          max: limit - items.length,
          ...(status === undefined ? {} : { status }),
          ...(before === undefined ? {} : { before }),
        })
        items.push(...page.executions.filter(({ executionArn: arn }) => !isIteration(arn)).flatMap(summaryOf))
        before = page.next
      } while (before !== undefined && items.length < limit)
      return { items, cursor: before?.toString() }
    },
    async describe(workflow, name) {
      const found = find(workflow, name)
      const [summary] = found === undefined ? [] : summaryOf(found)
      return (
        summary && {
          ...summary,
          error: found?.error,
          cause: found?.cause,
          redrivable: mayGoOn(found?.status),
        }
      )
    },
    async history(workflow, name, { cursor, limit, backwards = false }) {
      const from = positionOf(cursor) ?? 0
      const events = engine.history(executionArn(workflow, name))
      const ordered = backwards ? events.toReversed() : events
      const next = from + limit
      return {
        items: ordered.slice(from, next),
        cursor: next < ordered.length ? String(next) : undefined,
      }
    },
    async definition(workflow, name) {
      return find(workflow, name) && definitions.get(workflow)
    },
    async redrive(workflow, name) {
      try {
        await engine.redrive(executionArn(workflow, name))
        return 'redriven'
      } catch (error) {
        if (named(error, 'ExecutionNotRedrivable') || named(error, 'ExecutionDoesNotExist')) return 'refused'
        throw error
      }
    },
  }
}
