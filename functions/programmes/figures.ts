import { edition2024 } from '../../rules/edition.ts'
import type { Actor } from '../organisations/account.ts'
import {
  childrenOf,
  institutionsOf,
  type Organisation,
  readOrganisation,
} from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import type { ProgrammeFigures } from './plans-api.ts'
import type { Course, Programme } from './programme.ts'
import { programmesIn } from './view-plan.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** What a course costs of what it may cost (Art. 26), in thousandths. */
const shareOfCap = ({ feeFen, kind, minutes }: Course): number => {
  const { capFen, classPeriodMinutes } = edition2024.fees
  return Math.round((feeFen * classPeriodMinutes * 1000) / (capFen[kind] * minutes))
}

/** What an organisation's programmes of a year come to; hours are those of who passed, four a half-day (Art. 39(1)). */
export const figuresOf = (programmes: readonly Programme[]) => {
  const accepted = programmes.filter(({ acceptedAt }) => acceptedAt !== undefined)
  const going = accepted.filter(({ state }) => state !== 'cancelled')
  const closed = accepted.filter(({ state }) => state === 'closed')
  const held = closed.flatMap((one) => one.held ?? [])
  const courses = going.flatMap((one) => one.courses)
  const halfDays = sum(going.map(({ sessions }) => sessions.length))
  return {
    filed: programmes.length,
    accepted: accepted.length,
    cancelled: accepted.filter(({ state }) => state === 'cancelled').length,
    closed: closed.length,
    places: sum(going.map(({ capacity }) => capacity)),
    enrolled: sum(held.map(({ enrolled }) => enrolled)),
    attended: sum(held.map(({ attended }) => attended)),
    passed: sum(held.map((one) => one.passed)),
    hours: sum(held.map((one) => one.halfDays)) * 4,
    // Two half-days are a day; of courses online no day is known.
    feeFenADay:
      halfDays === 0
        ? null
        : Math.round(
            (sum(courses.flatMap(({ mode, feeFen }) => (mode === 'offline' ? [feeFen] : []))) * 2) / halfDays,
          ),
    highestShareOfCap: courses.length === 0 ? null : Math.max(...courses.map(shareOfCap)),
  }
}

/** Organisations whose programmes are read at once. */
const WIDTH = 8

/** Those right below an organisation: first the authorities or departments, then the institutions; a page of each. */
const below = async (table: Table, organisation: Organisation, page: PageRequest) =>
  organisation.kind === 'institution'
    ? { items: [], cursor: null }
    : page.cursor?.startsWith('i')
      ? institutionsAfter(table, organisation, { ...page, cursor: page.cursor.slice(1) || undefined })
      : othersThenInstitutions(table, organisation, page)

const institutionsAfter = async (table: Table, organisation: Organisation, page: PageRequest) => {
  const { items, cursor } = await institutionsOf(table, organisation, page)
  return { items, cursor: cursor === null ? null : `i${cursor}` }
}

const othersThenInstitutions = async (table: Table, organisation: Organisation, page: PageRequest) => {
  const cursor = page.cursor === undefined ? undefined : page.cursor.slice(1)
  const found = await childrenOf(table, organisation.id, { ...page, cursor })
  if (found.cursor !== null) return { items: found.items, cursor: `o${found.cursor}` }
  // None of this kind is left: the institutions begin the next page.
  return found.items.length > 0
    ? { items: found.items, cursor: 'i' }
    : institutionsAfter(table, organisation, { limit: page.limit })
}

/**
 * The figures of an organisation's programmes of a year, and of those right below it, page by page: as many queries as
 * a page has organisations, whatever the region has.
 */
export const programmeFigures = async (
  table: Table,
  id: string,
  year: number,
  page: PageRequest,
  actor: Actor,
): Promise<Outcome<{ items: ProgrammeFigures[]; cursor: string | null }, 'NOT_FOUND'>> => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined || !oversees(actor, organisation)) return refuse('NOT_FOUND')
  const { items, cursor } = await below(table, organisation, page)
  const shown = page.cursor === undefined ? [organisation, ...items] : items
  const figures = await mapConcurrently(shown, WIDTH, async (one) => ({
    organisation: { id: one.id, name: one.name },
    hasBelow: one.kind !== 'institution' && one.id !== organisation.id,
    ...figuresOf(await programmesIn(table, one, year)),
  }))
  return succeed({ items: figures, cursor })
}
