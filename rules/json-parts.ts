import * as z from 'zod'
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, parseDate } from './calendar.ts'
import { edition2024, LAST_ASSESSED_YEAR } from './edition.ts'
import { asParams, type FaultCode } from './faults.ts'

/** A calendar date, `YYYY-MM-DD`, that exists. */
export const DateJson = z
  .string()
  .refine((text) => parseDate(text) !== undefined, { params: asParams('DATE_UNREAL') })
  .meta({ format: 'date', description: 'A calendar date in Asia/Shanghai.' })

/** What an entry is called by the others. */
export const IdJson = z
  .string()
  .refine((id) => id !== '', { params: asParams('ID_EMPTY') })
  .meta({ minLength: 1 })

const isBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

/** A calendar year. Not `z.int()`: its issues keep the checks of meaning from running. */
export const YearJson = z
  .number()
  .refine((year) => isBetween(year, FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR), {
    params: asParams('YEAR_UNFIT'),
  })
  .meta({ type: 'integer', minimum: FIRST_CALENDAR_YEAR, maximum: LAST_CALENDAR_YEAR })

/** A year that the rules assess. */
export const AssessedYearJson = z
  .number()
  .refine((year) => isBetween(year, edition2024.firstYear, LAST_ASSESSED_YEAR), {
    params: asParams('YEAR_NOT_ASSESSED'),
  })
  .meta({ type: 'integer', minimum: edition2024.firstYear, maximum: LAST_ASSESSED_YEAR })

export interface PlacedFault {
  readonly path: PropertyKey[]
  readonly code: FaultCode
}

interface Findings {
  readonly issues: readonly { readonly path?: PropertyKey[] | undefined }[]
  addIssue(issue: { code: 'custom'; path: PropertyKey[]; params: ReturnType<typeof asParams> }): void
}

/** Adds faults of meaning, at fields that no fault of form is known of yet. */
export const report = (findings: Findings, faults: readonly PlacedFault[]): void => {
  if (faults.length === 0) return
  const placeOf = (path: readonly PropertyKey[]) => JSON.stringify(path)
  const known = new Set(findings.issues.map(({ path = [] }) => placeOf(path)))
  for (const { path, code } of faults)
    if (!known.has(placeOf(path))) findings.addIssue({ code: 'custom', path, params: asParams(code) })
}
