import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import {
  rosterColumns,
  rosterExample,
  rosterTemplateColumns,
  rosterTemplateExample,
} from '../../../functions/imports/import-roster.ts'
import { personColumns, personExample } from '../../../functions/imports/person-rows.ts'
import { tableIn } from '../../../functions/imports/read-table.ts'
import { templateWorkbook } from '../../../functions/imports/template-workbook.ts'
import { readSheet } from '../../../functions/platform/spreadsheet/read-spreadsheet.ts'

describe('the Excel template', () => {
  test('of persons comes back in with every column known and its example left out', async () => {
    const bytes = await templateWorkbook('人员名册', personColumns, personExample)
    const table = tableIn(await readSheet(bytes), personColumns, personExample)
    if (!table.ok) throw new Error(table.code)
    expect(table.value.rows).toEqual([])
    expect(table.value.columns.map(({ as }) => as)).toEqual(personColumns.map(({ names: [name] }) => name))
    expect(table.value.notes.map(({ zh }) => zh)).toEqual([
      '读取的是工作表“人员名册”；没有读取：“填写说明”。',
      '第 2 行是模板的示例，没有读取。',
    ])
  })

  test('of a class as well', async () => {
    const bytes = await templateWorkbook('培训班名册', rosterTemplateColumns, rosterTemplateExample)
    const table = tableIn(await readSheet(bytes), rosterColumns, rosterExample)
    expect(table).toMatchObject({ ok: true, value: { rows: [] } })
  })

  test('offers the words that may stand in a column, and keeps numbers as texts', async () => {
    const bytes = await templateWorkbook('人员名册', personColumns, personExample)
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
    expect(sheet?.dataValidations).toContainEqual(
      expect.objectContaining({ type: 'list', range: 'C2:C501', values: ['管理', '专业技术', '工勤技能'] }),
    )
    expect(sheet?.cells?.get('1,0')?.style?.numFmt).toBe('@')
  })
})
