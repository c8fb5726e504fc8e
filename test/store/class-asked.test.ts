import { beforeEach, expect, test } from 'vitest'
import { answerEnrolment } from '../../functions/classes/answer-enrolment.ts'
import { changeClass } from '../../functions/classes/change-class.ts'
import { enrol } from '../../functions/classes/enrol.ts'
import { viewClass, viewClassDesk } from '../../functions/classes/view-class.ts'
import { readNews } from '../../functions/notices/news.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accountOf, seedOneClass } from './class-ground.ts'
import { people } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)
const TODAY = '2026-06-01'

beforeEach(async () => {
  asked = nothingAsked()
  now = Date.parse(`${TODAY}T09:00:00+08:00`)
  table = await database.newTable()
  await seedOneClass(table)
})

const join = (staffId: string) => enrol(deps())('p1', [staffId], accountOf(staffId))
const call = (...staffIds: string[]) => enrol(deps())('p1', staffIds, people.department)
const letters = () => asked.sent.filter(({ subject }) => subject === '有培训班报名等待贵单位同意')

test('Art. 34: an institution is told that enrolments wait for its word: once a day, and by nobody’s name', async () => {
  await join('one')
  await join('one')
  expect(new Set(letters().map(({ id }) => id)).size).toBe(1)
  expect(letters()[0]).toMatchObject({ to: [people.sibling.email] })
  expect(letters()[0]?.text).toContain('/classes/asked')
  expect(letters()[0]?.text).not.toContain('名one')
  const before = letters().length
  await call('two')
  expect(letters()).toHaveLength(before)
  await answerEnrolment(deps())('p1', { staffId: 'two', action: 'decline' }, people.sibling)
  now = Date.parse('2026-06-02T09:00:00+08:00')
  await call('two')
  expect(letters()).toHaveLength(before + 1)
})

test('what an institution enters itself waits for nobody', async () => {
  await enrol(deps())('p1', ['one'], people.sibling)
  expect(letters()).toEqual([])
})

test('enrolments wait among what is to do, until they are answered or the class is closed', async () => {
  await join('one')
  await call('two')
  const waiting = async () => (await readNews(deps())(people.sibling)).waiting
  expect(await waiting()).toEqual([{ matter: 'enrolment', count: 2, more: false, late: 0 }])
  await answerEnrolment(deps())('p1', { staffId: 'one', action: 'agree' }, people.sibling)
  expect(await waiting()).toMatchObject([{ count: 1 }])
  expect((await readNews(deps())(people.registrar)).waiting).toEqual([])
})

test('where nobody can agree, organiser and person are told: without an account, or with the person’s own alone', async () => {
  await call('nurse', 'one')
  const unheard = async () => {
    const desk = await viewClassDesk(table, 'p1', people.department, 'zh', TODAY)
    return desk.ok ? desk.value.participants.flatMap((one) => (one.unheard ? [one.staffId] : [])) : []
  }
  expect(await unheard()).toEqual(['nurse'])
  expect(await viewClass(table, 'p1', accountOf('nurse'), 'zh', TODAY)).toMatchObject({
    value: { mine: { unheard: true } },
  })
  await write(
    table,
    newAccount({
      ...{ id: 'h.own', name: '名', email: 'own@demo.example', staffId: 'nurse' },
      roles: [{ role: 'institution', organisationId: 'h', head: false }],
    }),
  )
  expect(await unheard()).toEqual(['nurse'])
  await write(
    table,
    newAccount({
      ...{ id: 'h.desk', name: '名', email: 'desk@demo.example' },
      roles: [{ role: 'institution', organisationId: 'h', head: false }],
    }),
  )
  expect(await unheard()).toEqual([])
})

test.each([
  ['the place alone: no days that stay', { place: '新校区' }, '培训班的地点有变动', false],
  [
    'days alone',
    { sessions: [{ id: '2026-06-10.morning.0', day: '2026-06-12', half: 'morning' as const }] },
    '培训班的时间有变动',
    true,
  ],
])('who is enrolled is told what moved: %s', async (_, body, subject, saysDays) => {
  await join('one')
  asked = nothingAsked()
  await changeClass(deps())('p1', { reason: '场地检修', ...body }, people.department)
  expect(asked.sent).toMatchObject([{ subject, to: ['one@demo.example'] }])
  expect(asked.sent[0]?.text.includes('新的日程')).toBe(saysDays)
})
