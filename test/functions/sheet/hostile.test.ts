import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { personColumns } from '../../../functions/imports/person-rows.ts'
import { readTable } from '../../../functions/imports/read-table.ts'
import { readSheetInWorker } from '../../../functions/platform/spreadsheet/read-in-worker.ts'
import { LONGEST_CELL, SheetUnreadableError } from '../../../functions/platform/spreadsheet/spreadsheet.ts'

const HEADER = ['工号', '姓名', '岗位类型', '聘用日期']
const ROW = ['A1', '王建军', '管理', '2024-03-01']
const utf8 = (text: string) => new TextEncoder().encode(text)
const workbook = (rows: (string | number)[][], more: object = {}) =>
  writeXlsx({ sheets: [{ name: '人员', rows, ...more }] })

/** The longest that this thread did nothing else while `work` was on its way, in milliseconds, and what came of it. */
const measured = async <T>(work: () => Promise<T>) => {
  let longest = 0
  let last = performance.now()
  const pulse = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const beating = setInterval(pulse, 5)
  const begun = performance.now()
  try {
    return {
      value: await work(),
      milliseconds: performance.now() - begun,
      get longest() {
        return longest
      },
    }
  } finally {
    pulse()
    clearInterval(beating)
  }
}

describe('a file that was made to be slow holds nobody up', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['400,000 opening brackets in a header cell', () => workbook([[...HEADER, '('.repeat(400_000)], ROW])],
    [
      'the same as CSV, in a hundred cells',
      () => utf8(`${HEADER},${`${'('.repeat(800)},`.repeat(96)}\n${ROW}\n`),
    ],
    [
      'accents without end on one letter',
      () => workbook([[...HEADER, `a${'\u0301\u0323'.repeat(15_000)}`], ROW]),
    ],
    ['the same as CSV', () => utf8(`${HEADER},a${'\u0301\u0323'.repeat(15_000)}\n${ROW}\n`)],
    ['a cell of spaces', () => workbook([[...HEADER, `x${' '.repeat(30_000)}x`], ROW])],
  ])('%s: the table is read, and this thread goes on meanwhile', async (_, make) => {
    const bytes = await make()
    const reading = await measured(() => readTable(bytes, personColumns))
    expect(reading.value).toMatchObject({ ok: true, value: { rows: [{ values: { staffNo: 'A1' } }] } })
    expect(reading.longest).toBeLessThan(1_000)
    expect(reading.milliseconds).toBeLessThan(5_000)
  })

  test('60,000 merged ranges, each over the whole table, are no table', async () => {
    const rows = Array.from({ length: 2_000 }, () => Array.from({ length: 20 }, () => 'x'))
    const merges = Array.from({ length: 60_000 }, () => ({
      startRow: 0,
      endRow: 1_999,
      startCol: 0,
      endCol: 19,
    }))
    const bytes = await workbook([HEADER, ...rows], { merges })
    const reading = await measured(() => readTable(bytes, personColumns))
    expect(reading.value).toMatchObject({ ok: false, code: 'SHEET_UNREADABLE' })
    expect(reading.longest).toBeLessThan(1_000)
  })

  test('merged ranges that cover each place once are filled as before', async () => {
    const bytes = await workbook(
      [
        ['a', 'b'],
        ['x', 'y'],
        ['', 'z'],
      ],
      {
        merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
      },
    )
    expect((await readSheetInWorker(bytes)).sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['x', 'y'],
      ['x', 'z'],
    ])
  })

  test('what takes longer than is given, or more text than any table holds, is refused by name', async () => {
    await expect(readSheetInWorker(utf8('a,b\n'), { patience: 1 })).rejects.toThrow(SheetUnreadableError)
    const line = `${'长'.repeat(LONGEST_CELL)},`.repeat(3)
    expect(await readSheetInWorker(utf8(`${line}\n`.repeat(4_000)), { patience: 60_000 })).toMatchObject({
      sheets: [{ isTooLong: true }],
    })
  })

  test('a header’s remark is passed over, an open bracket is not', async () => {
    const header = ['工号（必填）', '姓名(如 张三)*', '岗位类型（三类）（必填）', '聘用日期', '备注(']
    const read = await readTable(await workbook([header, [...ROW, '-']]), personColumns)
    expect(read).toMatchObject({ ok: true, value: { rows: [{ values: { name: '王建军' } }] } })
  })
})
