import { beforeEach, describe, expect, test } from 'vitest'
import { importSeats, type SeatFile } from '../../functions/imports/import-seats.ts'
import { seatTemplate } from '../../functions/imports/seat-rows.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { readAccountRecord } from '../../functions/organisations/account-record.ts'
import { accountIdsByClaim } from '../../functions/organisations/claims.ts'
import { seatsAt } from '../../functions/organisations/seat.ts'
import type { Table } from '../../functions/platform/table.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }

beforeEach(async () => {
  asked = nothingAsked()
  table = await database.newTable()
  await seedRegisters(table)
})

const HEADER = '机构,席位,姓名,邮箱,负责人'
const sheet = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`)
const load = (bytes: Uint8Array, more: Partial<SeatFile> = {}, actor: Actor = people.region) =>
  importSeats(recordingHost(table, clock, asked))(
    { bytes, mode: 'preview', partial: false, begun: performance.now(), ...more },
    actor,
    'zh',
  )
const loaded = async (...given: Parameters<typeof load>) => {
  const outcome = await load(...given)
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.errors)}`)
  return outcome.value
}
const accountOf = async (email: string) => {
  const [id = ''] = await accountIdsByClaim(table, 'email', email)
  return readAccountRecord(table, id)
}

const GOOD = [
  '中学i,,高娃,gaowa@people.example,是',
  '市教育局,经办,苏和,suhe@people.example,',
  'a,审计,其木格,qimuge@people.example,',
]

describe('seats from a file', () => {
  test('a preview writes nothing and mails nobody', async () => {
    expect(await loaded(sheet(...GOOD))).toMatchObject({ rows: 3, new: 3, failed: 0, applied: 0 })
    expect(asked.sent).toEqual([])
    expect(await accountOf('gaowa@people.example')).toBeUndefined()
  })

  test('each is invited to the seat, once, whoever sends the file and however often', async () => {
    expect(await loaded(sheet(...GOOD), { mode: 'apply' })).toMatchObject({ applied: 3, remaining: 0 })
    expect(asked.sent.flatMap(({ to }) => to).sort()).toEqual([
      'gaowa@people.example',
      'qimuge@people.example',
      'suhe@people.example',
    ])
    expect(await accountOf('gaowa@people.example')).toMatchObject({
      name: '高娃',
      status: 'invited',
      roles: [{ organisationId: 'i', role: 'institution', head: true }],
    })
    expect((await seatsAt(table, 'a')).filter(({ role }) => role === 'auditor')).toMatchObject([
      { givenBy: 'hr.region', head: false },
    ])
    expect(await loaded(sheet(...GOOD), { mode: 'apply' })).toMatchObject({ unchanged: 3, applied: 0 })
    const first = sheet(GOOD[0] ?? '')
    expect(await loaded(first, { mode: 'apply' }, people.city)).toMatchObject({ unchanged: 1, applied: 0 })
    expect(asked.sent).toHaveLength(3)
  })

  test('one address is one person: a second seat sends no second mail', async () => {
    const rows = sheet('中学i,,高娃,gaowa@people.example,', '中学j,,高 娃,GAOWA@people.example,是')
    expect(await loaded(rows, { mode: 'apply' })).toMatchObject({ applied: 2 })
    expect(asked.sent).toHaveLength(1)
    expect((await accountOf('gaowa@people.example'))?.roles).toMatchObject([
      { organisationId: 'i', head: false },
      { organisationId: 'j', head: true },
    ])
    const other = await loaded(sheet('中学i,,另一人,gaowa@people.example,'))
    expect(other.errors).toMatchObject([{ row: 2, column: '姓名' }])
  })

  test('an account that is there gets the seat and no invitation; head is changed as the row says', async () => {
    await loaded(sheet('市教育局,,苏和,suhe@people.example,'), { mode: 'apply' })
    expect(await loaded(sheet('教育厅,,苏和,suhe@people.example,'), { mode: 'apply' })).toMatchObject({
      applied: 1,
    })
    expect(asked.sent).toHaveLength(1)
    expect(await loaded(sheet('d,,苏和,suhe@people.example,是'), { mode: 'apply' })).toMatchObject({
      changed: 1,
      applied: 1,
    })
    const id = (await accountOf('suhe@people.example'))?.id
    expect((await seatsAt(table, 'd')).find(({ accountId }) => accountId === id)?.head).toBe(true)
  })

  const BAD: [string, string, Actor?][] = [
    ['没有的单位,,甲,a@people.example,', '机构'],
    ['中学i,审计,甲,a@people.example,', '席位'],
    ['中学i,领导,甲,a@people.example,', '席位'],
    ['中学i,,甲,不是邮箱,', '邮箱'],
    ['中学i,,,a@people.example,', '姓名'],
    ['中学i,,名,hr.region@demo.example,', '整行'],
    ['市人社局,审计,甲,a@people.example,', '整行', people.city],
    ['另一市人社局,,甲,a@people.example,', '机构', people.city],
    ['中学j,,甲,a@people.example,', '机构', people.head],
    ['中学i,,甲,a@people.example,', '整行', people.registrar],
  ]
  test.each(BAD)('%s is a fault of %s', async (row, column, actor = people.region) => {
    const view = await loaded(sheet(row), {}, actor)
    expect(view).toMatchObject({ new: 0, failed: 1, errors: [{ row: 2, column }] })
    expect(await load(sheet(row), { mode: 'apply' }, actor)).toMatchObject({ code: 'ROWS_INVALID' })
    expect(asked.sent).toEqual([])
  })

  test('a head gives the seats of their own institution', async () => {
    const rows = sheet('中学i,,高娃,gaowa@people.example,')
    expect(await loaded(rows, { mode: 'apply' }, people.head)).toMatchObject({ applied: 1 })
  })

  test('two that send the file at once invite each once', async () => {
    await Promise.all([1, 2, 3].map(() => loaded(sheet(...GOOD), { mode: 'apply' })))
    expect(asked.sent).toHaveLength(3)
  })

  test('the template is read with its example left out', async () => {
    expect(await loaded(new TextEncoder().encode(seatTemplate()))).toMatchObject({ rows: 0, failed: 0 })
  })
})
