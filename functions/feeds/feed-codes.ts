import * as z from 'zod'

/** Why a row was not simply accepted; each code's words stand in `words.ts`. */
export const feedCodes = [
  'ROW_INVALID',
  'DATES_INVALID',
  'YEAR_CROSSED',
  'BEFORE_THE_RULES',
  'NOT_OVER',
  'NOT_PROFESSIONAL',
  'PROVIDER_NOT_LISTED',
  'NOT_PASSED',
  'HOURS_IMPOSSIBLE',
  'PERSON_UNKNOWN',
  'PERSON_AMBIGUOUS',
  'NAME_DIFFERS',
  'UNLIKELY_HOURS',
  'CORRECTED_BY_DESK',
  'CLAIMED_ALREADY',
  'DESK_REFUSED',
  'REFUSED_BEFORE',
  'BATCH_REFUSED',
  'LEDGER_REFUSES',
] as const

export const FeedCode = z.enum(feedCodes)
export type FeedCode = z.infer<typeof FeedCode>
