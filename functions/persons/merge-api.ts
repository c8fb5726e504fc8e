import * as z from 'zod'
import type { Operation } from '../platform/operation.ts'
import { idParams, Named, prose } from '../platform/shapes.ts'

/** An authority above both institutions: to it alone the two records are one person's (Art. 35). */
const authoritiesOver = { authority: ['lower'] } as const

const Side = z.object({
  id: z.string(),
  name: z.string(),
  staffNo: z.string().nullable(),
  institution: Named,
  hiredOn: z.string(),
  onRegister: z.boolean(),
  entries: z.number().int(),
  certificates: z
    .array(z.string())
    .meta({ description: 'Numbers; they stay with their record and stay valid.' }),
  accountId: z.string().nullable(),
})

const Hours = z.object({ public: z.number(), professional: z.number() })

export const MergeView = z
  .object({
    into: Side,
    from: Side,
    facts: z.array(
      z.object({
        sequence: z.number().int(),
        recordedAt: z.string(),
        fact: z.looseObject({ kind: z.string() }),
        twinOf: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'The entry of the record that stays which seems to say the same.' }),
        leftOut: z.boolean(),
      }),
    ),
    years: z
      .array(z.object({ year: z.number().int(), before: Hours, after: Hours }))
      .meta({ description: 'Counted hours of the record that stays, of the years that change.' }),
    openRequests: z.number().int().meta({ description: 'They have to end before.' }),
    account: z
      .enum(['none', 'moves', 'ends'])
      .meta({ description: 'What becomes of the account of the record that is closed.' }),
    proposal: z
      .object({
        by: z.object({ id: z.string(), name: z.string().nullable() }),
        at: z.string(),
        reason: z.string(),
        isUnderWay: z
          .boolean()
          .meta({ description: 'Confirmed, and cut off before its end: confirm again.' }),
        mayConfirm: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Merge' })
export type MergeView = z.infer<typeof MergeView>

export const readMerge = {
  id: 'read-merge',
  callers: authoritiesOver,
  summary: 'What merging another record of the same person into this one would change',
  params: idParams,
  query: z.object({
    from: z.string().max(200).optional().meta({ description: 'The other record; else the proposed one.' }),
  }),
  reply: MergeView,
  refuses: ['MERGE_IMPOSSIBLE', 'NOT_FOUND', 'OWN_RECORD'],
} as const satisfies Operation

export const MergeBody = z
  .object({
    from: z.string().min(1).max(200).meta({ description: 'The record that is closed.' }),
    leaveOut: z
      .array(z.number().int())
      .max(1000)
      .default([])
      .meta({ description: 'Entries of that record that this one has already: they are not taken over.' }),
    reason: prose(500),
  })
  .meta({ id: 'MergeBody' })
export type MergeBody = z.infer<typeof MergeBody>

export const proposeMerge = {
  id: 'propose-merge',
  callers: authoritiesOver,
  summary:
    'Propose to merge another record of the same person into this one; nothing changes until someone else confirms',
  params: idParams,
  body: MergeBody,
  reply: MergeView,
  status: 201,
  refuses: ['MERGE_BREAKS_LEDGER', 'MERGE_IMPOSSIBLE', 'MERGE_REQUESTS_OPEN', 'NOT_FOUND', 'OWN_RECORD'],
} as const satisfies Operation

export const confirmMerge = {
  id: 'confirm-merge',
  callers: authoritiesOver,
  summary:
    'Confirm what another person of an authority proposed: this record takes over, the other is closed and stays',
  description: 'Safe to repeat: what a call that was cut off has left is finished.',
  params: idParams,
  reply: z.object({ taken: z.number().int(), leftOut: z.number().int() }),
  refuses: [
    'MERGE_BREAKS_LEDGER',
    'MERGE_IMPOSSIBLE',
    'MERGE_MISSING',
    'MERGE_REQUESTS_OPEN',
    'NOT_FOUND',
    'OWN_RECORD',
    'SECOND_PERSON_NEEDED',
  ],
} as const satisfies Operation
