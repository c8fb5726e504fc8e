import { beforeEach, expect, test } from 'vitest'
import { answerEnrolment } from '../../functions/classes/answer-enrolment.ts'
import { recordAttendance } from '../../functions/classes/attend.ts'
import { closeClass } from '../../functions/classes/close-class.ts'
import { enrol } from '../../functions/classes/enrol.ts'
import { viewPart } from '../../functions/classes/view-part.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import type { Table } from '../../functions/platform/table.ts'
import { asSeenBy, findRequest } from '../../functions/requests/find-request.ts'
import { viewRequest } from '../../functions/requests/view-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accountOf, seedOneClass } from './class-ground.ts'
import { people } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const deps = () => settling(recordingHost(table, { now: () => now }, asked))
let part = ''
const [morning, afternoon] = ['2026-06-10.morning.0', '2026-06-10.afternoon.0']

const enter = (session: string, present: Record<string, boolean>, reason?: string) =>
  recordAttendance(deps())(
    'p1',
    {
      session,
      entries: Object.entries(present).map(([staffId, here]) => ({ staffId, present: here })),
      reason,
    },
    people.department,
  )

beforeEach(async () => {
  asked = nothingAsked()
  now = Date.parse('2026-06-01T09:00:00+08:00')
  table = await database.newTable()
  await seedOneClass(table)
  for (const staffId of ['one', 'two']) {
    await enrol(deps())('p1', [staffId], accountOf(staffId))
    await answerEnrolment(deps())('p1', { staffId, action: 'agree' }, people.sibling)
  }
  now = Date.parse('2026-06-10T18:00:00+08:00')
  await enter(morning, { one: true, two: true })
  await enter(afternoon, { one: true, two: false })
  await enter(morning, { one: false }, '看错')
  await enter(morning, { one: true }, '核对签到表')
  const closed = await closeClass(deps())(
    'p1',
    [
      { staffId: 'one', passed: true, mark: '优' },
      { staffId: 'two', passed: true },
    ],
    people.department,
  )
  part = (closed.ok && closed.value.claim.parts[0]?.requestId) || ''
})

const seen = async (actor: Actor) => {
  const found = await findRequest(table, part, actor)
  if (!found.ok) return found.code
  return viewPart(table, (await asSeenBy(table, found.value, actor)).request)
}

test('Art. 34, 39(1): the desk of a class’s part sees who was there, from where, and how it was noted', async () => {
  expect(await seen(people.city)).toEqual({
    ...{ classId: 'p1', title: '暑期研修班', organiser: { id: 'd', name: '市教育局' }, course: '公共课' },
    ...{ halfDays: 2, closedBy: people.department.name, closedAt: '2026-06-10T18:00:00.000+08:00' },
    participants: [
      {
        ...{
          staffId: 'one',
          name: expect.any(String),
          institution: '中学j',
          present: 2,
          byCode: 0,
          byList: 2,
        },
        ...{ absent: 0, corrected: 2, passed: true, mark: '优' },
      },
      {
        ...{
          staffId: 'two',
          name: expect.any(String),
          institution: '中学j',
          present: 1,
          byCode: 0,
          byList: 1,
        },
        ...{ absent: 1, corrected: 0, passed: true, mark: null },
      },
    ],
  })
})

test('a participant sees their own row, others nothing', async () => {
  const own = await seen(accountOf('one'))
  expect(own).toMatchObject({ participants: [{ staffId: 'one' }] })
  expect(await seen(people.li)).toBe('NOT_FOUND')
})

test('the request says of which class it is a part: its institution is an authority', async () => {
  const found = await findRequest(table, part, people.city)
  const view = found.ok ? await viewRequest(table, found.value, 'zh') : undefined
  expect(view).toMatchObject({ classId: 'p1', institution: '市人社局' })
})
