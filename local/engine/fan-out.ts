import { randomUUID } from 'node:crypto'
import type { Children, Frame, MapRun } from './execution.ts'
import type { Template } from './expressions.ts'
import { halt } from './halting.ts'
import { isArray, type Json } from './json.ts'
import type { MapState, ParallelState, State } from './machine.ts'
import { number, scopeOf, wholeNumber } from './scope.ts'
import { StateFailureError } from './state-failure.ts'
import type { Ended } from './tasks.ts'
import type { Transition } from './transition.ts'

/** Begins every branch of a Parallel state, each with a scope of its own below this one's. */
export const startParallel = async (
  transition: Transition,
  id: number,
  state: ParallelState,
): Promise<void> => {
  const { frame } = transition.thread(id)
  const input = state.arguments === undefined ? frame.input : await state.arguments(scopeOf(transition, id))
  const started = transition.event(id, 'ParallelStateStarted')
  const first = transition.nextThread
  const total = state.branches.length
  transition.phase(id, { at: 'children', first, total, started: total, ended: 0 })
  state.branches.forEach((startAt, index) => {
    const { variables, item } = frame
    const branch: Frame = { parent: id, index, state: startAt, input, variables, ...(item && { item }) }
    transition.todo.push({ do: 'enter', thread: transition.spawn(branch, { at: 'enter' }, started) })
  })
}

const itemsOf = async (transition: Transition, id: number, state: MapState): Promise<readonly Json[]> => {
  const items =
    state.items === undefined ? transition.thread(id).frame.input : await state.items(scopeOf(transition, id))
  if (isArray(items)) return items
  throw new StateFailureError('States.QueryEvaluationError', "The field 'Items' must be an array", 'Items')
}

const selected = async (
  transition: Transition,
  id: number,
  selector: Template | undefined,
  value: Json,
  index: number,
) =>
  selector === undefined
    ? value
    : await selector(scopeOf(transition, id, { context: { Map: { Item: { Index: index, Value: value } } } }))

/** The inputs of a distributed Map's executions: an item each, or a batch of them. */
const batched = async (transition: Transition, id: number, state: MapState, inputs: readonly Json[]) => {
  const batch = state.distributed?.batch
  if (batch === undefined) return inputs.map((input) => ({ input, weight: 1 }))
  const scope = scopeOf(transition, id)
  const size = Math.max(1, wholeNumber(await batch.size(scope), 'ItemBatcher/MaxItemsPerBatch'))
  const common = batch.input === undefined ? {} : { BatchInput: await batch.input(scope) }
  const batches: { input: Json; weight: number }[] = []
  for (let at = 0; at < inputs.length; at += size) {
    const items = inputs.slice(at, at + size)
    batches.push({ input: { ...common, Items: items }, weight: items.length })
  }
  return batches
}

const mapRunOf = async (
  transition: Transition,
  id: number,
  state: MapState,
  items: number,
): Promise<MapRun | undefined> => {
  const { distributed } = state
  if (distributed === undefined) return undefined
  const { machine } = transition.execution
  const { toleratedPercentage, toleratedCount } = distributed
  const scope = scopeOf(transition, id)
  return {
    arn: `${machine.arn.replace(':stateMachine:', ':mapRun:')}/${distributed.label}:${randomUUID()}`,
    items,
    failedItems: 0,
    ...(toleratedPercentage && {
      toleratedPercentage: number(await toleratedPercentage(scope), 'ToleratedFailurePercentage'),
    }),
    ...(toleratedCount && {
      toleratedCount: wholeNumber(await toleratedCount(scope), 'ToleratedFailureCount'),
    }),
  }
}

/** Starts as many iterations as may run at once and journals the others as pending. */
export const startMap = async (transition: Transition, id: number, state: MapState): Promise<void> => {
  const { frame } = transition.thread(id)
  const items = await itemsOf(transition, id, state)
  const inputs: Json[] = []
  for (const [index, item] of items.entries())
    inputs.push(await selected(transition, id, state.itemSelector, item, index))
  const limit =
    state.maxConcurrency && wholeNumber(await state.maxConcurrency(scopeOf(transition, id)), 'MaxConcurrency')
  const run = await mapRunOf(transition, id, state, inputs.length)
  const children = await batched(transition, id, state, inputs)

  const started = transition.event(id, 'MapStateStarted', {
    mapStateStartedEventDetails: { length: inputs.length },
  })
  if (run) transition.event(id, 'MapRunStarted', { mapRunStartedEventDetails: { mapRunArn: run.arn } })
  const first = transition.nextThread
  const total = children.length
  children.forEach(({ input, weight }, index) => {
    const common = { parent: id, index, input }
    const iteration: Frame = run
      ? { ...common, state: state.name, variables: {}, weight }
      : {
          ...common,
          state: state.start,
          variables: frame.variables,
          item: { index, value: items[index] ?? null },
        }
    transition.spawn(iteration, { at: 'pending' }, started)
  })
  transition.phase(id, { at: 'children', first, total, started: 0, ended: 0, ...(run && { run }) })
  for (let slot = 0; slot < Math.min(limit || total, total); slot += 1)
    startNext(transition, id, state, started)
  if (total === 0) complete(transition, id, state, first, 0)
}

/** Begins the next iteration, if there is one; its history follows from `after`. */
const startNext = (transition: Transition, id: number, state: MapState, after: number): void => {
  const { phase } = transition.thread(id).progress
  if (phase.at !== 'children' || phase.started === phase.total) return
  transition.phase(id, { ...phase, started: phase.started + 1 })
  startIteration(transition, state, phase.first + phase.started, after)
}

/** Begins an iteration: a thread of this execution or, distributed, an execution of its own. */
export const startIteration = (
  transition: Transition,
  state: MapState,
  child: number,
  after: number,
): void => {
  const { frame } = transition.thread(child)
  if (state.distributed === undefined) {
    transition.progress(child, { lastEvent: after, phase: { at: 'enter' } })
    const mapIterationStartedEventDetails = { name: state.name, index: frame.index }
    transition.event(child, 'MapIterationStarted', { mapIterationStartedEventDetails })
    transition.todo.push({ do: 'enter', thread: child })
    return
  }
  const { label } = state.distributed
  const launch = {
    machine: transition.execution.machine.name,
    name: randomUUID(),
    input: frame.input,
    awaited: true,
  }
  transition.phase(child, { at: 'launching', launch: { ...launch, startAt: state.start, label } })
  transition.effects.push({ kind: 'launch', thread: child })
}

const complete = (
  transition: Transition,
  id: number,
  state: MapState | ParallelState,
  first: number,
  total: number,
): void => {
  const results: Json[] = []
  for (let child = first; child < first + total; child += 1) {
    const { phase } = transition.thread(child).progress
    if (phase.at === 'done') results.push(phase.output)
    transition.remove(child)
  }
  if (state.type === 'Map' && state.distributed) transition.event(id, 'MapRunSucceeded')
  transition.event(id, state.type === 'Map' ? 'MapStateSucceeded' : 'ParallelStateSucceeded', {}, true)
  transition.phase(id, { at: 'ready' })
  transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.next, result: results })
}

const stateOf = (transition: Transition, id: number): State | undefined =>
  transition.execution.machine.states.get(transition.thread(id).frame.state)

/** After the end of a child: starts the next one, or completes the state. */
const oneFewer = (transition: Transition, id: number, after: number, run: MapRun | undefined): void => {
  const { phase } = transition.thread(id).progress
  const state = stateOf(transition, id)
  if (phase.at !== 'children' || (state?.type !== 'Map' && state?.type !== 'Parallel')) return
  const children: Children = { ...phase, ended: phase.ended + 1, ...(run && { run }) }
  transition.phase(id, { ...children, at: 'children' })
  if (children.ended === children.total) complete(transition, id, state, children.first, children.total)
  else if (state.type === 'Map') startNext(transition, id, state, after)
}

/** A branch or an iteration has its result. */
export const childDone = (transition: Transition, id: number, child: number, output: Json): void => {
  const { frame, progress } = transition.thread(child)
  const state = stateOf(transition, id)
  if (state?.type === 'Map') {
    const mapIterationSucceededEventDetails = { name: state.name, index: frame.index }
    transition.event(child, 'MapIterationSucceeded', { mapIterationSucceededEventDetails })
  }
  transition.phase(child, { at: 'done', output })
  transition.progress(id, { lastEvent: transition.thread(child).progress.lastEvent })
  oneFewer(transition, id, progress.lastEvent, undefined)
}

/** After a branch or iteration failed: stops its siblings and fails the state with its error. */
export const childFailed = (
  transition: Transition,
  id: number,
  child: number,
  failure: StateFailureError,
): void => {
  const state = stateOf(transition, id)
  const { phase } = transition.thread(id).progress
  if (phase.at !== 'children') return
  if (state?.type === 'Map') {
    const mapIterationFailedEventDetails = { name: state.name, index: transition.thread(child).frame.index }
    transition.event(child, 'MapIterationFailed', { mapIterationFailedEventDetails })
  }
  for (let sibling = phase.first; sibling < phase.first + phase.total; sibling += 1)
    if (sibling !== child) halt(transition, sibling, true)
  transition.progress(id, { lastEvent: transition.thread(child).progress.lastEvent })
  transition.event(id, state?.type === 'Map' ? 'MapStateFailed' : 'ParallelStateFailed')
  transition.todo.push({ do: 'fail', thread: id, failure })
}

const isTooMany = ({ items, failedItems, toleratedPercentage, toleratedCount }: MapRun): boolean => {
  if (toleratedPercentage === undefined && toleratedCount === undefined) return failedItems > 0
  const overPercentage =
    toleratedPercentage !== undefined && (failedItems / items) * 100 > toleratedPercentage
  return overPercentage || (toleratedCount !== undefined && failedItems > toleratedCount)
}

/** An execution of a distributed Map has been started, or could not be. */
export const iterationLaunched = (transition: Transition, child: number): void => {
  const { phase } = transition.thread(child).progress
  if (phase.at !== 'launched') return
  const { outcome } = phase
  if (!outcome.ok) throw new Error(`An iteration could not be started: ${outcome.error} ${outcome.cause}`)
  transition.phase(child, { at: 'execution', execution: outcome.execution })
}

/** An execution of a distributed Map has ended; a failure counts against what the Map tolerates. */
export const iterationEnded = (transition: Transition, id: number, child: number, ended: Ended): void => {
  const { frame, progress } = transition.thread(child)
  const parent = transition.thread(id).progress
  if (progress.phase.at !== 'execution' || progress.phase.execution !== ended.execution) return
  if (parent.phase.at !== 'children' || parent.phase.run === undefined) return
  const { run, first, total } = parent.phase
  if (ended.outcome.ok) {
    transition.phase(child, { at: 'done', output: ended.outcome.output })
    oneFewer(transition, id, parent.lastEvent, undefined)
    return
  }
  const failed = { ...run, failedItems: run.failedItems + (frame.weight ?? 1) }
  if (!isTooMany(failed)) {
    transition.phase(child, { at: 'failed' })
    oneFewer(transition, id, parent.lastEvent, failed)
    return
  }
  transition.phase(child, { at: 'stopped', was: 'child', execution: ended.execution })
  for (let sibling = first; sibling < first + total; sibling += 1)
    if (sibling !== child) halt(transition, sibling, false)
  const error = 'States.ExceedToleratedFailureThreshold'
  const cause = 'The specified tolerated failure threshold was exceeded'
  transition.event(id, 'MapRunFailed', { mapRunFailedEventDetails: { error, cause } })
  transition.event(id, 'MapStateFailed')
  transition.todo.push({ do: 'fail', thread: id, failure: new StateFailureError(error, cause) })
}
