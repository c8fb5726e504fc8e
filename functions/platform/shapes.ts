import * as z from 'zod'
import { refusalCodes } from './refusals.ts'

/** One page of a list; `cursor` is null at its end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() })

/** An organisation by its name. */
export const Named = z.object({ id: z.string(), name: z.string() })

/** How a list is paged. */
export const Paging = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})

/** Hours as people write them: at most one decimal place. */
export const Hours = z.number().nonnegative().meta({ description: 'Hours, at most one decimal place.' })

/** Why someone changes what is on record. */
export const Reason = z.string().trim().min(1).max(500)

/** What stands in a path. */
export const idParams = z.object({ id: z.string().min(1).max(200) })

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(refusalCodes),
    article: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    instance: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable; `instance` carries the tracking number.' })
