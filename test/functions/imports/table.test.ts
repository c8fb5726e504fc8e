import { type Cell, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { rosterColumns, rosterExample } from '../../../functions/imports/import-roster.ts'
import { personColumns, personExample } from '../../../functions/imports/person-rows.ts'
import { tableIn } from '../../../functions/imports/read-table.ts'
import { readSheet } from '../../../functions/platform/spreadsheet/read-spreadsheet.ts'

type Values = (string | number | boolean | Date | null)[][]
type Given = Parameters<typeof writeXlsx>[0]['sheets'][number]

const HEADER = ['工号', '姓名', '岗位类型', '聘用日期']
const LI = ['A1', '李明', '管理', '2024-03-01']
const WANG = ['A2', '王建军', '管理', '2024-03-01']

const read = async (...sheets: Given[]) =>
  tableIn(await readSheet(await writeXlsx({ sheets })), personColumns, personExample)
const persons = async (...sheets: Given[]) => {
  const table = await read(...sheets)
  if (!table.ok) throw new Error(`${table.code} ${JSON.stringify(table.errors)}`)
  return {
    ...table.value,
    numbers: table.value.rows.map(({ values: { staffNo } }) => staffNo),
    said: table.value.notes.map(({ zh }) => zh),
  }
}
const sheet = (rows: Values, more: Partial<Given> = {}): Given => ({ name: '名单', rows, ...more })
const text = async (content: string) =>
  tableIn(await readSheet(new TextEncoder().encode(content)), personColumns, personExample)

describe('numbers as the program shows them', () => {
  test.each<[number, string, string]>([
    [123, '000000', '000123'],
    [7, '"A"0000', 'A0007'],
    [123, '0', '123'],
    [123, '0.00', '123'],
    [1234, '#,##0', '1234'],
    [123, 'General', '123'],
    [12, '00000;-00000', '00012'],
  ])('%s formatted %s is %s', async (value, numFmt, shown) => {
    const cells = new Map<string, Partial<Cell>>([['1,0', { value, style: { numFmt } }]])
    const { numbers } = await persons(sheet([HEADER, [value, ...LI.slice(1)]], { cells }))
    expect(numbers).toEqual([shown])
  })

  test('a day with a time, and a day in Chinese form, are days', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,3', { value: new Date('2020-05-01T08:30:00Z'), style: { numFmt: 'yyyy/m/d h:mm' } }],
      ['2,3', { value: 46097, style: { numFmt: 'yyyy"年"m"月"d"日"' } }],
    ])
    const { rows } = await persons(sheet([HEADER, LI, WANG], { cells }))
    expect(rows.map(({ values: { hiredOn } }) => hiredOn)).toEqual(['2020-05-01', '2026-03-16'])
  })

  test('="00123" is a text in a CSV file, quoted or not', async () => {
    const table = await text(`${HEADER}\n="00123",李明,管理,2024-03-01\n"=""00124""",王,管理,2024-03-01\n`)
    expect(table.ok && table.value.rows.map(({ values: { staffNo } }) => staffNo)).toEqual(['00123', '00124'])
  })

  test.each<[string, number[]]>([
    ['utf16le', [0xff, 0xfe]],
    ['utf16be', [0xfe, 0xff]],
  ])('UTF-16 (%s) with tabs is read', async (encoding, mark) => {
    const bytes = Buffer.from(`${HEADER.join('\t')}\r\n${LI.join('\t')}\r\n`, 'utf16le')
    if (encoding === 'utf16be') bytes.swap16()
    const table = tableIn(await readSheet(Uint8Array.from([...mark, ...bytes])), personColumns, personExample)
    expect(table).toMatchObject({ ok: true, value: { rows: [{ values: { name: '李明' } }] } })
  })
})

describe('the list in the workbook', () => {
  test('on the second sheet it is found, and the other is named', async () => {
    const table = await persons({ name: '填写说明', rows: [['请按要求填写']] }, sheet([HEADER, LI]))
    expect([table.sheet, table.numbers]).toEqual(['名单', ['A1']])
    expect(table.said).toEqual(['读取的是工作表“名单”；没有读取：“填写说明”。'])
  })

  test('of two sheets with the same columns the first is read, and the second is said to have them', async () => {
    const table = await persons(sheet([HEADER, LI]), sheet([HEADER, WANG], { name: '二部' }))
    expect(table.numbers).toEqual(['A1'])
    expect(table.said).toEqual([
      '读取的是工作表“名单”；没有读取：“二部”。',
      expect.stringContaining('“二部”也有同样的列'),
    ])
  })

  test('hidden sheets are named', async () => {
    const table = await persons(sheet([HEADER, WANG], { name: '旧', hidden: true }), sheet([HEADER, LI]))
    expect([table.numbers, table.said]).toEqual([['A1'], ['隐藏的工作表没有读取：“旧”。']])
  })

  test('hidden rows are named and not read', async () => {
    const table = await persons(sheet([HEADER, LI, WANG], { rowDefs: new Map([[2, { hidden: true }]]) }))
    expect([table.numbers, table.said]).toEqual([
      ['A1'],
      [expect.stringContaining('第 3 行被隐藏或筛选掉了')],
    ])
  })

  test('a hidden column is named and not read; one that is needed is asked for', async () => {
    const columns = [{}, {}, {}, {}, { hidden: true }]
    const table = await persons(
      sheet(
        [
          [...HEADER, '领导人员'],
          [...LI, '是'],
        ],
        { columns },
      ),
    )
    expect(table.rows[0]?.values.leader).toBe('')
    expect(table.said).toEqual([expect.stringContaining('隐藏的列没有读取：“领导人员”')])
    expect(await read(sheet([HEADER, LI], { columns: [{ hidden: true }] }))).toMatchObject({
      code: 'SHEET_COLUMNS_MISSING',
      errors: [{ pointer: '/columns/工号', detail: { zh: expect.stringContaining('被隐藏') } }],
    })
  })

  test('cells merged over rows are said, a title’s are not', async () => {
    const table = await persons(
      sheet([['名册'], HEADER, LI, ['A2', '王建军', null, '2024-03-01']], {
        merges: [
          { startRow: 0, endRow: 0, startCol: 0, endCol: 3 },
          { startRow: 2, endRow: 3, startCol: 2, endCol: 2 },
        ],
      }),
    )
    expect(table.rows.map(({ values: { postType } }) => postType)).toEqual(['管理', '管理'])
    expect(table.said).toEqual([expect.stringContaining('合并的单元格 C3:C4')])
  })

  test('each column is said to be read, or not', async () => {
    const { columns } = await persons(
      sheet([
        ['序号', '职工号', '姓　名', '岗位类别（必填）', '聘用时间：', '民族'],
        [1, 'A1', '李明', '管理', '2024-03-01', '汉'],
      ]),
    )
    expect(columns).toEqual([
      { name: '序号', as: null },
      { name: '职工号', as: '工号' },
      { name: '姓　名', as: '姓名' },
      { name: '岗位类别（必填）', as: '岗位类型' },
      { name: '聘用时间：', as: '聘用日期' },
      { name: '民族', as: null },
    ])
  })
})

describe('rows that are not of the list are left out and named', () => {
  test.each<[string, (string | number)[], string]>([
    ['a sum', ['合计', '', '', ''], '是合计行'],
    ['a sum with a count', ['合 计：', '12人', '', ''], '是合计行'],
    ['a sum in the column of names', ['', '总计', '12', ''], '是合计行'],
    ['a count', ['共12人', '', '', ''], '是合计行'],
    ['a signature', ['制表人：张三', '', '', ''], '是落款或说明'],
    ['a signature with its month', ['制表人：张三', '', '', '2026年11月'], '是落款或说明'],
    ['the header again', HEADER, '重复了表头'],
    ['the template’s example', [...personExample], '是模板的示例'],
    ['the same with its days written anew', ['A0001', '张三', '专业技术', '2024/3/1', '否'], '是模板的示例'],
  ])('%s', async (_, row, why) => {
    const header = [...HEADER, '领导人员', '在册', '高层次人才', '聘期开始', '聘期结束', '退休日期', '残疾']
    const rows = row === HEADER ? [header, LI, header] : [header, LI, row]
    const table = await persons(sheet(rows))
    expect([table.numbers, table.said]).toEqual([['A1'], [expect.stringContaining(`第 3 行${why}`)]])
  })

  test('rows that are numbered and hold nothing else', async () => {
    const table = await persons(
      sheet([
        ['序号', ...HEADER],
        [1, ...LI],
        [2, '', '', '', ''],
      ]),
    )
    expect([table.numbers, table.said]).toEqual([['A1'], [expect.stringContaining('第 3 行没有填写')]])
  })

  test('someone who is like the example but for one cell is someone', async () => {
    const row = ['A0001', '张三', '专业技术', '2024-03-02']
    expect((await persons(sheet([HEADER, row]))).numbers).toEqual(['A0001'])
  })

  test('a row without a number whose name is a name stays', async () => {
    expect((await persons(sheet([HEADER, ['', '李明', '管理', '2024-03-01']]))).rows).toHaveLength(1)
  })
})

describe('a class’s list by the names that people give its columns', () => {
  test.each([
    ['出勤天数', 'days'],
    ['实际出勤天数', 'days'],
    ['出勤（天）', 'days'],
    ['出勤（半天）', 'halfDays'],
    ['半天数', 'halfDays'],
    ['考核成绩', 'mark'],
    ['结业情况', 'passed'],
    ['实际学时', 'hours'],
  ] as const)('%s is %s', async (name, field) => {
    const bytes = new TextEncoder().encode(`工号,${name}\nA1,4\n`)
    const table = tableIn(await readSheet(bytes), rosterColumns, rosterExample)
    expect(table.ok && table.value.rows[0]?.values[field]).toBe('4')
  })
})

describe('a header of two lines', () => {
  const UPPER = ['工号', '姓名', '岗位', '', '聘期', '']
  const LOWER = ['', '', '岗位类型', '聘用日期', '开始', '结束']
  const ROW = ['A1', '李明', '管理', '2024-03-01', '2024-03-01', '2027-02-28']
  const values = { staffNo: 'A1', postType: '管理', termFrom: '2024-03-01', termTo: '2027-02-28' }

  test('names columns by group and column together, in a workbook with merged cells and in CSV without', async () => {
    const merges = [
      { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
      { startRow: 0, endRow: 1, startCol: 1, endCol: 1 },
      { startRow: 0, endRow: 0, startCol: 2, endCol: 3 },
      { startRow: 0, endRow: 0, startCol: 4, endCol: 5 },
    ]
    const { rows } = await persons(sheet([UPPER, LOWER, ROW], { merges }))
    expect(rows).toMatchObject([{ number: 3, values }])
    const table = await text([UPPER, LOWER, ROW].map((cells) => cells.join(',')).join('\n'))
    expect(table.ok && table.value.rows).toMatchObject([{ number: 3, values }])
    expect(table.ok && table.value.columns.map(({ as }) => as)).not.toContain(null)
  })

  test('is left out where a printed page repeats it', async () => {
    const { numbers, said } = await persons(sheet([UPPER, LOWER, ROW, UPPER, LOWER, ['A2', ...ROW.slice(1)]]))
    expect(numbers).toEqual(['A1', 'A2'])
    expect(said.join()).toContain('表头')
  })

  test('of one line takes no row of data for its second', async () => {
    const { rows } = await persons(sheet([HEADER, LI, ['', '', '开始', '结束'], WANG]))
    expect(rows[0]).toMatchObject({ number: 2, values: { staffNo: 'A1' } })
  })
})
