import type { HistoryEvent } from '@aws-sdk/client-sfn'
import { describe, expect, test } from 'vitest'
import { messageOf, openStates, retriesOf, viewEvents } from '../../functions/operations/execution-history.ts'

const start = Date.parse('2026-05-11T09:00:00+08:00')
const at = (milliseconds: number): Date => new Date(start + milliseconds)

const entered = (id: number, name: string, milliseconds = 0): HistoryEvent => ({
  id,
  previousEventId: id - 1,
  type: 'TaskStateEntered',
  timestamp: at(milliseconds),
  stateEnteredEventDetails: { name },
})
const exited = (id: number, name: string, milliseconds = 0): HistoryEvent => ({
  id,
  previousEventId: id - 1,
  type: 'TaskStateExited',
  timestamp: at(milliseconds),
  stateExitedEventDetails: { name },
})
const scheduled = (id: number): HistoryEvent => ({
  id,
  previousEventId: id - 1,
  type: 'TaskScheduled',
  timestamp: at(0),
})

describe('the state that an execution is in', () => {
  test('is the one that was entered and not left', () => {
    const events = [entered(1, 'Confirm'), exited(2, 'Confirm'), entered(3, 'Decide')]
    expect(openStates(events.toReversed())).toEqual(['Decide'])
  })

  test('a state that was entered again is open, though it was left before', () => {
    const events = [entered(1, 'Decide'), exited(2, 'Decide'), entered(3, 'Decide')]
    expect(openStates(events.toReversed())).toEqual(['Decide'])
  })

  test('none is open at the end', () => {
    expect(openStates([entered(1, 'Decide'), exited(2, 'Decide')].toReversed())).toEqual([])
  })
})

test('retries are the attempts beyond the first of each entry', () => {
  expect(retriesOf([entered(1, 'Credit'), scheduled(2), scheduled(3), scheduled(4)])).toBe(2)
  expect(retriesOf([entered(1, 'Credit'), scheduled(2), exited(3, 'Credit')])).toBe(0)
})

describe('what an error says', () => {
  test('of a function: the words that it threw, never its trace', () => {
    const cause = JSON.stringify({ errorType: 'Fault', errorMessage: 'The table is gone.', trace: ['at x'] })
    expect(messageOf('settle', cause)).toBe('The table is gone.')
  })

  test('no address and no identity number comes through, and nothing endless', () => {
    expect(messageOf('settle', 'to li.jing@example.cn of 15010219900307123X failed')).toBe('to … of … failed')
    expect(messageOf('settle', 'x'.repeat(1000))).toHaveLength(300)
    expect(messageOf('settle', undefined)).toBeNull()
    // What is kept from operators is not told by an error's words.
    expect(messageOf('complaint', 'There is no complaint c1.')).toBeNull()
  })
})

test('events bear their state and how long it took; what went in and out stays behind', () => {
  const events: HistoryEvent[] = [
    entered(1, 'Confirm'),
    { ...scheduled(2), taskScheduledEventDetails: { parameters: '{"name":"李静怡"}' } as never },
    exited(3, 'Confirm', 1500),
  ]
  const seen = viewEvents('settle', events)
  expect(seen.map(({ state, milliseconds }) => [state, milliseconds])).toEqual([
    ['Confirm', null],
    ['Confirm', null],
    ['Confirm', 1500],
  ])
  expect(seen[0]?.at).toBe('2026-05-11T09:00:00.000+08:00')
  expect(JSON.stringify(seen)).not.toContain('李静怡')
})
