import { describe, expect, test } from 'vitest'
import { Population } from '../../functions/platform/terms.ts'
import { cellOf, keyOf } from '../../functions/statistics/cells.ts'
import { figuresOf, partsOf } from '../../functions/statistics/figures.ts'

const people = { kind: 'people', measure: 'asked', postType: 'worker', quota: false } as const
const hours = {
  kind: 'hours',
  month: 5,
  subject: 'public',
  category: 'in_service',
  mode: 'online',
  postType: 'worker',
  quota: true,
} as const

describe('Art. 47: whose staff people are is a dimension of the cube', () => {
  test('every cell is read as it was written, of whichever population', () => {
    for (const population of Population.options)
      for (const cell of [
        { ...people, population },
        { ...hours, population },
      ])
        expect(cellOf(keyOf(cell))).toEqual(cell)
  })

  test('cells from before say institutions, under the same keys as now', () => {
    expect(cellOf('nwe')).toEqual({ ...people, population: 'institution' })
    expect(keyOf({ ...people, population: 'institution' })).toBe('nwe')
    expect(keyOf({ ...hours, population: 'institution' })).toBe('h05pnowq')
  })

  test('the parts add up to the whole, and one of them can be chosen', () => {
    const cells = {
      nwe: 3,
      [keyOf({ ...people, population: 'organ_worker' })]: 2,
      [keyOf({ ...hours, population: 'organ_worker' })]: 80,
    }
    expect(figuresOf(cells, {})).toMatchObject({ persons: 5, hours: 8 })
    expect(figuresOf(cells, { population: 'organ_worker' })).toMatchObject({ persons: 2, hours: 8 })
    expect(partsOf(cells, {}, () => null).populations).toEqual([
      { key: 'institution', persons: 3, complete: 0, hours: 0 },
      { key: 'organ_worker', persons: 2, complete: 0, hours: 8 },
    ])
  })
})
