import { beforeEach, describe, expect, test } from 'vitest'
import { type OrganisationFile, organisationsFrom } from '../../functions/imports/import-organisations.ts'
import {
  organisationColumns,
  organisationExample,
  organisationTemplate,
} from '../../functions/imports/organisation-rows.ts'
import { tableIn } from '../../functions/imports/read-table.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import {
  institutionsOf,
  organisationChanges,
  readOrganisation,
} from '../../functions/organisations/organisation.ts'
import { holdersOfNumbers } from '../../functions/organisations/organisation-number.ts'
import {
  changeOrganisation,
  registerOrganisation,
} from '../../functions/organisations/register-organisation.ts'
import { readCsv } from '../../functions/platform/spreadsheet/csv.ts'
import type { Table } from '../../functions/platform/table.ts'
import { recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const host = () => recordingHost(table, clock)

beforeEach(async () => {
  table = await database.newTable()
  await seedRegisters(table)
})

const HEADER = '编码,机构名称,机构类别,层级,上级机构,主管部门,行政区划代码'
const sheet = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`)
const load = async (
  bytes: Uint8Array,
  more: Partial<OrganisationFile> = {},
  actor: Actor = people.region,
) => {
  const read = tableIn(readCsv(bytes), organisationColumns, organisationExample)
  if (!read.ok) return read
  return organisationsFrom(host())(
    read.value,
    { mode: 'preview', partial: false, answers: new Map(), begun: performance.now(), ...more },
    actor,
    'zh',
  )
}
const loaded = async (...given: Parameters<typeof load>) => {
  const outcome = await load(...given)
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.errors)}`)
  return outcome.value
}
const idOf = async (number: string) => (await holdersOfNumbers(table, [number])).get(number) ?? ''
const under = async (id: string) =>
  (await institutionsOf(table, { id, kind: 'authority' }, { limit: 100 })).items
    .map(({ name }) => name)
    .sort()

/** A city with its department, its county and their institutions: children before those they stand under. */
const CITY = [
  'S3,旗第一中学,事业单位,旗县级,某旗人社局,,150125',
  'S2,市第九中学,单位,市级,C1,某市教育局,150100',
  'K1,某旗人社局,人事综合管理部门,旗县,c1,,',
  'D1,某市教育局,主管部门,盟市级,教育厅,,',
  'C1,某市人社局,人社局,盟市,自治区人社厅,,150100',
]

describe('organisations from a file', () => {
  test('the tree is found in any order, and each stands under all that are above it', async () => {
    expect(await loaded(sheet(...CITY))).toMatchObject({ rows: 5, new: 5, failed: 0, asked: 0, applied: 0 })
    expect(await idOf('S3')).toBe('')
    expect(await loaded(sheet(...CITY), { mode: 'apply' })).toMatchObject({ applied: 5, remaining: 0 })
    const [city, county, department] = await Promise.all(['C1', 'K1', 'D1'].map(idOf))
    expect(await readOrganisation(table, await idOf('S3'))).toMatchObject({
      name: '旗第一中学',
      kind: 'institution',
      level: 'county',
      number: 'S3',
      regionCode: '150125',
      authorityId: county,
      overseers: [county, city, 'r'],
    })
    expect(await readOrganisation(table, await idOf('S2'))).toMatchObject({
      departmentId: department,
      authorityId: city,
      overseers: [department, 'dr', city, 'r'],
    })
    expect(await organisationChanges(table, await idOf('S2'))).toMatchObject([
      { what: 'imported', by: 'hr.region', before: null },
    ])
  })

  test('the same file again changes nothing, also from three at once', async () => {
    await Promise.all([1, 2, 3].map(() => loaded(sheet(...CITY), { mode: 'apply' })))
    expect(await loaded(sheet(...CITY), { mode: 'apply' })).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 5,
    })
    expect(await under(await idOf('C1'))).toEqual(['市第九中学'])
  })

  test('a number tells which it is: what the row says is changed, an empty cell changes nothing', async () => {
    await loaded(sheet(...CITY), { mode: 'apply' })
    const row = sheet('S2,市第九中学（东校区）,,,,,')
    expect(await loaded(row)).toMatchObject({ new: 0, changed: 1 })
    await loaded(row, { mode: 'apply' })
    expect(await readOrganisation(table, await idOf('S2'))).toMatchObject({
      name: '市第九中学（东校区）',
      kind: 'institution',
      regionCode: '150100',
      authorityId: await idOf('C1'),
      version: 2,
    })
  })

  test('a move of an office carries what is below it along', async () => {
    await loaded(sheet(...CITY), { mode: 'apply' })
    await loaded(sheet('K1,,,,市人社局,,'), { mode: 'apply' })
    expect(await readOrganisation(table, await idOf('S3'))).toMatchObject({
      overseers: [await idOf('K1'), 'a', 'r'],
    })
  })

  test('without numbers the name in its place tells it, and a second of the same name is asked about', async () => {
    const rows = [',市第一小学,事业单位,盟市级,市人社局,,', ',市第一小学,事业单位,盟市级,市人社局,,']
    const view = await loaded(sheet(...rows))
    expect(view).toMatchObject({ new: 1, asked: 1, questions: [{ row: 3, alike: 2, candidates: [] }] })
    expect(await load(sheet(...rows), { mode: 'apply' })).toMatchObject({ ok: false, code: 'ROWS_INVALID' })
    const both = new Map([[3, 'new']])
    expect(await loaded(sheet(...rows), { mode: 'apply', answers: both })).toMatchObject({ applied: 2 })
    expect(await under('a')).toEqual(['中学i', '中学j', '市第一小学', '市第一小学'])
    // Now each row fits two on record.
    expect(await loaded(sheet(...rows))).toMatchObject({ new: 0, asked: 2 })
    expect(await loaded(sheet(',中学 i,事业单位,盟市级,市人社局,,'))).toMatchObject({
      unchanged: 1,
      asked: 0,
    })
  })

  test('a new number with the name of one on record in the same place is asked about, and entered as answered', async () => {
    const row = sheet('N7,中学i,事业单位,盟市级,市人社局,,')
    expect(await loaded(row)).toMatchObject({
      asked: 1,
      questions: [{ candidates: [{ id: 'i', number: null }] }],
    })
    await loaded(row, { mode: 'apply', answers: new Map([[2, 'i']]) })
    expect(await readOrganisation(table, 'i')).toMatchObject({ number: 'N7', departmentId: 'd', version: 2 })
    expect(await loaded(row)).toMatchObject({ unchanged: 1, asked: 0 })
  })

  const BAD: [string, string, string][] = [
    // Whoever sends the file is told how their own authority is registered, which people write in several ways.
    ['上级机构', 'X,甲,事业单位,盟市级,没有的局,,', '指的是“自治区人社厅”的'],
    ['上级机构', 'X,甲,事业单位,盟市级,,,', '上级'],
    ['上级机构', 'X,甲,事业单位,自治区级,市人社局,,', '层级'],
    ['机构类别', 'X,甲,学校,盟市级,市人社局,,', '事业单位'],
    ['层级', 'X,甲,事业单位,乡镇,市人社局,,', '盟市级'],
    ['层级', 'X,甲,事业单位,,市人社局,,', '必填'],
    ['主管部门', 'X,甲,事业单位,盟市级,市人社局,市人社局,', '都没有这个机构'],
    ['行政区划代码', 'X,甲,事业单位,盟市级,市人社局,,15', '6 位'],
    ['机构名称', 'X,,事业单位,盟市级,市人社局,,', '必填'],
  ]
  test.each(BAD)('a fault of %s is named with its row: %s', async (column, row, text) => {
    const view = await loaded(sheet(...CITY, row))
    expect(view).toMatchObject({ failed: 1, new: 5 })
    expect(view.errors[0]).toMatchObject({ row: 7, column })
    expect(view.errors[0]?.detail).toContain(text)
    // Nothing is written before the whole tree is right, unless the right rows alone are wanted.
    expect(await load(sheet(...CITY, row), { mode: 'apply' })).toMatchObject({ code: 'ROWS_INVALID' })
    expect(await idOf('C1')).toBe('')
    expect(await loaded(sheet(...CITY, row), { mode: 'apply', partial: true })).toMatchObject({ applied: 5 })
  })

  test('a circle, the same number twice, and what stands under a wrong row are faults', async () => {
    const view = await loaded(
      sheet(
        'Y1,甲局,主管部门,盟市级,乙局,,',
        'Y2,乙局,主管部门,盟市级,甲局,,',
        'Y2,丙局,主管部门,盟市级,,,',
        'Y3,戊校,事业单位,盟市级,市人社局,甲局,',
      ),
    )
    expect(view.failed).toBe(4)
    expect(view.errors.map(({ row }) => row).sort()).toEqual([2, 3, 4, 5])
    expect(JSON.stringify(view.errors)).toContain('绕成了一圈')
    expect(JSON.stringify(view.errors)).toContain('还不能登记')
  })

  test('an authority registers below itself alone; whoever has none registers nothing', async () => {
    const rows = sheet('X1,甲校,事业单位,盟市级,市人社局,市教育局,', 'X2,乙校,事业单位,盟市级,另一市人社局,,')
    expect(await loaded(rows, {}, people.city)).toMatchObject({ new: 1, errors: [{ row: 3 }] })
    const other = sheet('X3,局,主管部门,盟市级,教育厅,,')
    expect(await loaded(other, {}, people.city)).toMatchObject({ new: 0, failed: 1 })
    expect(await load(rows, {}, people.registrar)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  })

  test('time that ran out leaves rows to the next call', async () => {
    const file = { mode: 'apply', begun: performance.now() - 60_000 } as const
    expect(await loaded(sheet(...CITY), file)).toMatchObject({ applied: 0, remaining: 5 })
    expect(await loaded(sheet(...CITY), { mode: 'apply' })).toMatchObject({ applied: 5, remaining: 0 })
  })

  test('the template is read with its example left out', async () => {
    expect(await loaded(new TextEncoder().encode(organisationTemplate()))).toMatchObject({
      rows: 0,
      failed: 0,
    })
  })

  test('a number is one organisation’s, by the page as by the file', async () => {
    await loaded(sheet(...CITY), { mode: 'apply' })
    const body = { name: '别的', kind: 'institution', level: 'city', authorityId: 'a', reason: 'x' } as const
    expect(
      await registerOrganisation(host())({ ...body, number: 'S2' }, undefined, people.region),
    ).toMatchObject({
      code: 'ORGANISATION_NUMBER_TAKEN',
    })
    const change = { version: 1, reason: 'x', number: 'S2' }
    expect(await changeOrganisation(host())('i', change, people.region)).toMatchObject({
      code: 'ORGANISATION_NUMBER_TAKEN',
    })
    expect(await changeOrganisation(host())('i', { ...change, number: 'S9' }, people.region)).toMatchObject({
      ok: true,
      value: { number: 'S9' },
    })
    expect(await idOf('S9')).toBe('i')
  })
})
