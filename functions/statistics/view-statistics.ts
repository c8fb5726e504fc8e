import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import {
  childIdsOf,
  institutionIdsOf,
  officesFrom,
  rootDepartmentIds,
} from '../organisations/organisations-below.ts'
import { isRegional } from '../organisations/region.ts'
import { today } from '../platform/clock.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { lists } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { Level } from '../platform/terms.ts'
import { readProviders } from '../registers/provider.ts'
import { chosenOrganisation, organisationView } from '../year/close-view.ts'
import type { Choice, PlaceFigures } from './api.ts'
import { type Cells, sumCells } from './cells.ts'
import { readRows } from './counted.ts'
import { deskFiguresOf, figuresOf, levelsOf, partsOf } from './figures.ts'
import { sameDays } from './same-day.ts'

const WIDTH = 16

/** Who counts for an organisation: itself, and every authority, or department, below. */
const countersOf = async (
  table: Table,
  organisation: Pick<Organisation, 'id' | 'kind' | 'level'>,
): Promise<string[]> =>
  organisation.kind === 'institution' ? [organisation.id] : await officesFrom(table, organisation)

const countedBy = async (
  table: Table,
  counters: readonly string[],
  year: number,
  asOf: string | undefined,
): Promise<(readonly [string, Cells])[]> =>
  mapConcurrently(counters, WIDTH, async (id) => {
    const rows = await readRows(table, id, year, asOf)
    return [id, sumCells(rows.map(({ cells }) => cells))] as const
  })

/**
 * What an organisation counts with all below it: its own rows and those of every authority, or department, below. Their
 * number is that of the offices, some hundred in the region, however many institutions and people there are.
 */
export const cellsOf = async (
  table: Table,
  organisation: Pick<Organisation, 'id' | 'kind' | 'level'>,
  year: number,
  asOf: string | undefined,
): Promise<Cells> => {
  const counted = await countedBy(table, await countersOf(table, organisation), year, asOf)
  return sumCells(counted.map(([, cells]) => cells))
}

/** The same by the level of whoever counts: an institution is counted by the authority, or department, that it is under. */
const cellsByLevel = async (
  table: Table,
  organisation: Pick<Organisation, 'id' | 'kind' | 'level'>,
  year: number,
  asOf: string | undefined,
): Promise<(readonly [Level, Cells])[]> => {
  const counters = await countersOf(table, organisation)
  const [places, counted] = await Promise.all([
    readOrganisations(table, counters),
    countedBy(table, counters, year, asOf),
  ])
  return Level.options.flatMap((level) => {
    const there = new Set<string>(places.filter((one) => one.level === level).map(({ id }) => id))
    const cells = counted.flatMap(([id, one]) => (there.has(id) ? [one] : []))
    return cells.length === 0 ? [] : [[level, sumCells(cells)] as const]
  })
}

/** What lies at an organisation's desk now, read by keys alone. */
const atDesk = async ({ table, clock }: RecordsHost, { id, kind }: Pick<Organisation, 'id' | 'kind'>) => {
  const tasks = await readIndexKeys(table, 'listed', lists.desk(id, kind))
  const day = today(clock)
  return { open: tasks.length, openLate: tasks.filter(({ order }) => order < day).length }
}

/** A day that is not over yet is as good as none: rows of months are enough. */
const past = ({ clock }: RecordsHost, asOf: string | undefined): string | undefined =>
  asOf !== undefined && asOf < today(clock) ? asOf : undefined

/** As of which days a year, and another one beside it, are counted. */
const daysOf = (host: RecordsHost, year: number, { asOf, beside }: Pick<Choice, 'asOf' | 'beside'>) => {
  const day = today(host.clock)
  if (beside === undefined) return { own: past(host, asOf), other: undefined }
  const days = sameDays(year, beside, asOf ?? day, day)
  return { own: past(host, days.asOf), other: { year: beside, asOf: days.beside } }
}

export const viewStatistics = (host: RecordsHost) => async (year: number, choice: Choice, actor: Actor) => {
  const { table, clock } = host
  const chosen = await chosenOrganisation(table, actor, choice.organisation)
  if (!chosen.ok) return chosen
  const { own, other } = daysOf(host, year, choice)
  const [levels, besides, providers, now] = await Promise.all([
    cellsByLevel(table, chosen.value, year, own),
    other && cellsOf(table, chosen.value, other.year, past(host, other.asOf)),
    readProviders(table),
    atDesk(host, chosen.value),
  ])
  const cells = sumCells(levels.map(([, one]) => one))
  const nameOf = (wanted: string) => providers.find(({ id }) => id === wanted)?.name ?? null
  return succeed({
    year,
    asOf: own ?? today(clock),
    organisation: organisationView(chosen.value),
    total: figuresOf(cells, choice),
    beside:
      other === undefined || besides === undefined
        ? null
        : {
            ...other,
            total: figuresOf(besides, choice),
            months: partsOf(besides, choice, nameOf).months,
          },
    desk: deskFiguresOf(cells, chosen.value.id, now),
    ...partsOf(cells, choice, nameOf),
    levels: levelsOf(levels, choice),
  })
}

/**
 * The organisations right below one: those of its kind first, then its institutions, which add up to it; or, of the
 * region, its sectors, whose people are counted by authorities too.
 */
const idsBelow = async (
  table: Table,
  organisation: Organisation,
  by: 'organisation' | 'department',
): Promise<string[]> => {
  if (organisation.kind === 'institution') return []
  if (by === 'department') return isRegional(organisation) ? await rootDepartmentIds(table) : []
  return (
    await Promise.all([childIdsOf(table, organisation.id), institutionIdsOf(table, organisation)])
  ).flat()
}

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly by: 'organisation' | 'department'
}

/** Where a page begins, the cursor being the id of the last one before it. */
const after = (ids: readonly string[], cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const place = ids.indexOf(cursor)
  if (place < 0) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return place + 1
}

/** Those right below an organisation with their numbers, page by page; the cursor is the last one's id. */
export const listBelow = async (
  host: RecordsHost,
  organisation: Organisation,
  year: number,
  choice: Choice,
  { limit, cursor, by }: Page,
): Promise<{ items: PlaceFigures[]; cursor: string | null }> => {
  const { table } = host
  const all = await idsBelow(table, organisation, by)
  const from = after(all, cursor)
  const ids = all.slice(from, from + limit)
  const { own, other } = daysOf(host, year, choice)
  const items = await mapConcurrently(await readOrganisations(table, ids), 4, async (one) => {
    const cells = await cellsOf(table, one, year, own)
    const besides = other && (await cellsOf(table, one, other.year, past(host, other.asOf)))
    return {
      organisation: organisationView(one),
      figures: figuresOf(cells, choice),
      beside: besides === undefined ? null : figuresOf(besides, choice),
      desk: deskFiguresOf(cells, one.id, await atDesk(host, one)),
    }
  })
  const last = ids.at(-1)
  return { items, cursor: last !== undefined && from + limit < all.length ? last : null }
}

export const listStatistics =
  (host: RecordsHost) => async (year: number, choice: Choice & Page, actor: Actor) => {
    const chosen = await chosenOrganisation(host.table, actor, choice.organisation)
    return chosen.ok ? succeed(await listBelow(host, chosen.value, year, choice, choice)) : chosen
  }
