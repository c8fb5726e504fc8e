import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { deskItself } from '../platform/callers.ts'
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
  callers: 'account',
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
  callers: deskItself,
  summary: 'Lend a colleague one’s tasks between two dates, both included',
  description:
    'Tasks alone: neither seats nor closing, corrections, parameters or revocations. To a colleague who has a seat at the organisation or stands on its register, never to an auditor or operator; at most 180 days. A loan ends with the seat, the transfer or the leaving of either side.',
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
  callers: { person: ['own'] },
  summary: 'Take lent tasks back before the time',
  params: idParams,
  reply: DelegationView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
