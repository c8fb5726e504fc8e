import { beforeEach, expect, test } from 'vitest'
import { certificatesDue } from '../../functions/certificates/certificates-due.ts'
import { historyTemplate } from '../../functions/imports/history-rows.ts'
import { importHistory } from '../../functions/imports/import-history.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { hasTakenOver } from '../../functions/organisations/taken-over-hours.ts'
import { creditRoster } from '../../functions/outcomes/credit-roster.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { readStanding } from '../../functions/staff/standing.ts'
import { takenOverIn } from '../../functions/staff/taken-over.ts'
import { always2024 } from '../../rules/edition.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const deps = () =>
  recordingHost(table, { now: () => Date.parse('2026-06-15T09:00:00+08:00') }, nothingAsked())

beforeEach(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  await write(table, [
    putEvidence({
      id: 'e1',
      sha256: 'e1'.padEnd(64, '0'),
      objectKey: 'evidence/e1',
      type: 'application/pdf',
      size: 100,
      uploadedBy: 'unit.admin',
      uploadedAt: '2026-06-01T09:00:00.000+08:00',
      state: 'kept',
    }),
  ])
})

const load = async (
  text: string,
  more: { mode?: 'preview' | 'apply'; partial?: boolean; evidence?: string } = {},
  actor: Actor = people.registrar,
) =>
  importHistory(deps())(
    { bytes: new TextEncoder().encode(text), mode: 'preview', partial: false, ...more },
    actor,
    'zh',
  )
const loaded = async (...given: Parameters<typeof load>) => {
  const outcome = await load(...given)
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome)}`)
  return outcome.value
}

/** As somebody's old list has it: a title, another order, a year with its word, full-width digits, a sum. */
const LIST = [
  '某市事业单位继续教育平台 学时汇总,,,,,,',
  '年份,职工编号,姓名,公需科目学时,专业科目学时,是否合格,证书号',
  '2025年度,A1,,３０,60学时,合格,OLD-2025-7',
  '2025,A2,名unit.admin,24,66,合格,',
  '2023,A1,,40,50,合格,OLD-2023-9',
  '合计,,,94,176,,',
].join('\n')

test('a list as the earlier platform gave it out is understood; a preview files nothing', async () => {
  expect(await loaded(LIST)).toMatchObject({ rows: 3, new: 3, failed: 0, filings: 4, requests: [] })
  const { notes, shown } = await loaded(LIST)
  // 24 public hours are too few by the rules in force; 2023 is before them.
  expect(notes.find((note) => note.includes('不足一个年度'))).toMatch(/^第 4 行/)
  expect(shown[0]).toEqual({
    row: 3,
    state: 'new',
    values: {
      工号: 'A1',
      姓名: '名staff.li',
      年度: '2025',
      公共科目学时: '30',
      专业科目学时: '60',
      年度结果: '合格',
      证书编号: 'OLD-2025-7',
    },
  })
  expect((await loaded(historyTemplate())).rows).toBe(0)
})

test('each row at fault says why', async () => {
  const head = '工号,姓名,年度,公共科目学时,专业科目学时,年度结果\n'
  const outcome = await loaded(
    `${head}${[
      'A9,,2025,30,60,', // nobody
      'A1,别人,2025,30,60,', // another name
      'A1,,2026,30,60,', // not over
      'A1,,2018,30,60,', // hired 2019
      'A1,,25,30,60,', // no year
      'A1,,2025,0,0,视同完成', // filed as such
      'A1,,2024,0,0,', // nothing
      'A1,,2023,30,60,',
      'A1,,2023,30,60,', // repeats the one before
      'A2,,2025,30.55,60,', // decimals
    ].join('\n')}\n`,
  )
  expect(outcome.errors.map(({ row, column }) => [row, column])).toEqual([
    [2, '工号'],
    [3, '姓名'],
    [4, '年度'],
    [5, '年度'],
    [6, '年度'],
    [7, '年度结果'],
    [8, '整行'],
    [10, '整行'],
    [11, '公共科目学时'],
  ])
  expect(outcome.new).toBe(1)
})

test('it takes a proof, and the desk of the institution', async () => {
  expect(await load(LIST, { mode: 'apply' })).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
  expect(await load(LIST, { mode: 'apply', evidence: 'e1' }, people.city)).toMatchObject({
    ok: false,
    code: 'NOT_ALLOWED',
  })
})

const credit = async (id: string) => creditRoster({ ...deps(), settle: async () => {} })(id)

test('approved, the years count as others do; what was certified there is certified here by nobody', async () => {
  expect(await hasTakenOver(table, 'i')).toBe(false)
  const { requests, applied } = await loaded(LIST, { mode: 'apply', evidence: 'e1' })
  // Pages point there as long as nothing was filed.
  expect(await hasTakenOver(table, 'i')).toBe(true)
  expect(applied).toBe(3)
  expect(requests.map(({ title }) => title)).toEqual([
    '原平台 2023 年度专业科目学时',
    '原平台 2023 年度公共科目学时',
    '原平台 2025 年度专业科目学时',
    '原平台 2025 年度公共科目学时',
  ])
  const request = (await readRequest(table, requests[3]?.id ?? ''))?.request
  expect(request?.notices?.map(({ code }) => code)).toEqual(['NOTE'])
  // The same file is the same filings.
  expect((await loaded(LIST, { mode: 'apply', evidence: 'e1' })).requests).toEqual(requests)

  for (const { id } of requests) await credit(id)
  const li = await readStaff(table, 'staff.li')
  const admin = await readStaff(table, 'unit.admin')
  if (li === undefined || admin === undefined) throw new Error('They are on the register.')
  expect(assessStaff(li, 2025, '2026-06-15', always2024).annual.status).toBe('met')
  expect(assessStaff(admin, 2025, '2026-06-15', always2024).annual.status).not.toBe('met')
  expect(takenOverIn(li.entries, 2025, 'public')).toMatchObject({
    hours: 30,
    takenOver: { certificateNo: 'OLD-2025-7' },
  })
  const due = certificatesDue(li, '2026-06-15', { now: always2024, asKnownOn: () => [] })
  expect(due.filter(({ obligation }) => obligation === 'annual:2025')).toEqual([])
  expect((await readStanding(table, 'staff.li'))?.certified).toContain('annual:2025')

  // The same again does nothing; another sum of a year on record is a correction's matter.
  expect(await loaded(LIST)).toMatchObject({ new: 0, unchanged: 3, failed: 0, filings: 0 })
  const other = await loaded('工号,年度,公共科目学时\nA1,2025,31\n')
  expect(other.errors.map(({ column, detail }) => [column, detail.includes('30 学时')])).toEqual([
    ['公共科目学时', true],
  ])
})

test('of two filings of one year that were both approved, one counts', async () => {
  const one = await loaded('工号,年度,公共科目学时\nA1,2025,30\n', { mode: 'apply', evidence: 'e1' })
  const two = await loaded('工号,年度,公共科目学时\nA1,2025,45\nA2,2025,30\n', {
    mode: 'apply',
    evidence: 'e1',
  })
  for (const { id } of [...one.requests, ...two.requests]) await credit(id)
  expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(1)
  expect((await readStaff(table, 'unit.admin'))?.entries).toHaveLength(1)
})

test('without a certificate there, one is due here', async () => {
  const { requests } = await loaded('工号,年度,公共科目学时,专业科目学时\nA1,2025,30,60\n', {
    mode: 'apply',
    evidence: 'e1',
  })
  for (const { id } of requests) await credit(id)
  const li = await readStaff(table, 'staff.li')
  if (li === undefined) throw new Error('Li is on the register.')
  expect(certificatesDue(li, '2026-06-15', { now: always2024, asKnownOn: () => [] })).toMatchObject([
    { action: 'issue', obligation: 'annual:2025' },
  ])
})
