import { beforeEach, describe, expect, test } from 'vitest'
import { notifyDue } from '../../functions/notices/notify-due.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { unsentMail } from '../../functions/platform/unsent-mail.ts'
import { type Fact, nextEntry } from '../../functions/staff/ledger.ts'
import type { Person } from '../../functions/staff/person.ts'
import { changePerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { openWatches, readWatch, wasGiven } from '../../functions/staff/watch.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let today = '2026-06-01'

const deps = () => recordingHost(table, { now: () => Date.parse(`${today}T08:30:00+08:00`) }, asked)

const li = async () => {
  const staff = await readStaff(table, 'staff.li')
  if (staff === undefined) throw new Error('staff.li was expected.')
  return staff
}
/** Changes 李静怡's record as the register would. */
const change = async (more: Partial<Person>) => {
  const staff = await li()
  const act = { at: `${today}T09:00:00.000+08:00`, by: 'unit.admin', what: 'changed', reason: '' } as const
  await write(table, changePerson(staff, { ...staff.person, ...more }, act))
}
const record = async (fact: Fact) => {
  const staff = await li()
  const entry = nextEntry(staff.entries, {
    staffId: 'staff.li',
    recordedAt: '2026-06-01T10:00:00.000+08:00',
    recordedBy: 'hr.city',
    source: `r${staff.entries.length}.0`,
    fact,
  })
  await write(table, recordEntry(staff, entry))
}
const morning = (day: string) => {
  today = day
  return notifyDue(deps())(day)
}

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  asked = nothingAsked()
  today = '2026-06-01'
})

const transfer = { postChanges: [{ id: 'pc1', kind: 'duties' as const, effectiveOn: '2026-05-10' }] }

describe('Art. 21: the transfer training is watched from the change to the day after its last', () => {
  test('a day with nothing due asks for nothing', async () => {
    await change(transfer)
    expect(await morning('2026-07-10')).toEqual({ looked: 0, more: false })
    expect(asked.sent).toEqual([])
  })

  test('each notice once: to the person and the institution, however often the morning is repeated', async () => {
    await change(transfer)
    await morning('2026-07-11')
    await morning('2026-07-11')
    expect(asked.sent.map(({ id }) => id)).toEqual([
      'notice-staff.li-transfer-pc1-2026-08-10-due-30',
      'notice-staff.li-transfer-pc1-2026-08-10-due-30-institution',
    ])
    expect(asked.sent[0]?.subject).not.toContain('li')
    expect(asked.sent[0]?.text).toContain('2026-08-10')
    await morning('2026-08-03')
    await morning('2026-08-11')
    expect(asked.sent.map(({ subject }) => subject)).toEqual([
      '转岗培训期限临近',
      '本单位人员转岗培训期限临近',
      '转岗培训期限临近',
      '本单位人员转岗培训期限临近',
      '转岗培训期限已过',
      '本单位人员转岗培训期限已过',
    ])
    expect(await morning('2027-01-01')).toEqual({ looked: 0, more: false })
  })

  test('mornings that did not happen are made up for by the latest notice alone', async () => {
    await change(transfer)
    await morning('2026-08-05')
    expect(asked.sent.map(({ id }) => id)).toEqual([
      'notice-staff.li-transfer-pc1-2026-08-10-due-7',
      'notice-staff.li-transfer-pc1-2026-08-10-due-7-institution',
    ])
  })

  test('a change of the record in between repeats no notice', async () => {
    await change(transfer)
    await morning('2026-07-11')
    await change({ highLevelTalent: true })
    await morning('2026-07-12')
    expect(asked.sent).toHaveLength(2)
  })

  test('a mail server that is down loses nothing: the letter is kept, the notice recorded', async () => {
    await change(transfer)
    asked.mailFails = true
    await morning('2026-07-11')
    const notice = { staffId: 'staff.li', obligation: 'transfer:pc1', notice: 'due-30', by: '2026-08-10' }
    expect(await wasGiven(table, notice)).toBe(true)
    expect((await unsentMail(table, { limit: 10 })).items).toHaveLength(2)
  })

  const training: Fact = {
    kind: 'credit',
    credit: {
      id: 'c1',
      subject: 'professional',
      category: 'transfer',
      mode: 'offline',
      from: '2026-05-11',
      to: '2026-05-15',
      halfDays: 10,
      forChange: 'pc1',
    },
  }

  test('of what is complete nothing is told, and its watch ends with its day', async () => {
    await change(transfer)
    await record(training)
    await morning('2026-07-11')
    await morning('2026-08-11')
    expect(asked.sent).toEqual([])
    expect(await readWatch(table, 'staff.li', 'transfer:pc1')).toBeUndefined()
  })

  test('a correction that takes the hours away brings the notices back', async () => {
    await change(transfer)
    await record(training)
    await morning('2026-07-11')
    await record({ kind: 'correction', of: 1, reason: '核减', fact: null })
    await morning('2026-08-03')
    expect(asked.sent).toHaveLength(2)
  })

  test('a filing that is dropped is watched no more', async () => {
    await change(transfer)
    await change({ postChanges: transfer.postChanges.map((one) => ({ ...one, dropped: true })) })
    await morning('2026-07-11')
    expect(asked.sent).toEqual([])
    expect(await readWatch(table, 'staff.li', 'transfer:pc1')).toBeUndefined()
  })

  test('a date that is moved has its notices anew', async () => {
    await change(transfer)
    await morning('2026-07-11')
    await change({ postChanges: [{ id: 'pc1', kind: 'duties', effectiveOn: '2026-06-10' }] })
    await morning('2026-07-12')
    expect(asked.sent).toHaveLength(2)
    await morning('2026-08-11')
    expect(asked.sent).toHaveLength(4)
    expect(asked.sent[2]?.text).toContain('2026-09-10')
  })

  test('a change that was filed late is told of at once', async () => {
    today = '2026-07-20'
    await change(transfer)
    await morning('2026-07-21')
    expect(asked.sent).toHaveLength(2)
  })

  test('cut off between the mail and its record, the same message is sent again, and no other', async () => {
    await change(transfer)
    today = '2026-07-11'
    const cut = {
      ...deps(),
      clock: { now: () => (asked.sent.length > 0 ? Number.NaN : Date.parse(`${today}T08:30:00+08:00`)) },
    }
    // The moment of the record can't be told: the round ends between the mail and what would have been written.
    await notifyDue(cut)(today)
    expect(asked.sent).toHaveLength(1)
    await morning('2026-07-11')
    expect(asked.sent).toHaveLength(3)
    expect([...new Set(asked.sent.map(({ id }) => id))]).toEqual([
      'notice-staff.li-transfer-pc1-2026-08-10-due-30',
      'notice-staff.li-transfer-pc1-2026-08-10-due-30-institution',
    ])
    await morning('2026-07-11')
    expect(new Set(asked.sent.map(({ id }) => id)).size).toBe(2)
  })
})

test('Art. 16: a term of a management post is told of, until its session is held', async () => {
  await change({
    postType: 'management',
    posts: [{ postType: 'management', from: '2024-01-01' }],
    terms: [{ from: '2024-01-01', to: '2026-12-31' }],
  })
  await morning('2026-07-04')
  expect(asked.sent.map(({ id }) => id)).toEqual(['notice-staff.li-term-2024-01-01-2026-12-31-due-180'])
  await record({
    kind: 'credit',
    credit: {
      ...{ id: 'c1', subject: 'public', category: 'in_service', mode: 'offline', fullTime: true },
      ...{ from: '2026-08-03', to: '2026-08-05', halfDays: 6 },
    },
  })
  for (const day of ['2026-10-02', '2026-12-01', '2026-12-24', '2027-01-01']) await morning(day)
  expect(asked.sent).toHaveLength(1)
})

test('Art. 12: an induction is told of before its due date and its limit, and what follows (Art. 43)', async () => {
  await change({ hiredOn: '2026-03-16' })
  for (const day of ['2026-07-18', '2026-09-17', '2027-02-14', '2027-03-16', '2027-03-17']) await morning(day)
  const own = asked.sent.filter(({ id }) => !id.endsWith('-institution'))
  expect(own.map(({ id }) => id.slice('notice-staff.li-induction-'.length))).toEqual([
    '2026-09-16-due-60',
    '2027-03-16-limit-30',
    '2027-03-16-limit-7',
    '2027-03-16-result',
  ])
  expect(own.at(-1)?.text).toContain('推迟转正定级')
  expect(own.at(-1)?.text).toContain('2026 年度的学时也没有完成的，可在 2027-04-15 前（含当日）申请延迟补训')
  expect(own[0]?.text).toContain('尚缺：40 学时')
})

describe('Art. 32: a delayed year is watched through the next one', () => {
  const delayed = async () => {
    const staff = await li()
    const entry = nextEntry(staff.entries, {
      staffId: 'staff.li',
      recordedAt: '2026-11-01T10:00:00.000+08:00',
      recordedBy: 'dept.chen',
      source: 'r2',
      fact: { kind: 'delay', year: 2026, approvedOn: '2026-11-01' },
    })
    const after = { ...staff, entries: [...staff.entries, entry] }
    await write(table, [...recordEntry(staff, entry), ...openWatches(after, '2026-11-01')])
  }

  test('notices 180, 90, 30 and 7 days before, and the result on the day after', async () => {
    await delayed()
    for (const day of ['2027-07-04', '2027-10-02', '2027-12-01', '2027-12-24', '2027-12-31', '2028-01-01'])
      await morning(day)
    expect(asked.sent.map(({ id }) => id)).toEqual(
      ['due-180', 'due-90', 'due-30', 'due-7', 'result'].map(
        (name) => `notice-staff.li-make_up-2026-2027-12-31-${name}`,
      ),
    )
    expect(asked.sent[0]?.text).toContain('公共科目 30 学时，专业科目 60 学时')
  })

  test('an approval before the year is over is watched all the same', async () => {
    await delayed()
    await change({ highLevelTalent: true })
    expect((await morning('2027-07-04')).looked).toBe(1)
    expect(asked.sent).toHaveLength(1)
  })
})

test('what one round has no time for is taken up by the next', async () => {
  const staff = await li()
  const changes = Array.from({ length: 30 }, (_, index) => ({
    id: `pc${index}`,
    kind: 'duties' as const,
    effectiveOn: '2026-05-10',
  }))
  const act = { at: '2026-06-01T09:00:00.000+08:00', by: 'unit.admin', what: 'changed', reason: '' } as const
  await write(table, changePerson(staff, { ...staff.person, postChanges: changes }, act))
  today = '2026-07-11'
  expect(await notifyDue(deps(), 0)(today)).toEqual({ looked: 25, more: true })
  expect(await notifyDue(deps(), 0)(today)).toEqual({ looked: 5, more: false })
  expect(asked.sent).toHaveLength(60)
})
