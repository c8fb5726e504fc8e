import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importRoster } from '../../functions/imports/file-roster.ts'
import { type ImportFile, importPersons } from '../../functions/imports/import-file.ts'
import { rosterTemplate } from '../../functions/imports/import-roster.ts'
import { personTemplate } from '../../functions/imports/person-rows.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { writeCsv } from '../../functions/platform/spreadsheet/csv.ts'
import { MOST_ROWS } from '../../functions/platform/spreadsheet/spreadsheet.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { personsOf, readPerson } from '../../functions/staff/person.ts'
import { personChanges } from '../../functions/staff/person-change.ts'
import { numbersOf } from '../../functions/staff/staff-number.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
const deps = () => recordingHost(table, { now: () => Date.parse('2026-06-15T09:00:00+08:00') }, asked)
const fresh = async () => {
  asked = nothingAsked()
  table = await database.newTable()
  await seedRegisters(table)
}

const HEADER = '工号*,姓名*,岗位类型*,聘用日期*,领导人员,聘期开始,聘期结束'
const sheet = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`)
const load = async (bytes: Uint8Array, more: Partial<ImportFile> = {}, actor: Actor = people.registrar) =>
  importPersons(deps())({ bytes, mode: 'preview', partial: false, ...more }, actor, 'zh')
const loaded = async (...given: Parameters<typeof load>) => {
  const outcome = await load(...given)
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.errors)}`)
  return outcome.value
}

const GOOD = ['n1,张三·买买提,专业技术,2026/3/16,否,2026-03-16,2029-03-15', 'N2,𠮷田,工勤技能人员,46097,是,,']
const count = async () => (await personsOf(table, 'i', { limit: 100 })).items.length

describe('persons from a file', () => {
  beforeEach(fresh)
  test('a preview says what would happen and writes nothing', async () => {
    expect(await loaded(sheet(...GOOD, 'A1,名staff.li,,,,,'))).toMatchObject({
      rows: 3,
      new: 2,
      changed: 0,
      unchanged: 1,
      failed: 0,
      errors: [],
      failedRows: null,
      applied: 0,
    })
    expect(await count()).toBe(2)
  })

  test('the preview tells of names that no certificate can print, by their rows', async () => {
    const view = await loaded(sheet(...GOOD, 'n3,李\uE000,管理,2026-03-16,,,'))
    expect(view).toMatchObject({ new: 3, failed: 0 })
    expect(view.notes).toEqual([expect.stringContaining('第 4 行的名称里有证书印不出的字')])
  })

  test('applied, the people are there; again, nothing happens', async () => {
    expect(await loaded(sheet(...GOOD), { mode: 'apply' })).toMatchObject({
      new: 2,
      applied: 2,
      remaining: 0,
    })
    const numbers = await numbersOf(table, 'i')
    expect(await readPerson(table, numbers.get('N1') ?? '')).toMatchObject({
      name: '张三·买买提',
      postType: 'professional',
      hiredOn: '2026-03-16',
      leader: false,
      terms: [{ from: '2026-03-16', to: '2029-03-15' }],
      version: 1,
    })
    expect(await readPerson(table, numbers.get('N2') ?? '')).toMatchObject({
      name: '𠮷田',
      postType: 'worker',
      hiredOn: '2026-03-16',
      leader: true,
    })
    expect(await loaded(sheet(...GOOD), { mode: 'apply' })).toMatchObject({
      new: 0,
      unchanged: 2,
      applied: 0,
    })
    expect(await personChanges(table, numbers.get('N1') ?? '')).toHaveLength(1)
  })

  test('the same file from three at once makes each person once', async () => {
    await Promise.all([1, 2, 3].map(() => loaded(sheet(...GOOD), { mode: 'apply' })))
    expect(await count()).toBe(4)
  })

  test('known people are changed as the row says; an empty cell changes nothing', async () => {
    const bytes = sheet('A1,李静仪,,,,,')
    expect(await loaded(bytes)).toMatchObject({ new: 0, changed: 1 })
    expect(await loaded(bytes, { mode: 'apply' })).toMatchObject({ applied: 1 })
    expect(await readPerson(table, 'staff.li')).toMatchObject({
      name: '李静仪',
      postType: 'professional',
      hiredOn: '2019-08-01',
      leader: false,
      terms: [],
      version: 2,
    })
    expect((await personChanges(table, 'staff.li')).at(-1)).toMatchObject({
      what: 'imported',
      by: 'unit.admin',
    })
  })

  const BAD = [
    ',无工号,管理,2020-01-01,,,',
    'B1,,管理,2020-01-01,,,',
    'B2,张,老师,2020-02-30,,,',
    'B3,张,管理,2028-01-01,,,',
    'B4,张,管理,2020-01-01,也许,2026-01-01,',
    'B5,张,管理,2020-01-01,,2026-01-01,2025-12-31',
    '150102199003074518,张,管理,2020-01-01,,,',
    'B7,张,管理,2020-01-01,,,',
    'b7,王,管理,2020-01-01,,,',
    'A2,换我,管理,2020-01-01,,,',
  ]

  test('every fault has its row and column', async () => {
    const view = await loaded(sheet(...BAD))
    expect(view.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, '工号'],
      [3, '姓名'],
      [4, '岗位类型'],
      [4, '聘用日期'],
      [5, '聘用日期'],
      [6, '聘期结束'],
      [6, '领导人员'],
      [7, '聘期结束'],
      [8, '工号'],
      [10, '工号'],
      [11, '整行'],
    ])
    expect(view).toMatchObject({ rows: 10, new: 1, failed: 9 })
    expect(view.errors.find(({ column }) => column === '岗位类型')?.value).toBe('老师')
  })

  test('with a fault nothing is entered, unless the others are wanted alone', async () => {
    expect(await load(sheet(...GOOD, ...BAD), { mode: 'apply' })).toMatchObject({ code: 'ROWS_INVALID' })
    expect(await count()).toBe(2)
    expect(await loaded(sheet(...GOOD, ...BAD), { mode: 'apply', partial: true })).toMatchObject({
      applied: 3,
    })
    expect(await count()).toBe(5)
  })

  test('the file of failed rows says why, and is taken again once corrected', async () => {
    const { failedRows } = await loaded(sheet(...GOOD, 'B2,张,老师,2020-02-30,,,'))
    expect(failedRows).toMatch(
      /^\uFEFF工号\*,.*,错误说明\r\nB2,张,老师,2020-02-30,,,,岗位类型：.*聘用日期：.*\r\n$/,
    )
    const corrected = failedRows?.replace('老师', '管理').replace('2020-02-30', '2020-02-28') ?? ''
    const bytes = new TextEncoder().encode(corrected)
    expect(await loaded(bytes, { mode: 'apply' })).toMatchObject({ applied: 1, failed: 0 })
  })

  test('an Excel file with a title above its header and a date as a date', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '名单',
          rows: [
            ['青城实验中学人员名册', null, null, null],
            ['工号', '姓名', '岗位类别（必填）', '聘用时间'],
            [1001, '张三', '管理', new Date('2020-01-02')],
          ],
          merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 3 }],
        },
      ],
    })
    expect(await loaded(bytes, { mode: 'apply' })).toMatchObject({ applied: 1 })
    expect((await numbersOf(table, 'i')).has('1001')).toBe(true)
  })
})

describe('lists as people make them', () => {
  beforeEach(fresh)

  test('an error of a formula renames nobody', async () => {
    const bytes = sheet('A1,#N/A,专业技术,2019-08-01,,,', '#REF!,张三,管理,2020-01-01,,,')
    const view = await loaded(bytes)
    expect(view).toMatchObject({ new: 0, changed: 0, failed: 2 })
    expect(view.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, '姓名'],
      [3, '工号'],
    ])
  })

  test('a name that differs by dots and spaces alone is the name on record', async () => {
    await loaded(sheet('D1,阿拉坦·巴特尔,管理,2020-01-01,,,', 'D2,李明,管理,2020-01-01,,,'), {
      mode: 'apply',
    })
    expect(await loaded(sheet('D1,阿拉坦•巴特尔,,,,,', 'D2,李　明,,,,,'))).toMatchObject({
      unchanged: 2,
      changed: 0,
    })
  })

  test('without a number a row is of the one whom name and day of hiring fit', async () => {
    await loaded(sheet('D2,李明,管理,2020-01-01,,,'), { mode: 'apply' })
    expect(
      await loaded(
        sheet(',李　明,,2020/1/1,是,,', ',李明,管理,2021-01-01,,,'),
        { institutionId: 'i' },
        people.city,
      ),
    ).toMatchObject({
      changed: 1,
      failed: 1,
      errors: [{ row: 3, column: '工号' }],
      shown: [
        { row: 2, state: 'changed', values: { 姓名: '李　明', 聘用日期: '2020-01-01', 领导人员: '是' } },
        { row: 3, state: 'failed' },
      ],
    })
  })

  test('a new number with the name and day of someone on record is asked about, and entered as answered', async () => {
    await loaded(sheet('123,李明,管理,2020-01-01,,,'), { mode: 'apply' })
    const staffId = (await numbersOf(table, 'i')).get('123') ?? ''
    const bytes = sheet('000123,李明,管理,2020-01-01,,,')
    const view = await loaded(bytes)
    expect(view).toMatchObject({
      new: 0,
      asked: 1,
      failed: 0,
      questions: [{ row: 2, staffNo: '000123', mayBeNew: true, candidates: [{ staffId, staffNo: '123' }] }],
    })
    expect(await load(bytes, { mode: 'apply' })).toMatchObject({ code: 'ROWS_INVALID' })
    expect(await loaded(bytes, { mode: 'apply', partial: true })).toMatchObject({ applied: 0, asked: 1 })
    const stranger = new Map([[2, 'staff.li']])
    expect(await loaded(bytes, { answers: stranger })).toMatchObject({ failed: 1, new: 0, changed: 0 })
    const answers = new Map([[2, staffId]])
    expect(await loaded(bytes, { mode: 'apply', answers })).toMatchObject({ applied: 1, changed: 1 })
    expect((await numbersOf(table, 'i')).get('000123')).toBe(staffId)
    const anew = sheet('124,李明,管理,2020-01-01,,,')
    expect(await loaded(anew, { mode: 'apply', answers: new Map([[2, 'new']]) })).toMatchObject({
      applied: 1,
    })
    expect(await count()).toBe(4)
    expect(await loaded(anew)).toMatchObject({ unchanged: 1, asked: 0 })
  })
})

describe('what is only looked at', () => {
  beforeAll(fresh)
  test('whatever stands in the cells, it is judged and never a crash', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('A1', '46097', '2026-02-30', '９９', '是', '__proto__', '=cmd', '-1', '1e9', ''),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }), async (rows) => {
        const bytes = new TextEncoder().encode(writeCsv([HEADER.split(','), ...rows]))
        const view = await loaded(bytes)
        expect(view.new + view.changed + view.unchanged + view.failed + view.asked).toBe(view.rows)
      }),
      // Each file is read in a thread of its own; without one, `sheet.test.ts` reads many more.
      { numRuns: 20 },
    )
  })

  test('the template is a file that can be imported; its example is nobody', async () => {
    const view = await loaded(new TextEncoder().encode(personTemplate()))
    expect(view).toMatchObject({ rows: 0, new: 0, failed: 0 })
    expect(view.notes).toEqual([expect.stringContaining('第 2 行是模板的示例')])
    const filledIn = personTemplate().replace('张三', '张三丰')
    expect(await loaded(new TextEncoder().encode(filledIn))).toMatchObject({ rows: 1, new: 1, failed: 0 })
  })

  test.each<[string, Uint8Array, string]>([
    ['no table', Uint8Array.of(0xd0, 0xcf, 0x11), 'SHEET_UNREADABLE'],
    ['nothing', new Uint8Array(), 'SHEET_COLUMNS_MISSING'],
    ['other columns', new TextEncoder().encode('a,b\n1,2\n'), 'SHEET_COLUMNS_MISSING'],
    ['too many rows', sheet(...Array(MOST_ROWS + 1).fill('x,张,管理,2020-01-01,,,')), 'SHEET_TOO_LONG'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await load(bytes)).toMatchObject({ code })
  })

  test.each<[keyof typeof people, string]>([
    ['city', 'ok'],
    ['region', 'ok'],
    ['department', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['sibling', 'NOT_ALLOWED'],
    ['county', 'NOT_ALLOWED'],
    ['li', 'NOT_ALLOWED'],
  ])('%s imports for the institution: %s', async (who, expected) => {
    const outcome = await load(sheet(...GOOD), { institutionId: 'i' }, people[who])
    expect(outcome.ok ? 'ok' : outcome.code).toBe(expected)
  })
})

const CLASS = {
  title: '青年教师集中培训',
  provider: '市教师进修学院',
  subject: 'professional',
  category: 'in_service',
  trainingMode: 'offline',
  from: '2026-05-11',
  to: '2026-05-15',
  halfDays: '10',
  fullTime: 'true',
  evidence: 'e1',
}
const roster = (
  text: string,
  fields: object = {},
  more: Partial<ImportFile> = {},
  actor: Actor = people.registrar,
) =>
  importRoster(deps())(
    { bytes: new TextEncoder().encode(text), mode: 'preview', partial: false, ...more },
    { ...CLASS, ...fields },
    actor,
    'zh',
  )

describe('Art. 34, 39(1): a class roster is judged participant by participant', () => {
  beforeEach(fresh)
  test('those who are right are counted, the others named by row', async () => {
    const outcome = await roster(
      '工号,姓名,考核合格,半天数\nA1,,是,8\nA2,别人,是,\nA9,,是,\nA1,,否,\nunit.admin,,是,11\n',
    )
    expect(outcome.ok && outcome.value.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '姓名'],
      [4, '工号'],
      [5, '工号'],
      [6, '半天数'],
    ])
    expect(outcome).toMatchObject({ value: { rows: 5, new: 1, failed: 4 } })
  })

  test('of a person’s rows the later ones repeat, whichever was read first', async () => {
    const outcome = await roster(`工号\n${'A1\n'.repeat(12)}`)
    expect(outcome.ok && outcome.value.errors.map(({ row }) => row)).toEqual(
      Array.from({ length: 11 }, (_, place) => place + 3),
    )
  })

  test('what is wrong with the class itself is said once, by field', async () => {
    expect(await roster('工号\nA1\n', { to: '2026-05-01' })).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/to' }],
    })
    expect(await roster('工号\nA1\n', { hours: '40' })).toMatchObject({ errors: [{ pointer: '/hours' }] })
    expect(await roster('工号\nA1\n', { evidence: undefined })).toMatchObject({
      errors: [{ pointer: '/evidence' }],
    })
  })

  test('a training that is not over is claimed by nobody', async () => {
    const outcome = await roster('工号\nA1\n', { from: '2026-06-15', to: '2026-06-16', halfDays: '4' })
    expect(outcome).toMatchObject({ value: { new: 0, failed: 1 } })
  })

  test('with a fault nothing is filed; a class has 2,000 people at most', async () => {
    expect(await roster('工号\nA1\nA9\n', {}, { mode: 'apply' })).toMatchObject({ code: 'ROWS_INVALID' })
    const many = Array.from({ length: 2_001 }, (_, index) => `X${index}`)
    const of = (people: string[]) => roster(`工号\n${people.join('\n')}\n`)
    expect(await of(many)).toMatchObject({ code: 'PARTICIPANTS_TOO_MANY' })
  })

  test('applied, it is one claim with one proof, however often the file comes', async () => {
    const kept = {
      id: 'e1',
      sha256: 'a'.repeat(64),
      size: 1,
      type: 'application/pdf',
      uploadedBy: 'unit.admin',
      uploadedAt: '2026-06-01T09:00:00.000+08:00',
      objectKey: 'evidence/e1',
      state: 'kept' as const,
    }
    await write(table, [putEvidence(kept)])
    const text = '工号,考核合格,半天数\nA1,是,8\nstaff.li2,是,\n'
    expect(await roster(text, {}, { mode: 'apply' })).toMatchObject({ code: 'ROWS_INVALID' })
    const first = await roster(text, {}, { mode: 'apply', partial: true })
    const again = await roster(text, {}, { mode: 'apply', partial: true })
    if (!first.ok || !again.ok) throw new Error('Both should be taken.')
    expect(first.value).toMatchObject({ applied: 1, request: { status: 'in_review', round: 1 } })
    expect(again.value.request).toEqual(first.value.request)
    const record = await readRequest(table, first.value.request?.id ?? '')
    expect(record?.request).toMatchObject({
      type: 'class_roster',
      institutionId: 'i',
      participants: [{ staffId: 'staff.li', passed: true, halfDays: 8 }],
      evidence: ['e1'],
    })
    const other = await roster('工号\nA1\n', {}, { mode: 'apply' })
    expect(other).toMatchObject({ code: 'EVIDENCE_ALREADY_USED', article: '40' })
  })

  const proof = (id: string, uploadedBy = 'unit.admin') =>
    putEvidence({
      id,
      sha256: id.slice(1).padStart(64, 'a'),
      size: 1,
      type: 'application/pdf',
      uploadedBy,
      uploadedAt: '2026-06-01T09:00:00.000+08:00',
      objectKey: `evidence/${id}`,
      state: 'kept',
    })

  test('the same list for a second class is a claim of its own', async () => {
    await write(table, [proof('e1'), proof('e2')])
    const first = await roster('工号\nA1\n', {}, { mode: 'apply' })
    const second = await roster(
      '工号\nA1\n',
      { title: '第二期', from: '2026-06-01', to: '2026-06-05', evidence: 'e2' },
      { mode: 'apply' },
    )
    if (!first.ok || !second.ok) throw new Error(JSON.stringify([first, second]))
    expect(second.value.request?.id).not.toBe(first.value.request?.id)
  })

  test('days of attendance, grades and marks are read as they are meant', async () => {
    await write(table, [proof('e1')])
    const outcome = await roster('工号,姓名,出勤天数,考核成绩\nA1,,4.5天,85\n', {}, { mode: 'apply' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    expect(outcome.value.notes).toEqual([
      expect.stringContaining('60 分及以上'),
      expect.stringContaining('2 个半天'),
    ])
    const record = await readRequest(table, outcome.value.request?.id ?? '')
    expect(record?.request).toMatchObject({
      participants: [{ staffId: 'staff.li', passed: true, halfDays: 9 }],
    })
    expect(await roster('工号,考核合格\nA1,不合格\n')).toMatchObject({
      value: { new: 1, notes: ['1 行考核不合格：记入台账，不计学时。'] },
    })
    expect(await roster('工号,结业情况\nA1,优秀\n')).toMatchObject({ value: { failed: 0 } })
    expect(await roster('工号,结业情况\nA1,还行\n')).toMatchObject({ value: { failed: 1 } })
  })

  test('a name with other dots and spaces is of the person; without a number it tells who it is', async () => {
    await loaded(sheet('D1,阿拉坦·巴特尔,管理,2020-01-01,,,', 'D2,李明,管理,2020-01-01,,,'), {
      mode: 'apply',
    })
    expect(await roster('工号,姓名\nD1,阿拉坦•巴特尔\nD2,李　明\n')).toMatchObject({
      value: { failed: 0, new: 2 },
    })
    expect(await roster('工号,姓名\n,李　明\n,没有此人\n')).toMatchObject({
      value: { new: 1, failed: 1, shown: [{ row: 2, state: 'new', values: { 工号: 'D2' } }] },
    })
  })

  test('201 people are one class', async () => {
    const numbers = Array.from({ length: 201 }, (_, index) => `M${index}`)
    const persons = sheet(...numbers.map((number) => `${number},萨仁${number},管理,2020-01-01,,,`))
    await loaded(persons, { mode: 'apply' })
    await write(table, [proof('e1')])
    const outcome = await roster(`工号\n${numbers.join('\n')}\n`, {}, { mode: 'apply' })
    expect(outcome).toMatchObject({ value: { applied: 201, request: { status: 'in_review' } } })
    if (!outcome.ok) return
    const record = await readRequest(table, outcome.value.request?.id ?? '')
    expect(record?.request).toMatchObject({ participantCount: 201 })
  })

  test('Art. 32, 18: a row says which year it makes up for, and for which change of post it prepares', async () => {
    await write(table, [proof('e1')])
    const made = await roster('工号,补训年度\nA1,2025年度\n', {}, { mode: 'apply' })
    // Nobody makes up for a year whose delay was not granted.
    expect(made).toMatchObject({ code: 'ROWS_INVALID', errors: [{ pointer: expect.stringContaining('2') }] })
    expect(await roster('工号,补训年度\nA1,前年\n')).toMatchObject({
      value: { errors: [{ column: '补训年度' }] },
    })
    expect(await roster('工号\nA1\n', { category: 'transfer' })).toMatchObject({
      value: { failed: 1, errors: [{ column: '岗位变动日期' }] },
    })
  })

  test('whoever held a class for several institutions files one list: each registers its own people', async () => {
    await write(table, [proof('e1', people.department.id)])
    await loaded(sheet('J1,乌云,管理,2020-01-01,,,'), { mode: 'apply', institutionId: 'j' }, people.sibling)
    const text = '单位,工号,姓名\n中学i,A1,\n中学j,J1,\n某校,A1,\n,A1,\n'
    const seen = await roster(text, {}, { institutionId: 'd' }, people.department)
    expect(seen).toMatchObject({
      value: { new: 2, failed: 2, shown: [{ values: { 单位: '中学i' } }, { values: { 单位: '中学j' } }] },
    })
    const apply = () =>
      roster('单位,工号\n中学i,A1\n中学j,J1\n', {}, { institutionId: 'd', mode: 'apply' }, people.department)
    const [first, again] = [await apply(), await apply()]
    if (!first.ok || !again.ok) throw new Error(JSON.stringify([first, again]))
    expect(first.value).toMatchObject({ applied: 2 })
    expect(first.value.requests?.map(({ title }) => title)).toEqual([
      '青年教师集中培训 · 中学i',
      '青年教师集中培训 · 中学j',
    ])
    expect(again.value.requests).toEqual(first.value.requests)
    const places = await Promise.all(
      (first.value.requests ?? []).map(async ({ id }) => (await readRequest(table, id))?.request),
    )
    expect(places).toMatchObject([
      { institutionId: 'i', participantCount: 1, status: 'in_review' },
      { institutionId: 'j', participantCount: 1, status: 'in_review' },
    ])
    expect(await roster(text, {}, { institutionId: 'd' }, people.auditor)).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await roster(text, {}, { institutionId: 'd' }, people.registrar)).toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  test('the template is a file that can be read', async () => {
    const outcome = await roster(rosterTemplate())
    expect(outcome).toMatchObject({ ok: true, value: { rows: 0, failed: 0 } })
    expect(outcome.ok && outcome.value.notes).toEqual([expect.stringContaining('示例')])
  })

  test('others’ people are nobody here', async () => {
    expect(await roster('工号\nA1\n', {}, { institutionId: 'i' }, people.sibling)).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await roster('工号\nstaff.li\n', {}, {}, people.sibling)).toMatchObject({
      value: { new: 0, failed: 1 },
    })
  })
})
