import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { readEligibility } from '../../functions/ledger/read-eligibility.ts'
import { notifyDue } from '../../functions/notices/notify-due.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { holdChange, judgeChange } from '../../functions/outcomes/held-changes.ts'
import { recordChange } from '../../functions/outcomes/record-outcome.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { readPersonFor } from '../../functions/persons/view-person.ts'
import type { Mail } from '../../functions/platform/mail.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { findRequest } from '../../functions/requests/find-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { taskId } from '../../functions/requests/task.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { always2024 } from '../../rules/edition.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let started: { workflow: string; name: string }[]
let told: string[]
let sent: Mail[]
let today = '2026-04-01'

const host = () =>
  settling({
    table,
    clock: { now: () => Date.parse(`${today}T09:00:00+08:00`) },
    publicUrl: 'http://127.0.0.1',
    mailer: {
      async send(mail: Mail) {
        sent.push(mail)
      },
    },
    workflows: {
      async start(workflow: string, name: string) {
        if (!started.some((one) => one.name === name)) started.push({ workflow, name })
      },
      async succeed(token: string) {
        told.push(token)
        return 'taken' as const
      },
      fail: async () => 'taken' as const,
    },
  })

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  started = []
  told = []
  sent = []
  today = '2026-04-01'
})

const submit = async (body: Parameters<ReturnType<typeof submitRequest>>[0], key: string) => {
  const outcome = await submitRequest(host())(body, key, accounts.registrar)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const file = (key: string, more: object = {}) =>
  submit(
    {
      type: 'post_change',
      staffId: 'staff.li',
      kind: 'post_type',
      toPostType: 'management',
      effectiveOn: '2026-03-16',
      reason: '轮岗。',
      evidence: [],
      ...more,
    },
    key,
  )
const claim = (forChange: string, key: string) =>
  submit(
    {
      type: 'recognition',
      staffId: 'staff.li',
      title: '转岗培训',
      lines: [
        {
          subject: 'public',
          category: 'transfer',
          mode: 'offline',
          from: '2026-06-08',
          to: '2026-06-12',
          halfDays: 10,
          forChange,
        },
      ],
      evidence: [],
    },
    key,
  )
/** Files a change and puts it on hold, as its execution would. */
const held = async (key = 'f1', more: object = {}) => {
  const filing = await file(key, more)
  expect((await judgeChange(host())(filing.id)).training).toBe('awaited')
  await holdChange(host())({ requestId: filing.id })
  return filing.id
}
const statusOf = async (id: string) => (await readRequest(table, id))?.request.status
const morning = (day: string) => {
  today = day
  return notifyDue(host())(day)
}
const li = async () => {
  const staff = await readStaff(table, 'staff.li')
  if (staff === undefined) throw new Error('staff.li was expected.')
  return staff
}
const transfers = async () =>
  assessStaff(await li(), 2026, today, always2024).transfers.map(({ change }) => change.id)
const verdict = async (change?: string) => {
  const row = await readEligibility(host())(
    'staff.li',
    { business: 'post_change_filing', change },
    accounts.authority,
    'zh',
  )
  return row.ok && 'verdict' in row.value ? row.value.verdict : row
}

describe('Art. 18, 45: a filing goes along with who moves', () => {
  test('at a desk it stays there, and the new institution sees it, decided too; not what was decided before', async () => {
    await write(table, [
      newOrganisation({
        ...{ id: 'j', name: '小学', kind: 'institution', level: 'city' },
        ...{ authorityId: 'a', overseers: ['a'] },
      }),
    ])
    const seat = { role: 'institution' as const, organisationId: 'j', head: false }
    const registrar = { ...accounts.registrar, id: 'unit.j', staffId: undefined, roles: [seat] }
    const sees = async (id: string) => (await findRequest(table, id, registrar)).ok
    const { id } = await file('f1')
    expect(await sees(id)).toBe(false)
    const moved = await changePerson(host())(
      'staff.li',
      { version: (await li()).person.version, reason: '调动', institutionId: 'j' },
      accounts.authority,
    )
    expect(moved.ok).toBe(true)
    expect(await sees(id)).toBe(true)
    const record = await readRequest(table, id)
    expect(record?.request.institutionId).toBe('i')
    await withdrawRequest(host())(id, accounts.registrar)
    expect([await statusOf(id), await sees(id)]).toEqual(['withdrawn', true])
    today = '2026-05-04'
    const { version } = (await li()).person
    const back = { version, reason: '调动', institutionId: 'i' }
    expect((await changePerson(host())('staff.li', back, accounts.authority)).ok).toBe(true)
    expect(await sees(id)).toBe(false)
  })
})

test('Art. 21, 45: the person is told by when how much training is due, and what follows without it', async () => {
  await file('f1')
  const letter = sent.find(({ to }) => to.includes(accounts.li.email))
  expect(letter?.text).toContain('请在 2026-06-16 前（含当日）完成转岗培训，还差 40 学时')
  expect(letter?.text).toContain('备案不予办理')
  expect(letter?.subject).not.toContain('李')
})

describe('Art. 21, 45: a filing whose training is awaited is on hold, as data', () => {
  test('it goes on by the ledger, in an execution of its own', async () => {
    const id = await held()
    expect(await statusOf(id)).toBe('on_hold')
    today = '2026-06-12'
    const claimed = await claim(id, 'c1')
    await creditLine(host())({ requestId: claimed.id, line: 0 })
    expect(await statusOf(id)).toBe('in_review')
    expect(started.filter(({ workflow }) => workflow === 'post-change').map(({ name }) => name)).toEqual([
      `${id}-1-0`,
      `${id}-1-0-h1`,
    ])
  })

  test('an execution of the version before, which waits itself, is told by its token', async () => {
    const filing = await file('f1')
    await holdChange(host())({ requestId: filing.id, token: 't-old' })
    today = '2026-06-12'
    // The morning leaves it to the execution, which looks when its own time is over.
    await morning('2026-06-17')
    expect(await statusOf(filing.id)).toBe('on_hold')
    const claimed = await claim(filing.id, 'c1')
    await creditLine(host())({ requestId: claimed.id, line: 0 })
    expect(told).toEqual(['t-old'])
    expect(started.filter(({ workflow }) => workflow === 'post-change')).toHaveLength(1)
  })

  test('training that ended in time and lies at a desk when the time is over keeps it on hold', async () => {
    const id = await held()
    today = '2026-06-12'
    const claimed = await claim(id, 'c1')
    await morning('2026-08-03')
    expect(await statusOf(id)).toBe('on_hold')
    expect(await verdict(id)).toBe('hold')
    await openTask(host())({ requestId: claimed.id, round: 1, line: 0, stage: 'authority', token: 't' })
    const decided = await decideTask(host())(
      { taskId: taskId({ requestId: claimed.id, place: '1.0.authority' }), decision: 'reject', reason: 'x' },
      accounts.authority,
    )
    expect(decided).toMatchObject({ ok: true })
    await morning('2026-08-04')
    expect(await statusOf(id)).toBe('rejected')
  })

  test('for ten working days after its last day the training can still be claimed', async () => {
    const id = await held()
    // Due on 16 June; 19 to 21 June is the Dragon Boat Festival.
    await morning('2026-07-01')
    expect(await statusOf(id)).toBe('on_hold')
    expect(await verdict(id)).toBe('refuse')
    await morning('2026-07-02')
    expect((await readRequest(table, id))?.request).toMatchObject({ status: 'rejected' })
    expect((await readRequest(table, id))?.request.acts.at(-1)).toMatchObject({
      act: 'refuse',
      article: '45',
    })
  })

  test('a refused filing closes its change; a new one takes over its id and training', async () => {
    const id = await held()
    const offered = async () => {
      const seen = await readPersonFor(table, 'staff.li', accounts.li)
      return seen.ok && seen.value.postChanges.map((one) => [one.id, one.mayTakeOver])
    }
    expect(await offered()).toEqual([[id, false]])
    await morning('2026-07-02')
    expect(await transfers()).toEqual([])
    expect(await offered()).toEqual([[id, true]])
    const claimed = await claim(id, 'c1')
    await creditLine(host())({ requestId: claimed.id, line: 0 })
    const again = await file('f2')
    expect((await readRequest(table, again.id))?.request).toMatchObject({ changeId: id })
    expect(await transfers()).toEqual([id])
    expect((await judgeChange(host())(again.id)).training).toBe('complete')
    await recordChange(host())(again.id)
    const { person } = await li()
    expect(person.postChanges).toMatchObject([{ id, filing: again.id, approved: true }])
    expect(person.postType).toBe('management')
  })

  test('an approved change is in force on its own date, not before', async () => {
    const filing = await file('f1', { effectiveOn: '2026-06-01' })
    await recordChange(host())(filing.id)
    const { person } = await li()
    expect(person).toMatchObject({
      postType: 'professional',
      posts: [
        { postType: 'professional', from: '2019-08-01', to: '2026-05-31' },
        { postType: 'management', from: '2026-06-01' },
      ],
    })
    await morning('2026-05-31')
    expect((await li()).person.postType).toBe('professional')
    await morning('2026-06-01')
    expect((await li()).person.postType).toBe('management')
  })

  test('a person who moves takes the filing along, to the authority of where they work then', async () => {
    const id = await held()
    await write(table, [
      newOrganisation({
        id: 'i2',
        name: '医院',
        kind: 'institution',
        level: 'city',
        authorityId: 'a2',
        overseers: ['a2', 'a'],
      }),
    ])
    const moved = await changePerson(host())(
      'staff.li',
      { version: (await li()).person.version, reason: '调动', institutionId: 'i2' },
      accounts.authority,
    )
    expect(moved).toMatchObject({ ok: true })
    expect((await readRequest(table, id))?.request).toMatchObject({ institutionId: 'i2', status: 'on_hold' })
  })
})
