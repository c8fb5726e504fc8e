import { describe, expect, test } from 'vitest'
import { drawMachine } from '../../../web/workbench/operator/machine-graph.ts'
import deemed from '../../../workflows/deemed/deemed.asl.json'
import postChange from '../../../workflows/post-change/post-change.asl.json'
import recognition from '../../../workflows/recognition/recognition.asl.json'

describe.each([
  ['recognition', recognition],
  ['post change', postChange],
  ['deemed', deemed],
])('the diagram of %s', (_, machine) => {
  const { left, top, width, height, states, transitions } = drawMachine(machine)

  test('has every state once, and every transition between two of them', () => {
    const names = states.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(Object.keys(machine.States)))
    for (const { from, to, points } of transitions) {
      expect(names).toContain(from)
      expect(names).toContain(to)
      expect(points.length).toBeGreaterThan(1)
    }
  })

  test('lays no state over another, and all of it within its frame', () => {
    for (const [place, one] of states.entries()) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(left)
      expect(one.x + one.width / 2).toBeLessThanOrEqual(left + width)
      expect(one.y - one.height / 2).toBeGreaterThanOrEqual(top)
      expect(one.y + one.height / 2).toBeLessThanOrEqual(top + height)
      for (const other of states.slice(place + 1)) {
        const isBeside = Math.abs(one.x - other.x) >= (one.width + other.width) / 2
        const isBelow = Math.abs(one.y - other.y) >= (one.height + other.height) / 2
        expect(isBeside || isBelow, `${one.name} and ${other.name}`).toBe(true)
      }
    }
  })
})

test('a Map leads into the states that it runs, and what is caught is told apart', () => {
  const { transitions, states } = drawMachine({
    StartAt: 'Each line',
    States: {
      'Each line': {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Look', States: { Look: { Type: 'Task', End: true } } },
        Catch: [{ Next: 'Give up' }],
        Next: 'Which',
      },
      Which: { Type: 'Choice', Choices: [{ Next: 'Give up' }], Default: 'Enter the hours in the ledger' },
      'Give up': { Type: 'Fail' },
      'Enter the hours in the ledger': { Type: 'Succeed' },
    },
  })
  expect(transitions.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
    'Each line next Which',
    'Each line catch Give up',
    'Each line within Look',
    'Which choice Give up',
    'Which choice Enter the hours in the ledger',
  ])
  expect(states.find(({ name }) => name.startsWith('Enter'))?.lines).toEqual([
    'Enter the hours in the',
    'ledger',
  ])
})
