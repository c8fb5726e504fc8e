import * as z from 'zod'

/** Who changed a record of a register, when, how and why. The record as it was before stands beside it. */
export const registerChange = {
  /** The version that the record has since. */
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  what: z.string(),
  reason: z.string(),
}

/** An act on a record of a register, as its change record tells it. */
export interface RegisterAct {
  readonly at: string
  /** The account. */
  readonly by: string
  readonly what: string
  readonly reason: string
}
