import { expect, test } from 'vitest'
import { changesOf, corrects } from '../../../web/workbench/classes/attendance-changes.ts'
import type { Participant } from '../../../web/workbench/classes/class-marks.tsx'

type Presence = Participant['attendance'][number]['presence']

const of = (staffId: string, presence?: Presence): Participant => ({
  ...{ staffId, name: staffId, institution: { id: 'i', name: 'i' }, state: 'agreed', by: 'person' },
  ...{ waiting: 0, unheard: false, hints: [], corrections: 0, result: null },
  attendance:
    presence === undefined ? [] : [{ session: 's', presence, by: 'code', at: '2026-11-02', reason: null }],
})

const people = [of('new'), of('here', 'present'), of('late', 'to_confirm'), of('gone', 'absent')]

test('only what differs from what stands is sent', () => {
  const same = { here: true, gone: false }
  expect(changesOf(people, 's', same)).toEqual([])
  expect(changesOf(people, 's', { ...same, new: true, late: false })).toEqual([
    [
      { staffId: 'new', present: true },
      { staffId: 'late', present: false },
    ],
  ])
  // Of another half-day nothing is noted.
  expect(changesOf(people, 't', { here: true })).toEqual([[{ staffId: 'here', present: true }]])
})

test('a correction needs a reason; a late scan that is confirmed or denied, and a first entry, need none', () => {
  const needs = (choices: Record<string, boolean>) => corrects(people, 's', choices)
  expect([{ new: false }, { late: true }, { late: false }, { here: true }].map(needs)).not.toContain(true)
  expect(needs({ here: false })).toBe(true)
  expect(needs({ gone: true })).toBe(true)
})

test('as many entries as one call takes are in a call', () => {
  const many = Array.from({ length: 181 }, (_, at) => of(`p${at}`))
  const all = Object.fromEntries(many.map(({ staffId }) => [staffId, true]))
  expect(changesOf(many, 's', all).map(({ length }) => length)).toEqual([90, 90, 1])
})
