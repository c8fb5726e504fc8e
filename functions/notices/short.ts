import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { fullPage } from '../platform/full-page.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { eventually, type Table } from '../platform/table.ts'
import { personsOf, shardOf } from '../staff/person.ts'
import { openClaimsBetween } from '../year/close-open-claims.ts'
import { type YearHours, type YearRow, yearRows, yearsOf } from '../year/year-rows.ts'
import type { ShortPerson, YearProgress } from './api.ts'

/** Someone whose year is not complete. */
export interface Short extends YearRow {
  readonly status: ShortPerson['status']
  readonly hours: YearHours
}

/** Whether a year lacks something that its person can still mend; an induction under way settles its year itself. */
export const isShort = (row: YearRow): row is Short =>
  row.hours !== null &&
  (row.status === 'open' || row.status === 'deferred' || row.status === 'short' || row.status === 'overdue')

/** An institution for those who sit there or above it; to everyone else it does not exist. */
export const findInstitution = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<Organisation, 'NOT_FOUND'>> => {
  const found = await findOrganisation(table, id, actor)
  return found.ok && found.value.kind !== 'institution' ? refuse('NOT_FOUND') : found
}

const WIDTH = 16

const viewShort = async (
  table: Table,
  year: number,
  { person, status, hours }: Short,
): Promise<ShortPerson> => {
  const { id, name, staffNo = null, postType } = person
  const claims = await openClaimsBetween(table, shardOf(id), year, [id, id])
  return {
    ...{ staffId: id, name, staffNo, postType, status },
    hours: { public: hours.public, professional: hours.professional },
    missing: { public: hours.missingPublic, professional: hours.missingProfessional },
    openClaims: claims.length,
  }
}

interface Asked {
  readonly institution: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Whose year is not complete, in the order of the register, with what lies at desks for it. */
export const listShort =
  (host: RecordsHost) =>
  async (year: number, { institution, limit, cursor }: Asked, actor: Actor) => {
    const table = eventually(host.table)
    const found = await findInstitution(table, institution, actor)
    if (!found.ok) return found
    return succeed(
      await fullPage({ limit, cursor }, async (asked) => {
        const persons = await personsOf(table, institution, asked)
        const short = (await yearsOf({ ...host, table })(persons.items, year)).filter(isShort)
        const items = await mapConcurrently(short, WIDTH, (row) => viewShort(table, year, row))
        return { items, cursor: persons.cursor }
      }),
    )
  }

const tenths = (hours: number): number => Math.round(hours * 10)

/** How far an institution has come with a year. */
export const readProgress =
  (host: RecordsHost) =>
  async (
    year: number,
    institution: string,
    actor: Actor,
  ): Promise<Outcome<YearProgress, 'LIST_TOO_LONG' | 'NOT_FOUND'>> => {
    const found = await findInstitution(host.table, institution, actor)
    if (!found.ok) return found
    const rows = await yearRows({ ...host, table: eventually(host.table) })(found.value, year)
    if (rows === undefined) return refuse('LIST_TOO_LONG')
    const asked = rows.filter(({ status }) => status !== 'not_applicable')
    const short = asked.filter(isShort)
    const count = (...statuses: readonly YearRow['status'][]) =>
      asked.filter(({ status }) => statuses.includes(status)).length
    const missing = (subject: 'missingPublic' | 'missingProfessional') =>
      short.reduce((sum, { hours }) => sum + tenths(hours[subject]), 0) / 10
    return succeed({
      persons: asked.length,
      complete: count('met', 'deemed'),
      short: short.length,
      inducting: count('inducting'),
      unsound: count(null),
      missing: { public: missing('missingPublic'), professional: missing('missingProfessional') },
    })
  }
