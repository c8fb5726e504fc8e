import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Organisation } from '../organisations/organisation.ts'
import { OrganisationId, type StaffId } from '../platform/ids.ts'
import { type CloseMode, type Key, keys } from '../platform/keys.ts'
import { beginningWith, readMany, readRange } from '../platform/ranges.ts'
import { type Item, isNew, read, type Table, type Write } from '../platform/table.ts'
import { Counts, countAll, noCounts } from './counts.ts'
import type { Finding, ResultStatus } from './result.ts'

/** A person on an institution's sheet: what lists are filtered by. */
export interface Row {
  readonly staffId: StaffId
  readonly status: ResultStatus
  readonly provisional: boolean
  /** The number of the result's entry in force. */
  readonly entry: number
}

const LETTERS = {
  met: 'm',
  deemed: 'd',
  inducting: 'i',
  deferred: 'f',
  short: 's',
  overdue: 'o',
} as const satisfies Record<ResultStatus, string>
const STATUSES: Readonly<Record<string, ResultStatus>> = {
  m: 'met',
  d: 'deemed',
  i: 'inducting',
  f: 'deferred',
  s: 'short',
  o: 'overdue',
}

/** `s`, provisional `s?`, after a correction `m2`. */
export const markOf = ({ status, provisional }: Pick<Finding, 'status' | 'provisional'>, entry: number) =>
  `${LETTERS[status]}${provisional ? '?' : ''}${entry > 1 ? entry : ''}`

class SheetDamagedError extends Error {
  override name = 'SheetDamagedError'
}

const rowFrom = (line: string): Row => {
  const parts = /^(.+)=([mdifso])(\??)(\d*)$/.exec(line)
  const status = STATUSES[parts?.[2] ?? '']
  const staffId = parts?.[1]
  if (parts === null || status === undefined || staffId === undefined)
    throw new SheetDamagedError(`Not a row of a sheet: ${line}`)
  return { staffId, status, provisional: parts[3] === '?', entry: parts[4] ? Number(parts[4]) : 1 }
}

export const lineOf = (row: Row): string => `${row.staffId}=${markOf(row, row.entry)}`

/** A sheet's lines as one text: a list of texts costs three bytes more a person. */
export const rowsIn = (text: string): Row[] => (text === '' ? [] : text.split('\n').map(rowFrom))

/**
 * An institution's year, person by person, from which lists and counts are read. An index instead would cost
 * a second write a result. A large institution's sheet has several parts.
 */
export const YearSheet = z.object({
  institutionId: OrganisationId,
  /** The department and authority when the sums were made: their sums hold this sheet. */
  departmentId: OrganisationId.optional(),
  authorityId: OrganisationId.optional(),
  run: z.number().int(),
  parts: z.number().int(),
  part: z.number().int(),
  counts: Counts,
  rows: z.string(),
  version: z.number().int(),
})
export type YearSheet = z.infer<typeof YearSheet>

/** Far below an item's limit, and cheap enough for a correction to rewrite. */
const ROWS_A_PART = 4_000

/** The part of a sheet that a person stands on: by the id alone, evenly spread. */
export const partOf = (staffId: StaffId, parts: number): number =>
  parts === 1 ? 0 : createHash('sha256').update(staffId).digest().readUInt32BE(4) % parts

type Place = Pick<YearSheet, 'institutionId' | 'departmentId' | 'authorityId' | 'run'>

/** Where an institution stands, as far as its sheet says so. */
export const placeInYear = ({ id, departmentId, authorityId }: Organisation): Omit<Place, 'run'> => ({
  institutionId: id,
  ...(departmentId === undefined ? {} : { departmentId }),
  ...(authorityId === undefined ? {} : { authorityId }),
})

/** An institution's sheet in as many parts as it needs. */
export const sheetOf = (place: Place, rows: readonly Row[]): YearSheet[] => {
  const parts = Math.max(1, Math.ceil(rows.length / ROWS_A_PART))
  return Array.from({ length: parts }, (_, part) => {
    const here = parts === 1 ? rows : rows.filter(({ staffId }) => partOf(staffId, parts) === part)
    return {
      ...place,
      parts,
      part,
      counts: countAll(here),
      rows: here.map(lineOf).sort().join('\n'),
      version: 1,
    }
  })
}

const sheetItem = (mode: CloseMode, year: number, sheet: YearSheet): Item => ({
  ...keys.yearSheet(sheet.institutionId, mode, year, sheet.part),
  ...sheet,
})

/** Overwrites an earlier run's version and this run's first one, never a corrected one. */
const firstOf = (run: number): Write['when'] => ({
  expression: 'attribute_not_exists(pk) OR #version = :first OR #run < :run',
  names: { '#version': 'version', '#run': 'run' },
  values: { ':first': 1, ':run': run },
})

export const newSheet = (mode: CloseMode, year: number, sheet: YearSheet): Write => ({
  put: sheetItem(mode, year, sheet),
  when: firstOf(sheet.run),
})

/** The part's version was read as this one; 0: there was none. */
const asRead = (version: number): Write['when'] =>
  version === 0
    ? isNew
    : {
        expression: '#version = :version',
        names: { '#version': 'version' },
        values: { ':version': version },
      }

/** The sheet of an institution that had nobody when the year was closed. */
export const emptySheet = (place: Place): YearSheet => ({
  ...place,
  parts: 1,
  part: 0,
  counts: noCounts,
  rows: '',
  version: 0,
})

/**
 * Replaces or adds one person's row in a part of a closed year's sheet, with the new counts. Of two entries
 * of a person the later stays, in whichever order they are written.
 */
export const changeSheet = (year: number, before: YearSheet, row: Row, counts: Counts): Write => {
  const rows = rowsIn(before.rows)
  const known = rows.find(({ staffId }) => staffId === row.staffId)
  const latest = known !== undefined && known.entry > row.entry ? known : row
  const others = rows.filter(({ staffId }) => staffId !== row.staffId)
  const lines = [...others, latest].map(lineOf).sort().join('\n')
  return {
    put: sheetItem('close', year, { ...before, rows: lines, counts, version: before.version + 1 }),
    when: asRead(before.version),
  }
}

/** All parts of an institution's sheet of a run, those of other runs left out. */
export const readSheet = async (
  table: Table,
  institutionId: OrganisationId,
  mode: CloseMode,
  year: number,
  consistent = false,
): Promise<YearSheet[]> => {
  const { pk, sk } = keys.sum(institutionId, mode, year)
  const { items } = await readRange(table, pk, beginningWith(`${sk}#`), { consistent })
  return items.map((item) => YearSheet.parse(item))
}

/** The first parts of many institutions' sheets: nearly always all there is. */
export const readSheets = async (
  table: Table,
  institutionIds: readonly string[],
  mode: CloseMode,
  year: number,
): Promise<YearSheet[]> => {
  const first = (
    await readMany(
      table,
      institutionIds.map((id) => keys.yearSheet(id, mode, year, 0)),
    )
  ).map((item) => YearSheet.parse(item))
  const further = first.flatMap(({ institutionId, parts }) =>
    Array.from({ length: parts - 1 }, (_, part) => keys.yearSheet(institutionId, mode, year, part + 1)),
  )
  return [...first, ...(await readMany(table, further)).map((item) => YearSheet.parse(item))]
}

/** What the institutions right below an authority or a department come to. */
export const Sum = z.object({ run: z.number().int(), counts: Counts, version: z.number().int() })
export type Sum = z.infer<typeof Sum>

export const newSum = (key: Key, run: number, counts: Counts): Write => ({
  put: { ...key, run, counts, version: 1 },
  when: firstOf(run),
})

/** Changes an organisation's sum of a closed year, or writes its first. */
export const changeSum = async (
  table: Table,
  organisationId: OrganisationId,
  year: number,
  change: (counts: Counts) => Counts,
): Promise<Write> => {
  const key = keys.sum(organisationId, 'close', year)
  const item = await read(table, key)
  const before: Sum = item === undefined ? { run: 1, counts: noCounts, version: 0 } : Sum.parse(item)
  return {
    put: { ...key, ...before, counts: change(before.counts), version: before.version + 1 },
    when: asRead(before.version),
  }
}
