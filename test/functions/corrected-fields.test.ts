import { expect, test } from 'vitest'
import { correctedFields } from '../../functions/ledger/corrected-fields.ts'
import { changedFields } from '../../functions/platform/changed-fields.ts'

const credit = (sequence: number, halfDays: number | null, correctionOf: number | null = null) => ({
  sequence,
  correctionOf,
  fact: halfDays === null ? null : { kind: 'credit', credit: { mode: 'offline', halfDays } },
})

const entries = [credit(1, 10), credit(2, 4), credit(3, 8, 1), credit(4, 6, 3), credit(5, null, 1)]
const fieldsOf = (sequence: number) => {
  const entry = entries.find((one) => one.sequence === sequence)
  return entry && correctedFields(entries, entry)
}

test('Art. 35: a correction tells what held before it and what holds since', () => {
  expect(fieldsOf(3)).toEqual([{ field: 'halfDays', before: 10, after: 8 }])
})

test('a correction of a correction changes what that one had made of it', () => {
  expect(fieldsOf(4)).toEqual([{ field: 'halfDays', before: 8, after: 6 }])
})

test('an entry that is void since is in force no longer; what corrects nothing has no fields', () => {
  expect(fieldsOf(5)).toEqual([{ field: 'inForce', before: true, after: false }])
  expect(fieldsOf(1)).toEqual([])
  expect(fieldsOf(2)).toEqual([])
})

test('a chain that was tampered with into a circle is read to its end', () => {
  const [first, second] = [credit(1, 10, 2), credit(2, 4, 1)]
  expect(correctedFields([first, second], second)).toEqual([{ field: 'halfDays', before: 10, after: 4 }])
})

test('of two states of a record the fields that differ, null where there was none', () => {
  expect(changedFields({ name: 'a', same: [1], gone: 2 }, { name: 'b', same: [1], fresh: 3 })).toEqual([
    { field: 'name', before: 'a', after: 'b' },
    { field: 'gone', before: 2, after: null },
    { field: 'fresh', before: null, after: 3 },
  ])
})
