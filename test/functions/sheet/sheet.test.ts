import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../../functions/platform/spreadsheet/csv.ts'
import { readSheet } from '../../../functions/platform/spreadsheet/read-spreadsheet.ts'
import {
  MOST_ROWS,
  SheetTooLongError,
  SheetUnreadableError,
  type Workbook,
} from '../../../functions/platform/spreadsheet/spreadsheet.ts'
import { unpackedSize } from '../../../functions/platform/spreadsheet/zip-size.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = ({ sheets: [sheet] }: Workbook) => sheet?.rows ?? []
const cellsOf = (workbook: Workbook) => rowsOf(workbook).map(({ cells }) => [...cells])

/** 工号,姓名 / A1,王建军 as Chinese Excel saves it. */
const GB18030 = Uint8Array.from(Buffer.from('b9a4bac52cd0d5c3fb0d0a41312ccdf5bda8befc0d0a', 'hex'))

const LONG_NAME =
  '阿不都热合曼·阿不力孜·买买提明·吐尔逊·艾合买提江·古丽娜尔·热依汗古丽·阿依古丽·麦麦提敏·伊力'

describe('CSV as people save it', () => {
  test('UTF-8 with its mark and without, and GB18030, are the same table', () => {
    const table = [
      ['工号', '姓名'],
      ['A1', '王建军'],
    ]
    const text = '工号,姓名\r\nA1,王建军\r\n'
    expect(cellsOf(readCsv(utf8(text)))).toEqual(table)
    expect(cellsOf(readCsv(utf8(`\uFEFF${text}`)))).toEqual(table)
    expect(cellsOf(readCsv(GB18030))).toEqual(table)
  })

  test('a cell may hold line breaks, commas and quotes; rows are numbered as a spreadsheet numbers them', () => {
    const rows = rowsOf(readCsv(utf8('a,b\r\n"一行\r\n又一行","他说""好"",然后"\r\n\r\nc,d\r\n')))
    expect(rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['一行\r\n又一行', '他说"好",然后'] },
      { number: 4, cells: ['c', 'd'] },
    ])
  })

  test('names of fifty characters with ·, and characters beyond the first plane, come through whole', () => {
    expect([...LONG_NAME].length).toBeGreaterThanOrEqual(50)
    const rows = readCsv(utf8(`姓名\n${LONG_NAME}\n𠮷田𬱖\n`))
    expect(cellsOf(rows)).toEqual([['姓名'], [LONG_NAME], ['𠮷田𬱖']])
  })

  test('tabs and semicolons separate as well', () => {
    expect(cellsOf(readCsv(utf8('a\tb\n1,5\t2\n')))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    expect(cellsOf(readCsv(utf8('a;b\n1;2\n')))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('what is no text, has an open quote or too many rows is refused by name', () => {
    expect(() => readCsv(Uint8Array.of(0xff, 0xff, 0x00, 0x41))).toThrow(SheetUnreadableError)
    expect(() => readCsv(utf8('a,"b\n'))).toThrow(SheetUnreadableError)
    expect(() => readCsv(utf8('a\n'.repeat(2 * (MOST_ROWS + 11))))).toThrow(SheetTooLongError)
    expect(readCsv(utf8('a\n'.repeat(MOST_ROWS + 11)))).toMatchObject({ sheets: [{ isTooLong: true }] })
    expect(rowsOf(readCsv(utf8('a\n'.repeat(MOST_ROWS + 10))))).toHaveLength(MOST_ROWS + 10)
  })

  test('what we write is read back as it was, and no program takes it for a formula', () => {
    const table = [
      ['=1+1', '+86', '-1', '@x', '正常'],
      ['含,逗号', '含"引号"', '含\n换行', '', 'ok'],
    ]
    const text = writeCsv(table)
    expect(text.startsWith("\uFEFF'=1+1,'+86,'-1,'@x,正常\r\n")).toBe(true)
    expect(cellsOf(readCsv(utf8(text)))).toEqual(table)
  })
})

describe('Excel workbooks', () => {
  const workbook = (rows: (string | number | boolean | Date | null)[][], more: object = {}) =>
    writeXlsx({ sheets: [{ name: '人员', rows, ...more }] })

  test('dates, numbers, yes and no, formulas and rare characters are texts', async () => {
    const bytes = await workbook(
      [
        ['工号', '姓名', '聘用日期', '在册', '备注'],
        ['001', '𠮷田·巴特尔', new Date('2026-03-16'), true, null],
        [2, LONG_NAME, 46097, false, null],
      ],
      {
        cells: new Map([['1,4', { value: '第1号', formula: '"第"&1&"号"', formulaResult: '第1号' }]]),
      },
    )
    expect(cellsOf(await readSheet(bytes))).toEqual([
      ['工号', '姓名', '聘用日期', '在册', '备注'],
      ['001', '𠮷田·巴特尔', '2026-03-16', 'true', '第1号'],
      ['2', LONG_NAME, '46097', 'false', ''],
    ])
  })

  test('a merged cell counts in every row that it covers; empty rows keep their numbers', async () => {
    const bytes = await workbook(
      [
        ['工号', '聘期'],
        ['1', '2024-01-01'],
        ['2', null],
        [null, null],
        ['3', '2025-01-01'],
      ],
      { merges: [{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 }] },
    )
    expect(rowsOf(await readSheet(bytes))).toEqual([
      { number: 1, cells: ['工号', '聘期'] },
      { number: 2, cells: ['1', '2024-01-01'] },
      { number: 3, cells: ['2', '2024-01-01'] },
      { number: 5, cells: ['3', '2025-01-01'] },
    ])
  })

  test('the first sheet that can be seen is read', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '隐藏', hidden: true, rows: [['x']] },
        { name: '名单', rows: [['y']] },
      ],
    })
    expect(cellsOf(await readSheet(bytes))).toEqual([['y']])
  })

  test('a file that says it unpacks to more than fits, or does not say, is refused before it is unpacked', async () => {
    const bytes = Uint8Array.from(await workbook([['a']]))
    expect(unpackedSize(bytes)).toBeGreaterThan(0)
    const at = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'))
    const view = new DataView(bytes.buffer)
    view.setUint32(at + 24, 0x7fff_ffff, true)
    await expect(readSheet(bytes)).rejects.toThrow(SheetUnreadableError)
    view.setUint32(at + 24, 0, true)
    expect(unpackedSize(bytes)).toBe(Infinity)
    expect(unpackedSize(Uint8Array.of(0x50, 0x4b))).toBe(Infinity)
  })

  test('an old Office file is refused by name', async () => {
    await expect(readSheet(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).rejects.toThrow(SheetUnreadableError)
  })
})

describe('files that nobody meant', () => {
  const settled = async (bytes: Uint8Array): Promise<boolean> => {
    try {
      return (await readSheet(bytes)).sheets.length > 0
    } catch (error) {
      return error instanceof SheetUnreadableError || error instanceof SheetTooLongError
    }
  }

  test('any bytes are read or refused by name, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await settled(bytes)).toBe(true)
        expect(await settled(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a workbook with any byte changed is read or refused by name', async () => {
    const whole = await writeXlsx({ sheets: [{ name: 'a', rows: [['工号'], ['1']] }] })
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Uint8Array.from(whole)
        bytes[at] = value
        expect(await settled(bytes)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
