import * as z from 'zod'
import { hours } from '../../rules/hours.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { childIdsOf, institutionIdsOf, withThoseBelow } from '../organisations/organisations-below.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readMany } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { Person, shardOf } from '../staff/person.ts'
import type { OrganisationYear, ResultRow } from './api.ts'
import { countsOf } from './close-counts.ts'
import { organisationYear } from './close-view.ts'
import { sumCounts } from './counts.ts'
import { Result, type ResultStatus } from './result.ts'
import { type Row, readSheets, rowsIn } from './year-sheet.ts'

/** Which results a list is about. */
export interface Choice {
  readonly status?: ResultStatus | undefined
  readonly provisional?: boolean | undefined
}

/** A part of a cursor that becomes the start of a key range: bounded, and before the range's end. */
const Id = z
  .string()
  .max(200)
  .refine((text) => text.isWellFormed() && text < '\u{10FFFF}')

/** The last person of a page: the next one begins after them. */
const Place = z.object({ node: Id, institution: Id, staffId: z.string().max(200) })
type Place = z.infer<typeof Place>

const encode = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url')
const decode = <T>(schema: z.ZodType<T>, cursor: string): T => {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new CursorInvalidError('The cursor belongs to no page of this list.')
  }
}

const SHEETS_AT_ONCE = 50
/** A page reads the sheets of at most so many institutions; a short page has a cursor to go on. */
const MOST_INSTITUTIONS = 1_000

const isChosen = ({ status, provisional }: Choice, row: Row): boolean =>
  (status === undefined || row.status === status) &&
  (provisional === undefined || row.provisional === provisional)

/** The institutions below an organisation in a fixed order: those right below each node, node by node. */
async function* institutionsFrom(table: Table, root: Organisation, from: Place | undefined) {
  if (root.kind === 'institution') {
    yield { node: root.id, institutions: [root.id] }
    return
  }
  let reached = from === undefined
  for await (const node of withThoseBelow(table, root.id)) {
    if (!reached && node !== from?.node) continue
    const after = reached ? '' : (from?.institution ?? '')
    const ids = await institutionIdsOf(table, { id: node, kind: root.kind }, after)
    // The institution in which the last page ended comes again: it may have more persons.
    yield { node, institutions: reached || from === undefined ? ids : [from.institution, ...ids] }
    reached = true
  }
}

interface Found extends Row {
  readonly place: Place
  readonly institutionId: OrganisationId
}

/** The rows of the sheets below an organisation and, after each batch of sheets, the place to go on from. */
async function* rowsFrom(table: Table, root: Organisation, year: number, choice: Choice, from?: Place) {
  for await (const { node, institutions } of institutionsFrom(table, root, from))
    for (let start = 0; start < institutions.length; start += SHEETS_AT_ONCE) {
      const ids = institutions.slice(start, start + SHEETS_AT_ONCE)
      const sheets = await readSheets(table, ids, 'close', year)
      for (const institutionId of ids) {
        const rows = sheets
          .filter((sheet) => sheet.institutionId === institutionId)
          .flatMap((sheet) => rowsIn(sheet.rows))
          .sort((one, other) => (one.staffId < other.staffId ? -1 : 1))
        for (const row of rows) {
          if (institutionId === from?.institution && row.staffId <= from.staffId) continue
          if (!isChosen(choice, row)) continue
          const found: Found = {
            ...row,
            institutionId,
            place: { node, institution: institutionId, staffId: row.staffId },
          }
          yield found
        }
      }
      const last = ids.at(-1)
      if (last !== undefined)
        yield { looked: ids.length, place: { node, institution: last, staffId: '\u{10FFFF}' } }
    }
}

/** Adds names, and what the results say, to rows. */
const fill = async (table: Table, year: number, rows: readonly Found[]): Promise<ResultRow[]> => {
  const [results, persons, institutions] = await Promise.all([
    readMany(
      table,
      rows.map(({ staffId, entry }) => keys.result(shardOf(staffId), year, staffId, entry)),
    ),
    readMany(
      table,
      rows.map(({ staffId }) => keys.person(staffId)),
    ),
    readOrganisations(table, [...new Set(rows.map(({ institutionId }) => institutionId))]),
  ])
  const resultOf = new Map(results.map((item) => [String(item.staffId), Result.parse(item)]))
  const nameOf = new Map(persons.map((item) => [String(item.id), Person.parse(item).name]))
  const institutionOf = new Map(institutions.map(({ id, name }) => [id, name]))
  return rows.flatMap(({ staffId, institutionId }): ResultRow[] => {
    const result = resultOf.get(staffId)
    if (result === undefined) return []
    const { missing } = result
    return [
      {
        staffId,
        name: nameOf.get(staffId) ?? '',
        institution: { id: institutionId, name: institutionOf.get(institutionId) ?? '' },
        status: result.status,
        provisional: result.provisional,
        madeUp: result.madeUp,
        missing: {
          hours: hours(missing.public + missing.professional),
          public: hours(missing.public),
          professional: hours(missing.professional),
        },
        asOf: result.asOf,
        entry: result.entry,
      },
    ]
  })
}

/** Checks the institution that a cursor names: nobody reads others' results by a made-up cursor. */
const requireBelow = async (table: Table, root: Organisation, { institution }: Place): Promise<void> => {
  if (institution === root.id) return
  const at = institution === '' ? undefined : await readOrganisation(table, institution)
  if (at?.overseers.includes(root.id) !== true)
    throw new CursorInvalidError('The cursor belongs to no page of this list.')
}

/** One page of a closed year's results below an organisation. */
export const listResults = async (
  table: Table,
  root: Organisation,
  year: number,
  choice: Choice,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: ResultRow[]; cursor: string | null }> => {
  const from = cursor === undefined ? undefined : decode(Place, cursor)
  if (from !== undefined) await requireBelow(table, root, from)
  const rows: Found[] = []
  let looked = 0
  let next: Place | null = null
  for await (const one of rowsFrom(table, root, year, choice, from)) {
    if ('looked' in one) {
      looked += one.looked
      if (looked < MOST_INSTITUTIONS) continue
      next = one.place
      break
    }
    if (rows.length === limit) {
      next = rows.at(-1)?.place ?? null
      break
    }
    rows.push(one)
  }
  return { items: await fill(table, year, rows), cursor: next && encode(next) }
}

const A_CHUNK = 500

/** All chosen results below an organisation; undefined where they are more than `most`. */
export const allResults = async (
  table: Table,
  root: Organisation,
  year: number,
  choice: Choice,
  most: number,
): Promise<ResultRow[] | undefined> => {
  const rows: Found[] = []
  for await (const one of rowsFrom(table, root, year, choice))
    if (!('looked' in one)) {
      if (rows.length === most) return undefined
      rows.push(one)
    }
  const chunks = Array.from({ length: Math.ceil(rows.length / A_CHUNK) }, (_, index) =>
    rows.slice(index * A_CHUNK, (index + 1) * A_CHUNK),
  )
  return (await mapConcurrently(chunks, 4, (chunk) => fill(table, year, chunk))).flat()
}

const InstitutionPlace = z.object({ after: Id })

export interface PageWanted {
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface OrganisationPage {
  readonly items: OrganisationYear[]
  readonly cursor: string | null
}

const placeIn = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : decode(InstitutionPlace, cursor).after

/** A page of institutions, given in order by their ids, with their numbers. */
export const institutionPage = async (
  table: Table,
  allIds: readonly string[],
  year: number,
  { limit, cursor }: PageWanted,
): Promise<OrganisationPage> => {
  const after = placeIn(cursor) ?? ''
  const left = allIds.filter((id) => id > after)
  const ids = left.slice(0, limit)
  const [institutions, sheets] = await Promise.all([
    readOrganisations(table, ids),
    readSheets(table, ids, 'close', year),
  ])
  const items = institutions.map((institution) => {
    const own = sheets.filter(({ institutionId }) => institutionId === institution.id)
    return organisationYear(institution, sumCounts(own.map(({ counts }) => counts)))
  })
  return { items, cursor: left.length > limit ? encode({ after: ids.at(-1) ?? '' }) : null }
}

/** The organisations right below one with their numbers: those of its kind on the first page, then institutions. */
export const listOrganisations = async (
  table: Table,
  parent: Organisation,
  year: number,
  wanted: PageWanted,
): Promise<OrganisationPage> => {
  const which = { mode: 'close', year, run: 0 } as const
  const after = placeIn(wanted.cursor)
  const children =
    after === undefined ? await readOrganisations(table, await childIdsOf(table, parent.id)) : []
  const childRows = await mapConcurrently(children, 8, async (child) =>
    organisationYear(child, await countsOf(table, child, which)),
  )
  const institutionIds = parent.kind === 'institution' ? [] : await institutionIdsOf(table, parent, after)
  const { items, cursor } = await institutionPage(table, institutionIds, year, wanted)
  return { items: [...childRows, ...items], cursor }
}
