import { readCsv } from './csv.ts'
import { MOST_ROWS, SheetOldError, type Workbook } from './spreadsheet.ts'
import { readXlsx } from './xlsx.ts'

/** The first bytes of a ZIP file, which a workbook is, and of the older Office files, which are not read, nor those with a password. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf

/**
 * The sheets of an Excel or CSV file, told apart by their bytes, not by a name; of each so many rows.
 * @throws SheetUnreadableError, SheetOldError, SheetTooLongError
 */
export const readSheet = async (bytes: Uint8Array, mostRows: number = MOST_ROWS): Promise<Workbook> => {
  if (isOldOffice(bytes)) throw new SheetOldError('An old or encrypted Office file.')
  return isZip(bytes) ? await readXlsx(bytes, mostRows) : readCsv(bytes, mostRows)
}
