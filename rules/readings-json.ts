import * as z from 'zod'
import { parseDate } from './calendar.ts'
import { readingsOfOld } from './edition.ts'

const TwoDigits = (most: number) => z.number().int().min(1).max(most)
const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A day of any year: 29 February is none. */
const MonthAndDayJson = z
  .object({ month: TwoDigits(12), day: TwoDigits(31) })
  .refine(({ month, day }) => parseDate(`2025-${twoDigits(month)}-${twoDigits(day)}`) !== undefined, {
    path: ['day'],
    params: { zh: '没有这一天。', en: 'There is no such day.' },
  })

/** How the text is read where it is open: the parameters of `Readings` in `edition.ts`, as the region may set them. */
export const ReadingsJson = z
  .object({
    minimaHoldUnderEitherTotal: z.boolean(),
    onlineTenthsPerHalfDay: z
      .number()
      .int()
      .min(1)
      .max(240)
      .nullable()
      .meta({ description: 'Tenths of an hour; null: online hours have no value in days.' }),
    inductionDeemsYearOf: z.enum(['completion', 'hiring']),
    inductionCountsForTheYear: z.boolean(),
    makeUpRunsFrom: z.enum(['year_end', 'approval']),
    delayWindow: z.object({ opens: MonthAndDayJson, closesNextYear: MonthAndDayJson }),
    inductionDeemsWithin: z.enum(['limit', 'due']),
    failedInductionStands: z.boolean(),
    trainingBeforeHiring: z.enum(['induction_only', 'counts']),
    inductionMonthsBeforeHiring: z.number().int().min(0).max(12),
    leadersExcepted: z.boolean(),
    annualAppliesBy: z.enum(['last_day', 'any_day']),
    termSessionMonths: z.number().int().min(0).max(60),
    transferAfterLimit: z.enum(['allow', 'review', 'refuse']),
    transferWithinWindow: z.enum(['allow', 'hold']),
    transferClaimWorkingDays: z.number().int().min(0).max(60),
    filingWorkingDays: z.number().int().min(1).max(60),
    gradeExamYears: z
      .number()
      .int()
      .min(1)
      .max(50)
      .nullable()
      .meta({ description: 'Calendar years before the one of the examination; null: all of them.' }),
  })
  .meta({ id: 'Readings' })

/** Stored readings; a parameter that did not exist yet takes its value of then (`readingsOfOld`). */
export const StoredReadings = z.preprocess(
  (stored) => (typeof stored === 'object' && stored !== null ? { ...readingsOfOld, ...stored } : stored),
  ReadingsJson,
)
