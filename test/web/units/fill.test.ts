import { expect, test } from 'vitest'
import { fill } from '../../../web/shared/fill.ts'

test('gaps are filled by name, and words go by the number', () => {
  const sentence = 'Please correct {count} {count|field|fields} of {what}'
  expect(fill(sentence, { count: 1, what: 'this' })).toBe('Please correct 1 field of this')
  expect(fill(sentence, { count: 0, what: 'this' })).toBe('Please correct 0 fields of this')
  expect(fill(sentence, { count: '12', what: 'this' })).toBe('Please correct 12 fields of this')
  expect(fill('{count} {count|request is|requests are} left', { count: 1 })).toBe('1 request is left')
})

test('a gap without a value stays, so that it is seen', () => {
  expect(fill('{unknown} of {known}', { known: 2 })).toBe('{unknown} of 2')
})
