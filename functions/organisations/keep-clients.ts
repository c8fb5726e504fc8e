import { type Clock, timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import type { Actor } from './account.ts'
import type { ClientView, NewClient } from './clients-api.ts'
import { type MachineClient, readClient, readClients, writeClient } from './machine-client.ts'
import { type Organisation, readOrganisation, readOrganisations } from './organisation.ts'
import { isAtRegion, isRegion } from './region.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const view = (
  { id, name, organisationId, scope, endedAt }: Omit<MachineClient, 'version'>,
  organisations: readonly Pick<Organisation, 'id' | 'name'>[],
): ClientView => ({
  ...{ id, name, scope, endedAt },
  organisation: {
    id: organisationId,
    name: organisations.find((one) => one.id === organisationId)?.name ?? organisationId,
  },
})

/** Every other system that may call, or might, by its id. */
export const listClientsFor =
  (table: Table) =>
  async (actor: Actor): Promise<Outcome<{ items: ClientView[]; cursor: null }, 'NOT_ALLOWED'>> => {
    if (!(await isAtRegion(table, actor))) return refuse('NOT_ALLOWED')
    const clients = await readClients(table)
    const organisations = await readOrganisations(
      table,
      clients.map(({ organisationId }) => organisationId),
    )
    return succeed({ items: clients.map((client) => view(client, organisations)), cursor: null })
  }

/** Lets another system call for an organisation; by the region. The same entry again changes nothing. */
export const registerClient =
  ({ table, clock }: Deps) =>
  (
    { reason, ...entered }: NewClient,
    actor: Actor,
  ): Promise<Outcome<ClientView, 'CLIENT_TAKEN' | 'INPUT_INVALID' | 'NOT_ALLOWED'>> =>
    retryOnConflict(async () => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED')
      const organisation = await readOrganisation(table, entered.organisationId)
      if (organisation === undefined)
        return refuse('INPUT_INVALID', {
          errors: [{ pointer: '/organisationId', detail: inputFaults.organisationUnknown }],
        })
      const before = await readClient(table, entered.id)
      if (before !== undefined && before.endedAt === null) {
        const isSame =
          before.name === entered.name &&
          before.organisationId === entered.organisationId &&
          before.scope === entered.scope
        return isSame ? succeed(view(before, [organisation])) : refuse('CLIENT_TAKEN')
      }
      const client = { ...entered, endedAt: null }
      const act = { at: timestamp(clock), by: actor.id, what: 'registered', reason }
      await write(table, writeClient(before, client, act))
      return succeed(view(client, [organisation]))
    })

/** From now on the system calls no more, whatever tokens it holds; by the region. */
export const endClient =
  ({ table, clock }: Deps) =>
  (
    id: string,
    reason: string,
    actor: Actor,
  ): Promise<Outcome<ClientView, 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'>> =>
    retryOnConflict(async () => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED')
      const before = await readClient(table, id)
      if (before === undefined) return refuse('NOT_FOUND')
      if (before.endedAt !== null) return refuse('WRONG_STATE')
      const at = timestamp(clock)
      const { version: _, ...client } = { ...before, endedAt: at }
      await write(table, writeClient(before, client, { at, by: actor.id, what: 'ended', reason }))
      return succeed(view(client, await readOrganisations(table, [client.organisationId])))
    })
