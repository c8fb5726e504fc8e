import * as z from 'zod'
import { faultsOf as describe } from '../../rules/faults.ts'
import type { FieldFault } from './refusals.ts'

/** What a schema's own check says, given as its `params`. */
const OwnText = z.object({ zh: z.string(), en: z.string() })

/** Every fault that a schema found, each with the pointer of its field. Parse with `reportInput`. */
export const faultsOf = (error: z.ZodError): FieldFault[] =>
  describe(error).map(({ pointer, detail }, index) => {
    const issue = error.issues[index]
    const own = issue?.code === 'custom' ? OwnText.safeParse(issue.params).data : undefined
    return { pointer, detail: own ?? detail }
  })
