import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import { edition2024, readingsOfOld } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import { parseFacts } from '../../rules/facts.ts'
import { readingTexts } from '../../rules/reading-texts.ts'
import { ReadingsJson, StoredReadings } from '../../rules/readings-json.ts'

describe('readings are parameters: the authority may decide otherwise without a change of code', () => {
  test('the edition’s own readings are such parameters, and each has its reason', () => {
    expect(ReadingsJson.parse(edition2024.readings)).toEqual(edition2024.readings)
    expect(Object.keys(readingTexts).sort()).toEqual(Object.keys(edition2024.readings).sort())
  })

  test('what a reading decides is said as a question, which stands beside every value of it', () => {
    for (const [name, { what }] of Object.entries(readingTexts)) {
      expect(what.zh, name).toMatch(/是否|还是|或|多少|哪|起止/)
      expect(what.en, name).toMatch(/^(Whether|Which|How|What|Within which|From which|For how|After how)/)
    }
  })

  test('a stored version that lacks a newer reading takes what held when it was written', () => {
    const { minimaHoldUnderEitherTotal, onlineTenthsPerHalfDay, inductionCountsForTheYear, makeUpRunsFrom } =
      edition2024.readings
    const stored = {
      minimaHoldUnderEitherTotal,
      onlineTenthsPerHalfDay,
      inductionCountsForTheYear,
      makeUpRunsFrom,
      inductionDeemsYearOf: 'completion',
      delayWindow: { opens: { month: 10, day: 1 }, closesNextYear: { month: 1, day: 31 } },
    }
    expect(ReadingsJson.safeParse(stored).success).toBe(false)
    expect(StoredReadings.parse(stored)).toEqual({ ...stored, ...readingsOfOld })
    expect(
      StoredReadings.parse({ ...stored, gradeExamYears: 3, trainingBeforeHiring: 'induction_only' }),
    ).toMatchObject({ gradeExamYears: 3, trainingBeforeHiring: 'induction_only', termSessionMonths: 0 })
    for (const nothing of [null, 'x', undefined])
      expect(StoredReadings.safeParse(nothing).success).toBe(false)
  })

  test('an edition with another reading assesses by it, with the figures of the text', () => {
    const other = editionWith({ ...edition2024.readings, minimaHoldUnderEitherTotal: false })
    expect(other.annual).toEqual(edition2024.annual)
    const parsed = parseFacts(
      {
        asOf: '2027-01-01',
        year: 2026,
        person: { postType: 'professional', hiredOn: '2019-08-01' },
        credits: [
          {
            id: 'c',
            subject: 'professional',
            category: 'in_service',
            mode: 'offline',
            from: '2026-05-04',
            to: '2026-05-15',
            halfDays: 24,
          },
        ],
      },
      '2027-01-01',
    )
    if (!parsed.ok) throw new Error('The facts should parse.')
    expect(assess(parsed.facts, () => edition2024).annual?.status).toBe('short')
    expect(assess(parsed.facts, () => other).annual?.status).toBe('met')
  })

  test.each([
    [{ onlineTenthsPerHalfDay: 0 }],
    [{ onlineTenthsPerHalfDay: 1.5 }],
    [{ makeUpRunsFrom: 'never' }],
    [{ gradeExamYears: 0 }],
    [{ inductionMonthsBeforeHiring: -1 }],
    [{ termSessionMonths: 61 }],
    [{ delayWindow: { opens: { month: 2, day: 29 }, closesNextYear: { month: 1, day: 31 } } }],
    [{ delayWindow: { opens: { month: 13, day: 1 }, closesNextYear: { month: 1, day: 31 } } }],
  ])('%j is no reading', (reading) => {
    expect(ReadingsJson.safeParse({ ...edition2024.readings, ...reading }).success).toBe(false)
  })
})
