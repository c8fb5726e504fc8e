import * as z from 'zod'
import { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { atVersion, isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'
import { MachineScope } from '../platform/terms.ts'
import type { Actor } from './account.ts'
import { type RegisterAct, registerChange } from './register-change.ts'

/** Another system that calls the API for itself, by the identity provider's client credentials. */
export const MachineClient = z.object({
  /** As the identity provider knows it. */
  id: z.string(),
  name: z.string(),
  /** Whose system it is: it reads what an auditor of this organisation would. */
  organisationId: OrganisationId,
  scope: MachineScope,
  /** Since when it may call no more; null: it may. */
  endedAt: z.string().nullable(),
  version: z.number().int(),
})
export type MachineClient = z.infer<typeof MachineClient>

const ClientChange = z.object({ ...registerChange, clientId: z.string(), before: MachineClient.nullable() })

/** Enters a client, or what it is from now on; what it was is kept, with who did it and why. */
export const writeClient = (
  before: MachineClient | undefined,
  after: Omit<MachineClient, 'version'>,
  act: RegisterAct,
): Write[] => {
  const version = (before?.version ?? 0) + 1
  return [
    {
      put: { ...keys.machineClient(after.id), ...after, version },
      when: before === undefined ? isNew : atVersion(before.version),
    },
    {
      put: {
        ...keys.machineClientChange(after.id, version),
        ...act,
        version,
        clientId: after.id,
        before: before ?? null,
      },
      when: isNew,
    },
  ]
}

export const readClient = async (table: Table, id: string): Promise<MachineClient | undefined> => {
  const item = await read(table, keys.machineClient(id))
  return item && MachineClient.parse(item)
}

/** Every client that was ever entered: a few for each city at most. */
export const readClients = async (table: Table): Promise<MachineClient[]> =>
  (await readPartition(table, keys.machineClient('').pk, 'CLIENT#')).map((item) => MachineClient.parse(item))

/** How a client came to be what it is, the first change first. */
export const clientChanges = async (table: Table, id: string) =>
  (await readPartition(table, keys.machineClientChange(id, 0).pk, 'CHANGE#')).map((item) =>
    ClientChange.parse(item),
  )

/** What a token says besides its subject, as far as it concerns machines. */
const Claims = z.object({
  sub: z.string(),
  scope: z.string().optional(),
  client_id: z.string().optional(),
  azp: z.string().optional(),
})

/**
 * The client of a token and the scope of ours that it was given; undefined where it is a person's. Providers name
 * the client by `client_id` or `azp`, and some put a resource before the scope: `platform/eligibility`.
 */
export const machineIn = (
  claims: Readonly<Record<string, unknown>>,
): { readonly clientId: string; readonly scope: MachineScope } | undefined => {
  const { data } = Claims.safeParse(claims)
  const given = data?.scope?.split(' ').map((one) => one.slice(one.lastIndexOf('/') + 1))
  const scope = MachineScope.options.find((one) => given?.includes(one))
  return data && scope && { clientId: data.client_id ?? data.azp ?? data.sub, scope }
}

/** A client as someone who calls: with an auditor's sight of its organisation, in operations of its scope alone. */
export const machineActor = ({ id, name, organisationId, scope }: MachineClient): Actor => ({
  id: `client:${id}`,
  name,
  // Nothing is ever written to a system.
  email: '',
  roles: [{ role: 'auditor', organisationId, head: false }],
  machine: scope,
})
