import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import type { Role, Stage } from '../platform/terms.ts'
import type { LedgerEntry } from '../staff/ledger.ts'
import type { Request } from './request.ts'
import { readRequest } from './stored-request.ts'

/** Desks in the order of the route; of two that decided at the same moment the later one counts. */
const order: readonly Stage[] = ['institution', 'department', 'authority']

/** Where an entry of the ledger comes from: the desk that decided last, and the request, where there was one. */
export interface DecidingDesk {
  readonly organisation: Organisation | undefined
  readonly role: Role
  readonly request?: Request
  /** The line of the request that the entry came from. */
  readonly line?: number
}

/** The source of a justified reason's entry; it names the organisation that found the reason justified. */
export const justifiedSource = (year: number, organisationId: OrganisationId): string =>
  `justified.${year}.${organisationId}`

const finder = (source: string): string | undefined => /^justified\.\d{4}\.(.+)$/.exec(source)?.[1]

const deskOf = async (table: Table, organisationId: OrganisationId | undefined): Promise<DecidingDesk> => {
  const organisation =
    organisationId === undefined ? undefined : await readOrganisation(table, organisationId)
  return { organisation, role: organisation?.kind ?? 'authority' }
}

/**
 * The desk that decided an entry. For an entry without a request (taken over from elsewhere), the
 * institution's personnel authority answers.
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
