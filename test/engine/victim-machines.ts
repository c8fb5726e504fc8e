import type { Json } from '../../local/engine/json.ts'
import { ask, call, machineOf } from './laboratory.ts'

/** How many executions every life of the victim starts, and how much faster its clock goes. */
export const EXECUTIONS = 4
export const HASTE = 50

/** What the victim has written down. */
export type Line =
  | { readonly did: 'start'; readonly name: string }
  | { readonly did: 'call'; readonly name: string; readonly payload: Json }
  | { readonly did: 'send' | 'answer'; readonly token: string; readonly value: number }

/** Whole lines are what was written; half a line is what a kill has left of one. */
export const linesOf = (text: string): Line[] =>
  text.split('\n').flatMap((line): Line[] => (line.endsWith('}') ? [JSON.parse(line)] : []))

const who = '{% $states.context.Execution.Name %}'
const double = (task: string, more: object) => call('double', { n: '{% $states.input.n %}', who, task }, more)
const open = (task: string, more: object) => ({
  ...ask('open', more),
  Arguments: { FunctionName: 'open', Payload: { token: '{% $states.context.Task.Token %}', who, task } },
})

const branches = [
  { Ask: open('ask', { End: true }) },
  {
    Hold: { Type: 'Wait', Seconds: 1, Next: 'Then' },
    Then: double('then', { Output: '{% $states.result.Payload.doubled %}', End: true }),
  },
  {
    Each: {
      Type: 'Map',
      Items: [1, 2, 3],
      MaxConcurrency: 2,
      ItemSelector: { n: '{% $states.context.Map.Item.Value %}' },
      ItemProcessor: {
        StartAt: 'Item',
        States: { Item: double('item', { Output: '{% $states.result.Payload.doubled %}', End: true }) },
      },
      End: true,
    },
  },
]

const main = machineOf({
  First: double('first', {
    Assign: { first: '{% $states.result.Payload.doubled %}' },
    Output: '{% $states.input %}',
    Next: 'Together',
  }),
  Together: {
    Type: 'Parallel',
    Branches: branches.map((States) => ({ StartAt: Object.keys(States)[0], States })),
    Assign: { together: '{% $states.result %}' },
    Output: '{% $states.input %}',
    Next: 'Child',
  },
  Child: {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: {
      StateMachineArn: 'child',
      Name: `{% "of-" & $states.context.Execution.Name %}`,
      Input: '{% $states.input %}',
    },
    Output: '{% $states.result.Output %}',
    Next: 'Last',
  },
  Last: open('last', {
    Output: {
      first: '{% $first %}',
      together: '{% $together %}',
      child: '{% $states.input %}',
      last: '{% $states.result %}',
    },
    End: true,
  }),
})

const child = machineOf({
  Pause: { Type: 'Wait', Seconds: 1, Next: 'Work' },
  Work: double('work', { Output: '{% $states.result.Payload.doubled %}', End: true }),
})

export const machines = [
  { name: 'main', definition: main },
  { name: 'child', definition: child },
]
