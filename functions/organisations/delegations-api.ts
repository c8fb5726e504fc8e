import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Paging, pageOf, proseOrNothing } from '../platform/shapes.ts'

const Someone = z.object({ id: z.string(), name: z.string() })

export const DelegationView = z
  .object({
    id: z.string(),
    from: Someone,
    to: Someone,
    startsOn: z.string(),
    endsOn: z.string(),
    reason: z.string().nullable(),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
    inForce: z.boolean(),
  })
  .meta({ id: 'Delegation' })
export type DelegationView = z.infer<typeof DelegationView>

export const listDelegations = {
  id: 'list-delegations',
  summary: 'The delegations that the caller has made or received, newest first',
  query: Paging.extend({
    side: z.enum(['given', 'received']).default('given').meta({
      description: 'Those received come in one page.',
    }),
  }),
  reply: pageOf(DelegationView),
  refuses: [],
} as const satisfies Operation

export const delegate = {
  id: 'delegate',
  summary: 'Lend a colleague all one’s powers between two dates, both included',
  body: z
    .object({
      to: z.string().min(1).max(100).meta({ description: 'The account of a colleague.' }),
      startsOn: DateJson,
      endsOn: DateJson,
      reason: proseOrNothing(500).optional(),
    })
    .meta({ id: 'Delegate' }),
  reply: DelegationView,
  status: 201,
  refuses: ['DELEGATION_REFUSED', 'NOT_ALLOWED'],
} as const satisfies Operation

export const endDelegation = {
  id: 'end-delegation',
  summary: 'Take lent powers back before the time',
  params: idParams,
  reply: DelegationView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
