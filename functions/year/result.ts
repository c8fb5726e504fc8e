import * as z from 'zod'
import type { AnnualAssessment } from '../../rules/annual.ts'
import { OrganisationId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Range, readRange } from '../platform/ranges.ts'
import { type Item, isNew, type Table, type Write } from '../platform/table.ts'
import { shardOf } from '../staff/person.ts'

/** What a closed year comes to for a person (Art. 32). */
export const ResultStatus = z.enum(['met', 'deemed', 'inducting', 'deferred', 'short', 'overdue'])
export type ResultStatus = z.infer<typeof ResultStatus>

/** What a result says. */
export const Finding = z.object({
  status: ResultStatus,
  /** What is missing, in tenths of hours. */
  missing: z.object({ public: z.number().int(), professional: z.number().int() }),
  /** Make-up hours were needed. */
  madeUp: z.boolean(),
  /** A claim for the year is still open: a later decision may correct this. */
  provisional: z.boolean(),
})
export type Finding = z.infer<typeof Finding>

/**
 * An entry of a person's results of one year. An entry is never changed: a correction is a later entry, and the
 * latest one is in force.
 */
export const Result = Finding.extend({
  staffId: StaffId,
  year: z.number().int(),
  /** 1, 2, 3 … */
  entry: z.number().int(),
  /** The person's institution when the year was closed; corrections keep it. */
  institutionId: OrganisationId,
  asOf: z.string(),
  /** The standing's `of` from which the result was found. */
  of: z.number().int(),
  at: z.string(),
  /** `close`: entered by a shard's page; `settle`: entered by a settlement. */
  by: z.enum(['close', 'settle']),
})
export type Result = z.infer<typeof Result>

/** A result's finding from an assessment; null where the year asks nothing of the person or is not over. */
export const resultOf = (
  { status, missing, madeUp }: Pick<AnnualAssessment, 'status' | 'missing' | 'madeUp'>,
  provisional: boolean,
): Finding | null => {
  if (status === 'not_applicable' || status === 'open') return null
  // An induction may still complete the year (Art. 39(5)), so the result is provisional.
  return { status, missing: { ...missing }, madeUp, provisional: provisional || status === 'inducting' }
}

export const isSame = (one: Finding, other: Finding): boolean =>
  one.status === other.status &&
  one.missing.public === other.missing.public &&
  one.missing.professional === other.missing.professional &&
  one.madeUp === other.madeUp &&
  one.provisional === other.provisional

export const resultItem = (result: Result): Item => ({
  ...keys.result(shardOf(result.staffId), result.year, result.staffId, result.entry),
  ...result,
})

/** Appends a result; of two writers of the same entry, one fails and decides anew. */
export const appendResult = (result: Result): Write => ({ put: resultItem(result), when: isNew })

/** The key range of the entries of the persons from `first` to `last`, both included. */
const between = (shard: number, year: number, first: string, last: string): { pk: string; range: Range } => {
  const { pk } = keys.result(shard, year, first, 1)
  return { pk, range: { from: `RESULT#${year}#${first}#`, to: `RESULT#${year}#${last}#\u{10FFFF}` } }
}

/** All entries of a shard's persons from one to another, each person's oldest first. */
export const resultsBetween = async (
  table: Table,
  shard: number,
  year: number,
  [first, last]: readonly [first: string, last: string],
  { consistent = false } = {},
): Promise<Map<string, Result[]>> => {
  const { pk, range } = between(shard, year, first, last)
  const { items } = await readRange(table, pk, range, { consistent })
  const found = new Map<string, Result[]>()
  for (const item of items) {
    const result = Result.parse(item)
    const entries = found.get(result.staffId)
    if (entries) entries.push(result)
    else found.set(result.staffId, [result])
  }
  return found
}

/** A person's results of a year, the oldest first; the last one is in force. */
export const resultsOf = async (table: Table, staffId: StaffId, year: number): Promise<Result[]> =>
  (await resultsBetween(table, shardOf(staffId), year, [staffId, staffId], { consistent: true })).get(
    staffId,
  ) ?? []
