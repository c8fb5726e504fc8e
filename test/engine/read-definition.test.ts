import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeholders } from '../../local/engine/definition.ts'
import { fillSubstitutions } from '../../local/engine/read-definition.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { laboratory, lambda, machineOf } from './laboratory.ts'

const end = { End: true }
const task = { Type: 'Task', Resource: lambda, Arguments: { FunctionName: 'f' }, ...end }
const inline = { ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', ...end } } } }
const top = {
  QueryLanguage: 'JSONata',
  TimeoutSeconds: 60,
  StartAt: 'Do',
  States: { Do: { Type: 'Pass', ...end } },
}

const refusal = (definition: string): string => {
  try {
    laboratory(definition)
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'InvalidDefinition') return fault.message
    throw fault
  }
  return 'taken'
}

test.each([
  ['no QueryLanguage', { ...top, QueryLanguage: undefined }, '"QueryLanguage": "JSONata"'],
  ['JSONPath', { ...top, QueryLanguage: 'JSONPath' }, '"QueryLanguage": "JSONata"'],
  ['no TimeoutSeconds', { ...top, TimeoutSeconds: undefined }, 'TimeoutSeconds'],
  ['an unknown field', { ...top, ProcessorConfig: {} }, 'field "ProcessorConfig" is not supported'],
  ['a StartAt that is no state', { ...top, StartAt: 'Elsewhere' }, 'no state "Elsewhere"'],
])('a definition with %s is refused', (_, definition, message) => {
  expect(refusal(JSON.stringify(definition))).toContain(message)
  expect(refusal(JSON.stringify(definition))).toContain('state machine main:')
})

test.each<[string, object, string]>([
  ['InputPath', { ...task, InputPath: '$' }, 'state "Do": field "InputPath" is not supported'],
  ['a Pass with Result', { Type: 'Pass', Result: 1, ...end }, 'state "Do": field "Result" is not supported'],
  [
    'a field inside Retry',
    { ...task, Retry: [{ ErrorEquals: ['A'], Seconds: 1 }] },
    'field "Retry.0.Seconds" is not supported',
  ],
  ['an unknown type', { Type: 'Loop', ...end }, 'state "Do": field "Type"'],
  ['another query language', { ...task, QueryLanguage: 'JSONPath' }, 'state "Do": field "QueryLanguage"'],
  [
    'an unknown resource',
    { ...task, Resource: 'arn:aws:states:::sqs:sendMessage' },
    'state "Do": field "Resource"',
  ],
  [
    'a function’s own ARN for a resource',
    { ...task, Resource: 'arn:aws:lambda:x:1:function:f' },
    'field "Resource"',
  ],
  [
    'an argument that is not carried out',
    { ...task, Arguments: { FunctionName: 'f', InvocationType: 'Event' } },
    'field "Arguments.InvocationType" is not supported',
  ],
  ['neither Next nor End', { ...task, End: undefined }, 'state "Do": needs either "Next" or "End": true'],
  ['Next and End', { ...task, Next: 'Do' }, 'needs either'],
  ['a Next that is no state', { ...task, End: undefined, Next: 'Nowhere' }, 'leads to "Nowhere"'],
  [
    'a Catch that leads nowhere',
    { ...task, Catch: [{ ErrorEquals: ['A'], Next: 'Nowhere' }] },
    'leads to "Nowhere"',
  ],
  [
    'States.ALL among others',
    { ...task, Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] },
    'Retry.0.ErrorEquals',
  ],
  [
    'States.ALL before others',
    {
      ...task,
      Catch: [
        { ErrorEquals: ['States.ALL'], Next: 'Do' },
        { ErrorEquals: ['A'], Next: 'Do' },
      ],
    },
    'Catch.0.ErrorEquals',
  ],
  ['a syntax error', { ...task, Output: '{% $states. %}' }, 'state "Do": field "Output"'],
  [
    'a Condition that is text',
    { Type: 'Choice', Choices: [{ Condition: '$x', Next: 'Do' }] },
    'Choices.0.Condition',
  ],
  ['a Wait for nothing', { Type: 'Wait', ...end }, 'needs either "Seconds" or "Timestamp"'],
  ['an assignment to $states', { Type: 'Pass', Assign: { states: 1 }, ...end }, 'Assign'],
  [
    'an ItemReader',
    { Type: 'Map', ItemReader: {}, ...inline, ...end },
    'field "ItemReader" is not supported',
  ],
  [
    'batches in an inline Map',
    { Type: 'Map', ItemBatcher: { MaxItemsPerBatch: 2 }, ...inline, ...end },
    'field "ItemBatcher" needs a DISTRIBUTED',
  ],
  [
    'tolerance in an inline Map',
    { Type: 'Map', ToleratedFailureCount: 2, ...inline, ...end },
    'field "ToleratedFailureCount" needs',
  ],
  [
    'a variable of an outer scope',
    {
      Type: 'Parallel',
      Assign: { v: 1 },
      Branches: [{ StartAt: 'In', States: { In: { Type: 'Pass', Assign: { v: 2 }, ...end } } }],
      ...end,
    },
    'state "In": field "Assign.v"',
  ],
  [
    'a state’s name twice',
    {
      Type: 'Parallel',
      Branches: [1, 2].map(() => ({ StartAt: 'In', States: { In: { Type: 'Pass', ...end } } })),
      ...end,
    },
    'state "In": its name is taken',
  ],
])('a state with %s is refused by name', (_, state, message) => {
  expect(refusal(machineOf({ Do: state }))).toContain(message)
})

test('an unfilled placeholder is refused, by the loader and by the filling', () => {
  const text = machineOf({ Do: { ...task, Arguments: { FunctionName: '$' + '{OpenTask}' } } })
  expect(refusal(text)).toContain('OpenTask')
  expect(() => fillSubstitutions(text, { Other: 'x' })).toThrow('OpenTask')
  expect(refusal(fillSubstitutions(text, { OpenTask: 'open-task' }))).toBe('taken')
})

test('text that is no JSON is refused', () => {
  expect(refusal('{')).toContain('state machine main:')
})

test.each(workflowNames)('this repository’s workflow %s is taken', (name) => {
  const text = readFileSync(new URL(`../../workflows/${name}/${name}.asl.json`, import.meta.url), 'utf8')
  const values = Object.fromEntries([...placeholders(text)].map((each) => [each, each]))
  expect(refusal(fillSubstitutions(text, { ...values, Partition: 'aws-cn' }))).toBe('taken')
})
