import type { Text } from '../platform/language.ts'
import type { Sheet, Workbook } from '../platform/spreadsheet/spreadsheet.ts'
import { findHeader, type Header, lacking } from './header.ts'
import type { Column } from './import-table.ts'
import { readNotes } from './words.ts'

export interface Chosen<Field extends string> {
  readonly sheet: Sheet
  readonly header: Header<Field> | undefined
  readonly notes: readonly Text[]
}

/**
 * The sheet that has the list: of those with all needed columns the one with most of the others, the first where two
 * have as many. Which it is, and what was not read, is said where there is more than one.
 */
export const chooseSheet = <Field extends string>(
  { sheets, hiddenSheets }: Workbook,
  columns: readonly Column<Field>[],
): Chosen<Field> | undefined => {
  const candidates = sheets.map((sheet) => {
    const header = findHeader(sheet, columns)
    return { sheet, header, lacks: lacking(header, columns).length, size: header?.found.size ?? 0 }
  })
  const [chosen] = candidates.toSorted((one, other) => one.lacks - other.lacks || other.size - one.size)
  if (chosen === undefined) return undefined
  const others = candidates.filter((one) => one !== chosen)
  const fitting = others.filter(({ lacks, header }) => lacks === 0 && header !== undefined)
  const left = others.filter((one) => !fitting.includes(one) && one.sheet.rows.length > 0)
  const names = (list: typeof others) => list.map(({ sheet: { name } }) => name)
  return {
    sheet: chosen.sheet,
    header: chosen.header,
    notes: [
      ...(fitting.length + left.length > 0
        ? [readNotes.sheetChosen(chosen.sheet.name, names([...fitting, ...left]))]
        : []),
      ...(fitting.length > 0 ? [readNotes.sheetsFitting(names(fitting))] : []),
      ...(hiddenSheets.length > 0 ? [readNotes.sheetsHidden(hiddenSheets)] : []),
    ],
  }
}
