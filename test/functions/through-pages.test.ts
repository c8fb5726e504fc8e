import { describe, expect, test } from 'vitest'
import { cameThroughPages } from '../../functions/platform/through-pages.ts'

describe('a call at the API’s own address', () => {
  test.each([{}, { 'x-origin-key': '' }, { 'x-origin-key': 'secreT' }, { 'x-origin-key': 'secret ' }])(
    'is not one through the pages: %o',
    (headers) => expect(cameThroughPages(headers, 'secret')).toBe(false),
  )

  test('is as good as any where nothing stands before it', () => {
    expect(cameThroughPages({}, undefined)).toBe(true)
  })
})

test('a call with the key came through the pages', () => {
  expect(cameThroughPages({ 'x-origin-key': 'secret' }, 'secret')).toBe(true)
})
