import * as z from 'zod'
import { region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, line, Named, pageOf, Reason } from '../platform/shapes.ts'
import { MachineScope } from '../platform/terms.ts'

const ClientId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/)
  .meta({ description: 'The client as the identity provider knows it (`client_id`, `azp` or the subject).' })

export const NewClient = z
  .object({
    id: ClientId,
    name: line(100),
    organisationId: z.string().min(1).max(200),
    scope: MachineScope.default('eligibility'),
    reason: Reason,
  })
  .meta({ id: 'NewClient' })
export type NewClient = z.infer<typeof NewClient>

export const ClientView = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: Named,
    scope: MachineScope,
    endedAt: z.string().nullable().meta({ description: 'Since when it may call no more; null: it may.' }),
  })
  .meta({ id: 'Client' })
export type ClientView = z.infer<typeof ClientView>

export const listClients = {
  id: 'list-clients',
  callers: { authority: ['region'], auditor: ['region'] },
  summary: 'The other systems that may call the API for themselves, those that no longer may among them',
  reply: pageOf(ClientView),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const registerClient = {
  id: 'register-client',
  callers: region,
  summary: 'Let another system call, by the client credentials that the identity provider has given it',
  description:
    'It reads what an auditor of its organisation would, in the operations of its scope alone; its tokens must bear that scope. One that was ended may be entered again.',
  body: NewClient,
  reply: ClientView,
  status: 201,
  refuses: ['CLIENT_TAKEN', 'NOT_ALLOWED'],
} as const satisfies Operation

export const endClient = {
  id: 'end-client',
  callers: region,
  summary: 'From now on another system may call no more',
  params: idParams,
  body: z.object({ reason: Reason }),
  reply: ClientView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'WRONG_STATE'],
} as const satisfies Operation
