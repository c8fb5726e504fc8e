import { writeXlsx } from 'hucre/xlsx'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { yesNo } from '../platform/words.ts'
import type { ResultRow } from './api.ts'
import { resultColumns, resultStatuses } from './words.ts'

/** The most persons whose rows fit into one answer of a function. */
export const MOST_EXPORTED = 30_000

const columns = Object.values(resultColumns).map(({ zh }) => zh)

const yes = (said: boolean): string => (said ? yesNo.yes : yesNo.no).zh

const cellsOf = ({ staffId, name, institution, status, provisional, missing, madeUp, asOf }: ResultRow) => [
  staffId,
  name,
  institution.name,
  resultStatuses[status].zh,
  yes(provisional),
  missing.hours,
  missing.public,
  missing.professional,
  yes(madeUp),
  asOf,
]

/** As CSV that Excel opens with the right letters, and in which no cell is a formula. */
export const resultsCsv = (rows: readonly ResultRow[]): string =>
  writeCsv([[...columns], ...rows.map((row) => cellsOf(row).map(String))])

/** As a workbook; texts are texts there, whatever they begin with. */
export const resultsXlsx = (year: number, rows: readonly ResultRow[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: `${year} 年度结果`,
        columns: columns.map((header) => ({
          header,
          width: header === resultColumns.institution.zh ? 36 : 14,
        })),
        rows: [[...columns], ...rows.map(cellsOf)],
      },
    ],
  })
