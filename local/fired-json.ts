import * as z from 'zod'

/** When each appointment was last kept, as it stands in its file. */
export const FiredJson = z.record(z.string(), z.number())
