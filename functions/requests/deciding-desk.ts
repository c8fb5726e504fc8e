import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { Table } from '../platform/table.ts'
import type { Role, Stage } from '../platform/terms.ts'
import type { LedgerEntry } from '../staff/ledger.ts'
import type { Request } from './request.ts'
import { readRequest } from './stored-request.ts'

/** The order in which desks see a line: of two that decided in one moment the later one. */
const order: readonly Stage[] = ['institution', 'department', 'authority']

/** Where an entry of the ledger comes from: the desk that decided last, and the request, where there was one. */
export interface DecidingDesk {
  readonly organisation: Organisation | undefined
  readonly role: Role
  readonly request?: Request
  /** The line of the request that the entry came from. */
  readonly line?: number
}

/** The source of an entry that states a justified reason: the organisation that found so is part of it. */
export const justifiedSource = (year: number, organisationId: string): string =>
  `justified.${year}.${organisationId}`

const finder = (source: string): string | undefined => /^justified\.\d{4}\.(.+)$/.exec(source)?.[1]

const deskOf = async (table: Table, organisationId: string | undefined): Promise<DecidingDesk> => {
  const organisation =
    organisationId === undefined ? undefined : await readOrganisation(table, organisationId)
  return { organisation, role: organisation?.kind ?? 'authority' }
}

/**
 * The desk that an entry was decided at. What was taken over from elsewhere, with no request behind it, is the
 * personnel authority's to answer for.
 */
export const decidingDesk = async (
  table: Table,
  { source }: LedgerEntry,
  institution: Organisation,
): Promise<DecidingDesk> => {
  const found = finder(source)
  if (found !== undefined) return deskOf(table, found)
  const [requestId = '', place = ''] = source.split('.')
  const record = await readRequest(table, requestId)
  if (record === undefined) return deskOf(table, institution.authorityId)
  const line = /^\d+$/.test(place) ? Number(place) : undefined
  const decided = record.tasks
    .filter(({ decided }) => decided?.decision === 'approve')
    .filter((task) => task.line === undefined || line === undefined || task.line === line)
    .toSorted(
      (a, b) =>
        (a.decided?.at ?? '').localeCompare(b.decided?.at ?? '', 'en') ||
        order.indexOf(a.stage) - order.indexOf(b.stage),
    )
    .at(-1)
  return {
    organisation: await readOrganisation(table, decided?.organisationId ?? institution.authorityId ?? ''),
    role: decided?.role ?? 'authority',
    request: record.request,
    ...(line === undefined ? {} : { line }),
  }
}
