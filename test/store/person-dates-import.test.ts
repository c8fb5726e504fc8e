import { beforeEach, describe, expect, test } from 'vitest'
import { exportPersons } from '../../functions/imports/export-persons.ts'
import { type ImportFile, personsFrom } from '../../functions/imports/import-file.ts'
import { personColumns, personExample } from '../../functions/imports/person-rows.ts'
import { tableIn } from '../../functions/imports/read-table.ts'
import { listWorkbook } from '../../functions/imports/template-workbook.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { readCsv, writeCsv } from '../../functions/platform/spreadsheet/csv.ts'
import { readXlsx } from '../../functions/platform/spreadsheet/xlsx.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { numbersOf } from '../../functions/staff/staff-number.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }

beforeEach(async () => {
  asked = nothingAsked()
  table = await database.newTable()
  await seedRegisters(table)
  await write(table, [
    putEvidence({
      ...{
        id: 'e1',
        sha256: 'a1'.repeat(32),
        size: 10,
        type: 'application/pdf' as const,
        uploadedBy: 'unit.admin',
      },
      ...{ uploadedAt: '2026-06-01T09:00:00.000+08:00', objectKey: 'evidence/e1', state: 'kept' },
    }),
  ])
})

const BASE = '工号,姓名,岗位类型,聘用日期'
const load = async (
  header: string,
  rows: readonly string[],
  more: Partial<ImportFile> = {},
  actor: Actor = people.registrar,
) => {
  const bytes = new TextEncoder().encode([`${BASE},${header}`, ...rows].join('\r\n'))
  const read = tableIn(readCsv(bytes), personColumns, personExample)
  if (!read.ok) throw new Error(read.code)
  return personsFrom(recordingHost(table, clock, asked))(
    read.value,
    { mode: 'apply', partial: false, ...more },
    actor,
    'zh',
  )
}
const loaded = async (...given: Parameters<typeof load>) => {
  const outcome = await load(...given)
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.errors)}`)
  return outcome.value
}
const numbered = async (number: string) => readPerson(table, (await numbersOf(table, 'i')).get(number) ?? '')

describe('dated facts of persons from a file', () => {
  test('of someone new they hold with the registration, a row for each post, and no flag says "always"', async () => {
    const header =
      '岗位开始日期,岗位结束日期,担任领导人员开始日期,担任领导人员结束日期,假期类别,假期开始日期,假期结束日期'
    const rows = [
      'N1,苏和,工勤技能,2015-03-01,2015-03-01,2020-12-31,,,病假,2024-02-01,2024-06-30',
      'N1,苏和,管理,,2021-01-01,,2022-05-01,2025-04-30,,,',
    ]
    expect(await loaded(header, rows)).toMatchObject({ rows: 2, new: 1, applied: 1, filings: 0 })
    expect(await numbered('N1')).toMatchObject({
      postType: 'management',
      posts: [
        { postType: 'worker', from: '2015-03-01', to: '2020-12-31' },
        { postType: 'management', from: '2021-01-01' },
      ],
      leader: false,
      leaderPeriods: [{ from: '2022-05-01', to: '2025-04-30' }],
      leaves: [{ kind: 'sick', from: '2024-02-01', to: '2024-06-30' }],
      onRegister: true,
    })
    expect(await loaded(header, rows)).toMatchObject({ new: 0, changed: 0, unchanged: 1, applied: 0 })
  })

  test('who left the register stands on it until then', async () => {
    await loaded('离册日期', ['N2,巴图,管理,2015-03-01,2026-01-31'])
    expect(await numbered('N2')).toMatchObject({
      onRegister: false,
      registerPeriods: [{ from: '2015-03-01', to: '2026-01-31' }],
    })
  })

  const LEADER = ['A1,名staff.li,,,2026-05-01']
  test('of someone on record an institution files what exempts, with a document, once', async () => {
    const header = '担任领导人员开始日期'
    expect(await load(header, LEADER)).toMatchObject({
      code: 'ROWS_INVALID',
      errors: [{ pointer: `/rows/2/${header}` }],
    })
    expect(await load(header, LEADER, { evidence: 'e9' })).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/evidence' }],
    })
    expect(await loaded(header, LEADER, { evidence: 'e1' })).toMatchObject({ changed: 1, filings: 1 })
    expect(asked.started).toMatchObject([{ machine: 'record-change' }])
    expect(await readPerson(table, 'staff.li')).toMatchObject({ leader: false, version: 1 })
    await loaded(header, LEADER, { evidence: 'e1' })
    expect(asked.started).toHaveLength(1)
  })

  test('an authority’s file holds at once, and ends what is still going on', async () => {
    const header = '担任领导人员开始日期,担任领导人员结束日期'
    await loaded(header, ['A1,名staff.li,,,2026-05-01,'], { institutionId: 'i' }, people.city)
    expect(await readPerson(table, 'staff.li')).toMatchObject({
      leader: true,
      leaderPeriods: [{ from: '2026-05-01' }],
    })
    const ended = ['A1,名staff.li,,,2026-05-01,2026-05-31']
    await loaded(header, ended, { institutionId: 'i' }, people.city)
    expect(await readPerson(table, 'staff.li')).toMatchObject({
      leader: false,
      leaderPeriods: [{ from: '2026-05-01', to: '2026-05-31' }],
    })
    expect(await loaded(header, ended, { institutionId: 'i' }, people.city)).toMatchObject({ unchanged: 1 })
  })

  test('a leave, a term, a day of hiring take two as well, of someone on record (Art. 35)', async () => {
    const header = '假期类别,假期开始日期,假期结束日期,聘期开始,聘期结束'
    const rows = ['A1,名staff.li,,2019-09-01,产假,2026-01-01,2026-05-31,2024-01-01,2026-12-31']
    expect(await load(header, rows)).toMatchObject({
      code: 'ROWS_INVALID',
      errors: [
        { pointer: '/rows/2/聘用日期' },
        { pointer: '/rows/2/聘期开始' },
        { pointer: '/rows/2/假期开始日期' },
      ],
    })
    const before = await readPerson(table, 'staff.li')
    expect(await loaded(header, rows, { evidence: 'e1' })).toMatchObject({ changed: 1, filings: 3 })
    expect(asked.started.map(({ machine }) => machine)).toEqual(Array(3).fill('record-change'))
    expect(await readPerson(table, 'staff.li')).toEqual(before)
    const above = { institutionId: 'i' }
    expect(await loaded(header, rows, above, people.city)).toMatchObject({ changed: 1, filings: 0 })
    expect(await readPerson(table, 'staff.li')).toMatchObject({
      hiredOn: '2019-09-01',
      terms: [{ from: '2024-01-01', to: '2026-12-31' }],
      leaves: [{ kind: 'maternity', from: '2026-01-01', to: '2026-05-31' }],
    })
    expect(await loaded(header, rows)).toMatchObject({ unchanged: 1 })
    const longer = ['A1,名staff.li,,,,,,2024-01-01,2027-12-31']
    await loaded(header, longer, above, people.city)
    expect((await readPerson(table, 'staff.li'))?.terms).toEqual([{ from: '2024-01-01', to: '2027-12-31' }])
  })

  test('who is to be invited is, once, new or on record; without an address it is a fault', async () => {
    const header = '邮箱,邀请'
    const rows = [
      'N3,高娃,管理,2020-01-01,gaowa@people.example,是',
      'A1,名staff.li,,,li@people.example,是',
      'N4,苏和,管理,2020-01-01,suhe@people.example,',
    ]
    expect(await loaded(header, rows, { mode: 'preview' })).toMatchObject({
      invitations: 2,
      new: 2,
      changed: 1,
    })
    expect(await loaded(header, rows)).toMatchObject({ applied: 3 })
    expect(asked.sent.flatMap(({ to }) => to).sort()).toEqual(['gaowa@people.example', 'li@people.example'])
    expect((await numbered('N3'))?.accountId).toMatch(/^a/)
    expect(await loaded(header, rows)).toMatchObject({ unchanged: 3, invitations: 0 })
    expect(asked.sent).toHaveLength(2)
    expect(await load(header, ['N5,甲,管理,2020-01-01,,是'])).toMatchObject({
      errors: [{ pointer: '/rows/2/邮箱' }],
    })
  })

  test.each([
    ['岗位开始日期', 'A1,名staff.li,,,2026-01-01', '岗位开始日期'],
    ['假期开始日期,假期结束日期', 'A1,名staff.li,,,2026-01-01,2026-02-01', '假期类别'],
    ['假期类别,假期开始日期', 'A1,名staff.li,,,病假,2026-01-01', '假期结束日期'],
    ['高层次人才结束日期', 'A1,名staff.li,,,2026-01-01', '高层次人才开始日期'],
    ['总量控制数开始日期,总量控制数结束日期', 'A1,名staff.li,,,2026-03-01,2026-02-01', '总量控制数结束日期'],
  ])('half a fact is a fault: %s', async (header, row, column) => {
    const outcome = await load(header, [row], { mode: 'preview' })
    expect(outcome.ok && outcome.value.errors.map((one) => one.column)).toContain(column)
  })

  test('an export comes back in unchanged, in CSV and in Excel, and makes the same people elsewhere', async () => {
    const header =
      '岗位开始日期,岗位结束日期,担任领导人员开始日期,假期类别,假期开始日期,假期结束日期,聘期开始,聘期结束'
    const rows = [
      'N1,苏和,工勤技能,2015-03-01,2015-03-01,2020-12-31,2022-05-01,病假,2024-02-01,2024-06-30,2021-01-01,2023-12-31',
      'N1,,管理,,2021-01-01,,,产假,2025-01-01,2025-05-31,2024-01-01,2026-12-31',
      '007,高娃,管理,2020-01-01,,,,,,,,',
    ]
    await loaded(header, rows)
    // Someone without a number, with two terms.
    const unnumbered = {
      terms: [
        { from: '2020-01-01', to: '2022-12-31' },
        { from: '2023-01-01', to: '2026-12-31' },
      ],
    }
    const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }
    await write(table, registerPerson(personOf('nobody.numbered', unnumbered), act))
    const exported = await exportPersons(table, 'i', people.registrar)
    if (!exported.ok) throw new Error(exported.code)
    const files = [
      readCsv(new TextEncoder().encode(writeCsv(exported.value))),
      await readXlsx(await listWorkbook('名册', exported.value), 100),
    ]
    for (const workbook of files) {
      const read = tableIn(workbook, personColumns, personExample)
      if (!read.ok) throw new Error(read.code)
      const host = recordingHost(table, clock, asked)
      const preview = { mode: 'preview', partial: false } as const
      expect(await personsFrom(host)(read.value, preview, people.registrar, 'zh')).toMatchObject({
        value: { rows: 7, new: 0, changed: 0, unchanged: 5, failed: 0, filings: 0 },
      })
      const elsewhere = { ...preview, mode: 'apply', partial: true, institutionId: 'j' } as const
      await personsFrom(host)(read.value, elsewhere, people.city, 'zh')
    }
    const copy = await readPerson(table, (await numbersOf(table, 'j')).get('N1') ?? '')
    const own = await numbered('N1')
    // Each has a chain of changes of its own.
    expect(copy).toEqual({ ...own, id: copy?.id, institutionId: 'j', chain: copy?.chain })
    expect(await exportPersons(table, 'i', people.sibling)).toMatchObject({ code: 'NOT_FOUND' })
  })
})
