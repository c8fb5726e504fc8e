import { describe, expect, test } from 'vitest'
import { progressOf, reaches } from '../../rules/requirement.ts'
import { factsOf, offline, staff } from './people.ts'

const requirement = { article: '12', tenths: 1000, halfDays: 10 }

describe('hours or days: either suffices (Art. 12, 16, 21)', () => {
  test.each([
    [999, 9, false],
    [1000, 0, true],
    [1001, 0, true],
    [0, 10, true],
    [0, 11, true],
  ])('%i tenths and %i half-days: %s', (tenths, halfDays, reached) => {
    expect(reaches(requirement, tenths, halfDays)).toBe(reached)
  })

  test('by days alone, on the day of the training that reached them', () => {
    const { credits } = factsOf(
      staff(
        {},
        {
          credits: [
            offline('public', 4, '2026-05-11', '2026-05-12'),
            offline('public', 6, '2026-04-06', '2026-04-08'),
          ],
        },
      ),
    )
    expect(progressOf(credits, requirement)).toEqual({
      tenths: 400,
      halfDays: 10,
      missingTenths: 0,
      completedOn: 20260512,
    })
    expect(progressOf(credits, { ...requirement, halfDays: 11 })).toEqual({
      tenths: 400,
      halfDays: 10,
      missingTenths: 600,
      completedOn: null,
    })
  })
})
