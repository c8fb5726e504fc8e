import { MetricUnit } from '@aws-lambda-powertools/metrics'
import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { isDesk } from '../platform/callers.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { AccountId, OrganisationId, StaffId } from '../platform/ids.ts'
import { type Key, keys, LOOKS_KEPT, lookups } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { beginningWith, putNew, readRange } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { removeDue } from '../platform/remove-due.ts'
import { eventually, type Item, type PageRequest, read, readIndex, type Table } from '../platform/table.ts'
import { LookList, LookPage } from './look-terms.ts'
import { readPerson } from './person.ts'

/**
 * Who looked: readings of somebody's data by anyone but the person and their own desks are put on record, apart from
 * the state of anything. Of an opened page one record a reader, person and day, whatever the page; of a list or a file
 * one with its filter and how many it held.
 */

const reader = {
  at: z.string(),
  by: AccountId,
  byName: z.string(),
  /** The office by whose seat they looked; null for another system. */
  office: z.string().nullable(),
}

/** `institutionId`: on whose register the person stood; `page`: what was opened first that day. */
export const Look = z.object({ ...reader, staffId: StaffId, institutionId: OrganisationId, page: LookPage })
export type Look = z.infer<typeof Look>

export const ListLook = z.object({
  ...reader,
  organisationId: OrganisationId,
  list: LookList,
  /** By what it was narrowed: names of fields with ids and kinds, never what somebody searched for. */
  filter: z.string(),
  count: z.number().int(),
})
export type ListLook = z.infer<typeof ListLook>

type Host = Pick<RecordsHost, 'table' | 'clock'>

/**
 * Whether somebody sits at a desk that deals with an institution's people: its own, its department's, its authority's.
 * What lies below an office is many institutions', and nobody's own.
 */
const isTheirDesk = (
  { roles }: Pick<Actor, 'roles'>,
  { id, kind, departmentId, authorityId }: Pick<Organisation, 'id' | 'kind' | 'departmentId' | 'authorityId'>,
): boolean =>
  kind === 'institution' &&
  roles.some(
    ({ role, organisationId }) =>
      isDesk(role) && [id, departmentId, authorityId].some((desk) => desk === organisationId),
  )

/** The office by which somebody reaches an organisation. */
export const officeOf = async (
  table: Table,
  { roles }: Pick<Actor, 'roles'>,
  { id, overseers }: Pick<Organisation, 'id' | 'overseers'>,
): Promise<string | null> => {
  const seat = roles.find(({ organisationId }) => organisationId === id || overseers.includes(organisationId))
  const found = seat ?? roles[0]
  return found === undefined ? null : ((await readOrganisation(table, found.organisationId))?.name ?? null)
}

/** For how many days it stays on record who looked: three years. */
export const LOOK_DAYS = 3 * 365

/** Writes a record unless the day's is there: a read, and a conditional write at most once a day. */
const keep = async (
  { table, clock }: Pick<RecordsHost, 'table' | 'clock'>,
  key: Key,
  item: () => Promise<Item>,
): Promise<void> => {
  if ((await read(table, key)) !== undefined) return
  const until = { swept: LOOKS_KEPT, sweptOrder: addDays(today(clock), LOOK_DAYS) }
  await putNew(table, { ...key, ...(await item()), ...until })
}

/** Deletes records of readings whose time is over, a page at a time; those of before this was kept stay. Safe to repeat. */
export const removeOldLooks = ({ table, clock }: Pick<RecordsHost, 'table' | 'clock'>): Promise<number> =>
  removeDue(table, LOOKS_KEPT, today(clock))

/** What can't be put on record is read all the same: operators hear of it. */
const trying = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('A reading could not be put on record.', { error: name })
    metrics.addMetric('ReadingsNotRecorded', MetricUnit.Count, 1)
  }
}

/** Puts on record that somebody has opened a person's page, unless it is their own or that of someone of their desk. */
export const noteLook = async (host: Host, actor: Actor, staffId: StaffId, page: LookPage): Promise<void> => {
  if (actor.staffId === staffId) return
  const table = eventually(host.table)
  await trying(async () => {
    const person = await readPerson(table, staffId)
    const institution = person && (await readOrganisation(table, person.institutionId))
    if (institution === undefined || isTheirDesk(actor, institution)) return
    await keep({ ...host, table }, keys.look(staffId, today(host.clock), actor.id), async () => ({
      ...{ staffId, institutionId: institution.id },
      ...{ at: timestamp(host.clock), by: actor.id, byName: actor.name, page },
      office: await officeOf(table, actor, institution),
      ...{ found: lookups.looksBy(actor.id), foundOrder: timestamp(host.clock) },
    }))
  })
}

/** An outcome on its way to whoever asked; where it shows a person, the reading is on record before it goes. */
export const shown = async <C extends { readonly ok: boolean }>(
  host: Host,
  actor: Actor,
  staffId: StaffId | undefined,
  page: LookPage,
  outcome: C,
): Promise<C> => {
  if (outcome.ok && staffId !== undefined) await noteLook(host, actor, staffId, page)
  return outcome
}

export interface ListShown {
  readonly list: LookList
  /** Whose people they are. */
  readonly organisation: Pick<Organisation, 'id' | 'kind' | 'overseers' | 'departmentId' | 'authorityId'>
  readonly filter?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly count: number
}

/** The fields of a filter that say nothing of anyone: those that are set, with their values. */
const filterText = (filter: ListShown['filter'] = {}): string =>
  Object.entries(filter)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(', ')

/** Puts on record that somebody has got a list of an organisation's people, unless their own desk deals with them. */
export const noteList = async (
  host: Host,
  actor: Actor,
  { list, organisation, filter, count }: ListShown,
): Promise<void> => {
  if (count === 0 || isTheirDesk(actor, organisation)) return
  const table = eventually(host.table)
  const text = filterText(filter)
  await trying(() =>
    keep(
      { ...host, table },
      keys.listLook(
        organisation.id,
        today(host.clock),
        actor.id,
        sha256(`${list}\n${text}\n${count}`).slice(0, 16),
      ),
      async () => ({
        ...{ organisationId: organisation.id, at: timestamp(host.clock), by: actor.id, byName: actor.name },
        ...{ list, filter: text, count, office: await officeOf(table, actor, organisation) },
      }),
    ),
  )
}

/** Who looked at a person's pages, the last first. */
export const looksAt = async (table: Table, staffId: StaffId, most: number): Promise<Look[]> => {
  const { pk } = keys.look(staffId, '', '')
  const { items } = await readRange(table, pk, beginningWith('DAY#'), { limit: most, descending: true })
  return items.map((item) => Look.parse(item))
}

/** Who got lists of an organisation's people, the last first. */
export const listLooksAt = async (table: Table, id: OrganisationId, most: number): Promise<ListLook[]> => {
  const { pk } = keys.listLook(id, '', '', '')
  const { items } = await readRange(table, pk, beginningWith('DAY#'), { limit: most, descending: true })
  return items.map((item) => ListLook.parse(item))
}

/** At whose pages an account has looked, the last first. */
export const looksBy = async (table: Table, id: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.looksBy(id), {
    ...page,
    descending: true,
  })
  return { items: items.map((item) => Look.parse(item)), cursor }
}
