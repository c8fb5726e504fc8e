import * as z from 'zod'
import { parseDate } from './calendar.ts'
import { asParams, type FaultCode } from './faults.ts'

/** A calendar date, `YYYY-MM-DD`, that exists. */
export const DateJson = z
  .string()
  .refine((text) => parseDate(text) !== undefined, { params: asParams('DATE_UNREAL') })
  .meta({ format: 'date', description: 'A calendar date in Asia/Shanghai.' })

/** Takes what fits and leaves the rest undefined, so that a form with one bad field can still be judged by the others. */
export const perhaps = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

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
