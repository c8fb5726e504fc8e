import { startMap, startParallel } from './fan-out.ts'
import type { ChoiceState, FailState, State, WaitState } from './machine.ts'
import { number, scopeOf, text, truth } from './scope.ts'
import { StateFailureError } from './state-failure.ts'
import { schedule } from './tasks.ts'
import type { Transition } from './transition.ts'

/** The state that a thread stands in. */
export const stateOf = (transition: Transition, id: number): State => {
  const { state: name } = transition.thread(id).frame
  const state = transition.execution.machine.states.get(name)
  if (state === undefined)
    throw new Error(`${transition.execution.arn} stands in "${name}", which is no state`)
  return state
}

/** The first choice whose condition holds; conditions after it are not looked at. */
const choose = async (transition: Transition, id: number, state: ChoiceState): Promise<void> => {
  for (const rule of state.rules) {
    if (!truth(await rule.condition(scopeOf(transition, id)), rule.location)) continue
    transition.todo.push({ do: 'leave', thread: id, shaping: rule, next: rule.next })
    return
  }
  if (state.otherwise === undefined)
    throw new StateFailureError(
      'States.NoChoiceMatched',
      `No choice of the state '${state.name}' holds, and it has no Default`,
    )
  transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.otherwise })
}

const wait = async (transition: Transition, id: number, { until }: WaitState): Promise<void> => {
  const value = await until.value(scopeOf(transition, id))
  const due =
    until.kind === 'seconds'
      ? transition.now + number(value, 'Seconds') * 1000
      : Date.parse(text(value, 'Timestamp'))
  if (Number.isNaN(due) || (until.kind === 'seconds' && due < transition.now))
    throw new StateFailureError('States.Runtime', `${JSON.stringify(value)} is not a time to wait for`)
  transition.phase(id, { at: 'waiting' })
  transition.setTimer(id, 'wait', due)
}

const failHere = async (transition: Transition, id: number, state: FailState): Promise<void> => {
  const scope = scopeOf(transition, id)
  const error = state.error && text(await state.error(scope), 'Error')
  const cause = state.cause && text(await state.cause(scope), 'Cause')
  throw new StateFailureError(error ?? '', cause ?? '')
}

const enteredEvents = {
  Task: 'TaskStateEntered',
  Choice: 'ChoiceStateEntered',
  Pass: 'PassStateEntered',
  Wait: 'WaitStateEntered',
  Parallel: 'ParallelStateEntered',
  Map: 'MapStateEntered',
  Succeed: 'SucceedStateEntered',
  Fail: 'FailStateEntered',
} as const

/** Enters a state, or begins it again for another try, and does what its type says. */
export const enter = async (transition: Transition, id: number, newToken: () => string): Promise<void> => {
  const { frame, progress } = transition.thread(id)
  const state = stateOf(transition, id)
  transition.transitions += 1
  if (progress.phase.at === 'enter') {
    transition.progress(id, {
      phase: { at: 'ready' },
      enteredAt: transition.now,
      enteredEvent: transition.nextEvent,
    })
    const input = JSON.stringify(frame.input)
    transition.event(id, enteredEvents[state.type], {
      stateEnteredEventDetails: { name: state.name, input, inputDetails: { truncated: false } },
    })
  }
  switch (state.type) {
    case 'Task':
      return schedule(transition, id, state, newToken)
    case 'Choice':
      return choose(transition, id, state)
    case 'Wait':
      return wait(transition, id, state)
    case 'Parallel':
      return startParallel(transition, id, state)
    case 'Map':
      return startMap(transition, id, state)
    case 'Fail':
      return failHere(transition, id, state)
    case 'Pass':
      transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.next })
      return
    case 'Succeed': {
      const shaping = { output: state.output, assign: undefined }
      transition.todo.push({ do: 'leave', thread: id, shaping, next: undefined })
    }
  }
}
