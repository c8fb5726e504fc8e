import { beforeEach, describe, expect, test } from 'vitest'
import { importPersons } from '../../functions/imports/import-file.ts'
import { importSeats } from '../../functions/imports/import-seats.ts'
import { NewAccount } from '../../functions/onboarding/api.ts'
import { changeAddress, confirmAddress } from '../../functions/onboarding/change-address.ts'
import { withdrawInvitation } from '../../functions/onboarding/end-account.ts'
import { inviteAccount } from '../../functions/onboarding/invite-account.ts'
import { type Actor, newAccount, readActor } from '../../functions/organisations/account.ts'
import { isAccountOf, isPersonOf } from '../../functions/organisations/same-human.ts'
import type { Mail } from '../../functions/platform/mail.ts'
import type { Outcome } from '../../functions/platform/refusals.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let sent: Mail[]
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const mailer = {
  async send(mail: Mail) {
    sent.push(mail)
  },
}
const host = () => ({ table, clock, mailer, publicUrl: 'http://platform.example' })

beforeEach(async () => {
  sent = []
  table = await database.newTable()
  await seedRegisters(table)
})

const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'ok' : outcome.code)
const seat = { organisationId: 'i', role: 'institution', head: false }
const invite = (email: string, key: string, actor: Actor = people.head) =>
  inviteAccount(host())(NewAccount.parse({ name: '新来的人', email, seat }), key, actor)

describe('one address, one account (Art. 38)', () => {
  test('a second account of an address is refused however it is typed, and the fault is at the address', async () => {
    given(await invite('New@people.example', 'one'))
    expect(await invite(' new@PEOPLE.example', 'two')).toMatchObject({
      ok: false,
      code: 'ADDRESS_HAS_ACCOUNT',
      errors: [{ pointer: '/email' }],
    })
    // Those of accounts that are there from the beginning, too.
    expect(codeOf(await invite('Unit.Sibling@demo.example', 'three'))).toBe('ADDRESS_HAS_ACCOUNT')
    expect(sent).toHaveLength(1)
  })

  test('a repeat under the same key is the same invitation', async () => {
    const { id } = given(await invite('new@people.example', 'one'))
    expect(given(await invite('new@people.example', 'one')).id).toBe(id)
  })

  test('of several who invite the same address at once, one does', async () => {
    for (let round = 0; round < 3; round += 1) {
      const keys = ['one', 'two', 'three', 'four'].map((key) => `${key} ${round}`)
      const outcomes = await Promise.all(keys.map((key) => invite(`both${round}@people.example`, key)))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.flatMap((one) => (one.ok ? [] : [one.code]))).toEqual(
        Array(3).fill('ADDRESS_HAS_ACCOUNT'),
      )
    }
  })

  test('an invitation that was withdrawn leaves its address free', async () => {
    const { id } = given(await invite('new@people.example', 'one'))
    given(await withdrawInvitation({ table, clock })(id, { by: people.head, reason: '写错了' }))
    expect(codeOf(await invite('new@people.example', 'two'))).toBe('ok')
  })

  test('nobody changes to the address of another, be it when they ask or when they confirm', async () => {
    given(await invite('new@people.example', 'one'))
    const asked = await changeAddress(host())('unit.head', 'NEW@people.example', people.head)
    expect(codeOf(asked)).toBe('ADDRESS_HAS_ACCOUNT')
    const tokens: string[] = []
    for (const actor of [people.head, people.sibling]) {
      given(await changeAddress(host())(actor.id, 'shared@people.example', actor))
      tokens.push(/\/addresses\/([\w-]+)/.exec(sent.at(-1)?.text ?? '')?.[1] ?? '')
    }
    const confirmed = await Promise.all([
      confirmAddress(host())(tokens[0] ?? '', people.head),
      confirmAddress(host())(tokens[1] ?? '', people.sibling),
    ])
    expect(confirmed.map(codeOf).sort()).toEqual(['ADDRESS_HAS_ACCOUNT', 'ok'])
  })

  test('a person has one account: the fault is at the person', async () => {
    const body = NewAccount.parse({ name: '名', email: 'second@people.example', staffId: 'unit.admin' })
    expect(await inviteAccount(host())(body, 'one', people.head)).toMatchObject({
      code: 'PERSON_HAS_ACCOUNT',
      errors: [{ pointer: '/staffId' }],
    })
  })
})

test('an invitation says who sends it, by name, organisation and seat, and its subject says nothing of them', async () => {
  given(await invite('new@people.example', 'one'))
  expect(sent[0]?.text).toContain('邀请人：中学i 单位登记，名unit.head')
  expect(sent[0]?.subject).not.toContain('名')
})

describe('accounts on record that share an address', () => {
  const second = { ...people.registrar, id: 'unit.second', email: 'Unit.Admin@demo.example' }
  const { staffId: _, ...alone } = second

  test('they are one human: neither acts on the other’s matter, person or account', async () => {
    await write(table, newAccount(alone))
    const actor = await readActor(table, 'unit.second', '2026-06-15')
    if (actor === undefined) throw new Error('Nobody.')
    expect(actor.alsoAs).toEqual([{ id: 'unit.admin', staffId: 'unit.admin' }])
    expect(isAccountOf(actor, 'unit.admin')).toBe(true)
    expect(isPersonOf(actor, 'unit.admin')).toBe(true)
    expect(isPersonOf(actor, 'staff.li')).toBe(false)
  })

  test('whoever shares it with nobody is themselves alone', async () => {
    expect((await readActor(table, 'unit.head', '2026-06-15'))?.alsoAs).toBeUndefined()
  })
})

describe('invitations of a file are counted as they are sent', () => {
  const bytes = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${rows.join('\r\n')}\r\n`)
  const PERSONS = '工号,姓名,岗位类别,聘用日期,邮箱,邀请'

  const load = async (mode: 'preview' | 'apply', ...rows: string[]) =>
    given(
      await importPersons({ ...recordingHost(table, clock, nothingAsked()), mailer })(
        { bytes: bytes(PERSONS, ...rows), mode, institutionId: 'i', partial: true },
        people.head,
        'zh',
      ),
    )

  test('rows of one address, and addresses that are taken, are faults; the rest is sent and counted', async () => {
    const rows = [
      'N1,张三,管理,2020-03-16,n1@people.example,是',
      'N2,李四,管理,2020-03-16,N1@people.example,是',
      'N3,王五,管理,2020-03-16,unit.sibling@demo.example,是',
      'N4,赵六,管理,2020-03-16,n4@people.example,是',
    ]
    expect(await load('preview', ...rows)).toMatchObject({ new: 2, failed: 2, invitations: 2, invited: 0 })
    const done = await load('apply', ...rows)
    expect(done).toMatchObject({ applied: 2, invitations: 2, invited: 2 })
    expect(done.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '邮箱'],
      [4, '邮箱'],
    ])
    expect(sent.flatMap(({ to }) => to).sort()).toEqual(['n1@people.example', 'n4@people.example'])
    expect(await load('apply', ...rows)).toMatchObject({ applied: 0, invitations: 0, invited: 0 })
  })

  test('what a mail server refuses was not sent', async () => {
    const down = { send: async () => Promise.reject(new Error('down')) }
    const outcome = await importPersons({ ...recordingHost(table, clock, nothingAsked()), mailer: down })(
      {
        bytes: bytes(PERSONS, 'N1,张三,管理,2020-03-16,n1@people.example,是'),
        ...{ mode: 'apply' as const, institutionId: 'i', partial: false },
      },
      people.head,
      'zh',
    )
    expect(given(outcome)).toMatchObject({ applied: 1, invitations: 1, invited: 0 })
  })

  test('seats: an address that somebody has elsewhere is a fault of its row', async () => {
    const seats = (mode: 'preview' | 'apply') =>
      importSeats({ ...recordingHost(table, clock, nothingAsked()), mailer })(
        {
          bytes: bytes(
            '机构,席位,姓名,邮箱,负责人',
            '中学i,,高娃,gaowa@people.example,',
            '中学i,,名unit.sibling,unit.sibling@demo.example,',
          ),
          ...{ mode, partial: true, begun: performance.now() },
        },
        people.head,
        'zh',
      )
    expect(given(await seats('preview'))).toMatchObject({ new: 1, failed: 1, invitations: 1, invited: 0 })
    expect(given(await seats('apply'))).toMatchObject({ applied: 1, remaining: 0, invited: 1 })
  })
})
