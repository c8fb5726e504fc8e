import * as z from 'zod'
import type { WorkflowName } from '../../workflows/contract.ts'
import type { Account } from '../organisations/account.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { Language } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { type Table, write } from '../platform/table.ts'
import { endedInFail, messageOf, openStates, retriesOf } from './execution-history.ts'
import type { ExecutionDetail, Executions } from './executions.ts'
import type { ExecutionDetailView } from './executions-api.ts'
import { explainFailure } from './explain-failure.ts'
import { viewExecution } from './list-executions.ts'
import { dropRedrive, newRedrive, redrivesOf } from './redrive.ts'

interface Deps {
  readonly executions: Executions
  readonly table: Table
}

/** Events from which the state of an execution is told; a request's history has about thirty. */
const LATEST = 1000

const failureOf = (workflow: WorkflowName, { status, error, cause }: ExecutionDetail, language: Language) =>
  status === 'RUNNING' || status === 'SUCCEEDED'
    ? null
    : {
        error: error ?? null,
        message: messageOf(workflow, cause),
        explanation: explainFailure(status, error, language),
      }

/** One execution: where it stands, why it failed, who let it go on, and its state machine. */
export const readExecution = async (
  { executions, table }: Deps,
  workflow: WorkflowName,
  name: string,
  language: Language,
): Promise<Outcome<ExecutionDetailView, 'NOT_FOUND'>> => {
  const detail = await executions.describe(workflow, name)
  const definition = await executions.definition(workflow, name)
  if (detail === undefined || definition === undefined) return refuse('NOT_FOUND')
  const { items } = await executions.history(workflow, name, { limit: LATEST, backwards: true })
  const redrives = await redrivesOf(table, workflow, name)
  return succeed({
    ...viewExecution(workflow, detail),
    states: detail.status === 'SUCCEEDED' ? [] : openStates(items),
    failure: failureOf(workflow, detail, language),
    retries: retriesOf(items),
    redrivable: detail.redrivable && !endedInFail(items),
    redriven: redrives.map(({ at, by, byName, reason }) => ({ at, by, byName, reason })),
    definition: z.record(z.string(), z.unknown()).parse(JSON.parse(definition)),
  })
}

/**
 * Redrives a failed execution from its failed states. Who, when and why is recorded before the redrive, so
 * that none is without a record.
 */
export const redriveExecution =
  ({ executions, table, clock }: Deps & { readonly clock: Clock }) =>
  async (
    workflow: WorkflowName,
    name: string,
    reason: string,
    actor: Pick<Account, 'id' | 'name'>,
  ): Promise<
    Outcome<{ workflow: WorkflowName; name: string; at: string }, 'NOT_FOUND' | 'NOT_REDRIVABLE'>
  > => {
    const detail = await executions.describe(workflow, name)
    if (detail === undefined) return refuse('NOT_FOUND')
    const { items } = await executions.history(workflow, name, { limit: 2, backwards: true })
    if (!detail.redrivable || endedInFail(items)) return refuse('NOT_REDRIVABLE')
    const at = timestamp(clock)
    const record = { workflow, execution: name, at, by: actor.id, byName: actor.name, reason }
    try {
      await write(table, [newRedrive(record)])
    } catch (error) {
      // Somebody let it go on at this very moment.
      if (error instanceof ConditionFailedError) return refuse('NOT_REDRIVABLE')
      throw error
    }
    if ((await executions.redrive(workflow, name)) === 'redriven') return succeed({ workflow, name, at })
    await write(table, [dropRedrive(record)])
    return refuse('NOT_REDRIVABLE')
  }

/** Redrives that are under way at once. */
const WIDTH = 4

/**
 * Redrives up to fifty failed executions after an outage, each as if alone: one that may not go on stays as it is and
 * is answered with its refusal. A repeat lets none go on twice.
 */
export const redriveExecutions =
  (deps: Deps & { readonly clock: Clock }) =>
  (
    executions: readonly { readonly workflow: WorkflowName; readonly name: string }[],
    reason: string,
    actor: Pick<Account, 'id' | 'name'>,
  ) =>
    mapConcurrently(executions, WIDTH, async ({ workflow, name }) => ({
      workflow,
      name,
      outcome: await redriveExecution(deps)(workflow, name, reason, actor),
    }))
