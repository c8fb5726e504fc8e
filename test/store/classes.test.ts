import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerEnrolment } from '../../functions/classes/answer-enrolment.ts'
import { attend, recordAttendance, showCode } from '../../functions/classes/attend.ts'
import { attendanceIn, newAttendance, sessionId } from '../../functions/classes/attendance.ts'
import { cancelClass } from '../../functions/classes/cancel-class.ts'
import { changeClass } from '../../functions/classes/change-class.ts'
import { closeClass } from '../../functions/classes/close-class.ts'
import { newClosing } from '../../functions/classes/closing.ts'
import { enrol } from '../../functions/classes/enrol.ts'
import { evaluate, viewEvaluation } from '../../functions/classes/evaluation.ts'
import { fileOfNotice, postNotice } from '../../functions/classes/notices.ts'
import { codeAt } from '../../functions/classes/session-code.ts'
import { sweepClosings } from '../../functions/classes/sweep-closings.ts'
import { noteTaught, viewTaught } from '../../functions/classes/taught.ts'
import { viewClass, viewClassDesk, viewMyClasses } from '../../functions/classes/view-class.ts'
import { creditPart } from '../../functions/feeds/credit-part.ts'
import { entryOfLecturer, newEntry } from '../../functions/libraries/entry.ts'
import { proposeLecturer, removeLecturer } from '../../functions/libraries/keep-lecturers.ts'
import { type Account, newAccount } from '../../functions/organisations/account.ts'
import { timestamp } from '../../functions/platform/clock.ts'
import { keys } from '../../functions/platform/keys.ts'
import { readPartition, sealOf, type Table, write } from '../../functions/platform/table.ts'
import {
  type Course,
  newProgramme,
  type Programme,
  readProgramme,
  replaceProgramme,
} from '../../functions/programmes/programme.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { prepareClaim } from '../../functions/requests/prepare-claim.ts'
import { advanceRequest, readRequest } from '../../functions/requests/stored-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { assessFacts } from '../../functions/staff/due-obligations.ts'
import { factsInForce } from '../../functions/staff/facts-in-force.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { always2024 } from '../../rules/edition.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => settling(recordingHost(table, clock, asked))

const staff = ['staff.li', 'staff.wu', 'staff.county', 'staff.four'] as const
type Who = (typeof staff)[number]
const institutionOf: Record<Who, string> = {
  'staff.li': 'i',
  'staff.wu': 'j',
  'staff.county': 'l',
  'staff.four': 'j',
}
const actorOf = (id: Who): Account => ({
  ...{ id: `account.${id}`, name: `名${id}`, email: `${id}@demo.example`, staffId: id, roles: [] },
})
const registrarOf = { i: people.registrar, j: people.sibling, l: people.lower } as const
const registrar = (id: Who) => registrarOf[institutionOf[id] as keyof typeof registrarOf]

const course: Omit<Course, 'title' | 'subject'> = {
  category: 'in_service',
  mode: 'offline',
  kind: 'theory',
  feeFen: 0,
  minutes: 360,
  lecturers: [],
}
const programme = (more: Partial<Programme> = {}): Programme => ({
  id: 'p1',
  year: 2026,
  title: '暑期研修班',
  organiserId: 'd',
  organiserName: '市教育局',
  courses: [
    { ...course, title: '公共课', subject: 'public' },
    { ...course, title: '专业课', subject: 'professional' },
  ],
  sessions: [
    { day: '2026-06-10', half: 'morning', course: 0 },
    { day: '2026-06-10', half: 'afternoon', course: 0 },
    { day: '2026-06-11', half: 'morning', course: 1 },
  ],
  firstDay: '2026-06-10',
  lastDay: '2026-06-11',
  place: '教师发展中心',
  capacity: 3,
  audience: { organisations: [], postTypes: [] },
  plan: { why: '临时任务' },
  budget: '本级财政',
  filedBy: 'dept',
  filedAt: '2026-05-01T09:00:00.000+08:00',
  state: 'accepted',
  acceptedAt: '2026-05-02T09:00:00.000+08:00',
  acts: [],
  version: 1,
  ...more,
})
const ids = programme().sessions.map(sessionId)
const [first = '', second = '', third = ''] = ids

const seedClass = async (more: Partial<Programme> = {}) => {
  asked = nothingAsked()
  table = await database.newTable()
  now = Date.parse('2026-06-01T09:00:00+08:00')
  await seedRegisters(table)
  const added = staff.filter((id) => id !== 'staff.li')
  for (const id of added)
    await write(
      table,
      registerPerson(
        personOf(id, { institutionId: institutionOf[id], staffNo: id, accountId: `account.${id}` }),
        {
          ...{ at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
        },
      ),
    )
  await write(
    table,
    added.flatMap((id) => newAccount(actorOf(id))),
  )
  await write(table, [newProgramme(programme(more))])
}
beforeEach(() => seedClass())

const codeOf = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }) =>
  outcome.ok ? 'ok' : outcome.code
/** What was written to those who come; that their institutions are asked is in `class-asked.test.ts`. */
const toPeople = () => asked.sent.filter(({ subject }) => subject !== '有培训班报名等待贵单位同意')
const join = (...who: Who[]) =>
  enrol(deps())('p1', who, who.length === 1 && who[0] ? actorOf(who[0]) : people.department)
const agree = (staffId: Who) =>
  answerEnrolment(deps())('p1', { staffId, action: 'agree' }, registrar(staffId))
const leave = (staffId: Who) => answerEnrolment(deps())('p1', { staffId, action: 'leave' }, actorOf(staffId))
const scan = async (who: Who, session: string, late = 0) => {
  const { code } = codeAt(await sealOf(table), 'p1', session, now - late)
  return attend(deps())('p1', code, actorOf(who))
}
const list = (session: string, who: Who, present: boolean, reason?: string) =>
  recordAttendance(deps())('p1', { session, entries: [{ staffId: who, present }], reason }, people.department)
const close = (passed: readonly Who[], failed: readonly Who[] = []) =>
  closeClass(deps())(
    'p1',
    [
      ...passed.map((staffId) => ({ staffId, passed: true })),
      ...failed.map((staffId) => ({ staffId, passed: false })),
    ],
    people.department,
  )
type Single = {
  title: string
  provider: string
  from: string
  to: string
  subject: 'public' | 'professional'
}
const lineOf = ({ from = '2026-06-10', to = '2026-06-10', subject = 'public' }: Partial<Single>) => ({
  ...{ subject, from, to, halfDays: 1 },
  ...{ category: 'in_service' as const, mode: 'offline' as const },
})
/** A claim of one's own, of a half-day on the class's first day. */
const single = (staffId: Who, { title = '别的名称', provider, ...line }: Partial<Single>) =>
  prepareClaim(
    { table, clock },
    {
      ...{ type: 'recognition', staffId, title, evidence: [], lines: [lineOf(line)] },
      ...(provider === undefined ? {} : { provider }),
    },
    { actor: actorOf(staffId), requestId: 'r1', round: 1 },
  )
const hoursOf = async (id: Who) =>
  factsInForce((await readStaff(table, id))?.entries ?? []).reduce(
    (sum, fact) => sum + (fact.kind === 'credit' ? (fact.credit.halfDays ?? 0) * 4 : 0),
    0,
  )
const during = () => {
  now = Date.parse('2026-06-11T10:00:00+08:00')
}

describe('enrolling in a class', () => {
  test('the first have seats, the others wait; who leaves makes room, and the one who moves up is told', async () => {
    for (const id of ['staff.li', 'staff.wu', 'staff.county', 'staff.four'] as const) await join(id)
    const view = await viewClass(table, 'p1', actorOf('staff.four'), 'zh', '2026-06-11')
    expect(view).toMatchObject({
      ok: true,
      value: { enrolled: 3, waiting: 1, mine: { state: 'asked', waiting: 1 } },
    })
    expect(codeOf(await leave('staff.wu'))).toBe('ok')
    expect(codeOf(await leave('staff.wu'))).toBe('ok')
    expect(toPeople().map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'staff.four@demo.example 培训班候补成功',
    ])
    await join('staff.wu')
    const again = await viewClass(table, 'p1', actorOf('staff.wu'), 'zh', '2026-06-11')
    expect(again).toMatchObject({ value: { mine: { waiting: 1 } } })
  })

  test('the institution agrees, and nobody else; its list shows what waits, with the hints (Art. 29, 34)', async () => {
    await write(table, [
      newProgramme(programme({ id: 'p2', title: '另一班', organiserId: 'a', organiserName: '市人社局' })),
    ])
    await enrol(deps())('p2', ['staff.wu'], actorOf('staff.wu'))
    await join('staff.wu')
    const { asked: waits } = await viewMyClasses(table, people.sibling, 2026, 'zh')
    expect(waits.map((one) => [one.class.id, one.hints.map(({ code }) => code)])).toEqual([
      ['p1', ['DAYS_TAKEN']],
      ['p2', ['DAYS_TAKEN']],
    ])
    const answer = (by: Account) =>
      answerEnrolment(deps())('p1', { staffId: 'staff.wu', action: 'agree' }, by)
    expect(codeOf(await answer(actorOf('staff.wu')))).toBe('NOT_ALLOWED')
    expect(codeOf(await answer(people.registrar))).toBe('NOT_ALLOWED')
    expect(codeOf(await answer(people.department))).toBe('NOT_ALLOWED')
    expect(codeOf(await answer(people.sibling))).toBe('ok')
    expect((await viewMyClasses(table, people.sibling, 2026, 'zh')).asked.map((one) => one.class.id)).toEqual(
      ['p2'],
    )
  })

  test('an institution enters its own people as registered; an organiser calls up; nobody enrols others’ people', async () => {
    expect(codeOf(await enrol(deps())('p1', ['staff.wu'], people.registrar))).toBe('NOT_ALLOWED')
    const own = await enrol(deps())('p1', ['staff.wu', 'staff.four'], people.sibling)
    expect(own).toMatchObject({ value: { enrolled: [{ state: 'agreed' }, { state: 'agreed' }] } })
    await seedClass()
    const called = await enrol(deps())('p1', ['staff.wu'], people.department)
    expect(called).toMatchObject({ value: { enrolled: [{ state: 'asked', by: 'organiser' }] } })
    expect(toPeople()).toHaveLength(1)
    // A call that ended before it told them is repeated: nobody is enrolled twice, the message is the same.
    expect(await enrol(deps())('p1', ['staff.wu'], people.department)).toMatchObject({
      value: { enrolled: [] },
    })
    expect(toPeople()).toHaveLength(2)
    expect(new Set(toPeople().map(({ id }) => id)).size).toBe(1)
  })

  test('nobody registers themselves among others, or enrols themselves where people are called up (Art. 34, 38)', async () => {
    const registrarWu = { ...people.sibling, staffId: 'staff.wu' }
    const both = ['staff.wu', 'staff.four']
    expect(await enrol(deps())('p1', both, registrarWu)).toMatchObject({
      value: {
        enrolled: [
          { staffId: 'staff.wu', state: 'asked', by: 'person' },
          { staffId: 'staff.four', state: 'agreed', by: 'institution' },
        ],
      },
    })
    await seedClass({ audience: { organisations: [], postTypes: [], calledUp: true } })
    expect(codeOf(await join('staff.wu'))).toBe('CLASS_NOT_FOR')
    expect(codeOf(await enrol(deps())('p1', both, registrarWu))).toBe('CLASS_NOT_FOR')
    expect(codeOf(await enrol(deps())('p1', both, people.department))).toBe('ok')
  })

  test('a class for others is refused; a cancelled one tells everybody, once', async () => {
    await seedClass({ audience: { organisations: ['a'], postTypes: [] } })
    expect(codeOf(await join('staff.wu'))).toBe('ok')
    await seedClass({ audience: { organisations: ['k'], postTypes: [] } })
    expect(codeOf(await join('staff.wu'))).toBe('CLASS_NOT_FOR')
    await seedClass()
    await join('staff.wu')
    expect(codeOf(await cancelClass(deps())('p1', '人数不足', people.city))).toBe('NOT_ALLOWED')
    expect(codeOf(await cancelClass(deps())('p1', '人数不足', people.department))).toBe('ok')
    expect(toPeople().map(({ subject }) => subject)).toEqual(['培训班已取消'])
    expect(codeOf(await join('staff.county'))).toBe('CLASS_NOT_OPEN')
  })

  test('those who enrol at the same moment get the seats that there are', async () => {
    await Promise.all(staff.map((id) => join(id)))
    const view = await viewClass(table, 'p1', people.department, 'zh', '2026-06-11')
    expect(view).toMatchObject({ value: { enrolled: 3, waiting: 1 } })
  })
})

describe('what an organiser may learn, and who holds a seat', () => {
  test('it calls up its own people and those below it; anybody else is to it as if they did not exist', async () => {
    const unknown = await enrol(deps())('p1', ['staff.nobody'], people.department)
    const others = await enrol(deps())('p1', ['staff.county'], people.department)
    expect(others).toEqual(unknown)
    expect(codeOf(others)).toBe('NOT_ALLOWED')
    expect(codeOf(await enrol(deps())('p1', ['staff.wu', 'staff.county'], people.department))).toBe(
      'NOT_ALLOWED',
    )
    expect(codeOf(await enrol(deps())('p1', ['staff.wu'], people.department))).toBe('ok')
  })

  test('it sees the hints of those alone: what else others do is not its matter', async () => {
    await write(table, [
      newProgramme(programme({ id: 'p2', title: '另一班', organiserId: 'a', organiserName: '市人社局' })),
    ])
    for (const id of ['staff.wu', 'staff.county'] as const) {
      await enrol(deps())('p2', [id], actorOf(id))
      await join(id)
    }
    const desk = await viewClassDesk(table, 'p1', people.department, 'zh', '2026-06-01')
    expect(desk.ok && desk.value.participants.map((one) => [one.staffId, one.hints.length])).toEqual([
      ['staff.wu', 1],
      ['staff.county', 0],
    ])
    // Whom it is about sees their own.
    const own = await viewClass(table, 'p1', actorOf('staff.county'), 'zh', '2026-06-11')
    expect(own).toMatchObject({ value: { hints: [{ code: 'DAYS_TAKEN' }] } })
  })

  test('nobody is enrolled who is off the register when the class begins', async () => {
    await write(
      table,
      registerPerson(
        personOf('staff.gone', {
          ...{ institutionId: 'j', staffNo: 'gone', onRegister: true },
          registerPeriods: [{ from: '2020-01-01', to: '2026-06-09' }],
        }),
        { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
      ),
    )
    expect(codeOf(await enrol(deps())('p1', ['staff.gone'], people.sibling))).toBe('NOT_ON_REGISTER')
    expect(codeOf(await enrol(deps())('p1', ['staff.wu', 'staff.gone'], people.sibling))).toBe(
      'NOT_ON_REGISTER',
    )
  })

  test('a seat is firm once the institution agreed; who still waits for its word makes room, and is told', async () => {
    await seedClass({ capacity: 1 })
    await join('staff.county')
    expect(await viewClass(table, 'p1', actorOf('staff.county'), 'zh', '2026-06-11')).toMatchObject({
      value: { mine: { waiting: 0 } },
    })
    await enrol(deps())('p1', ['staff.wu'], people.sibling)
    expect(toPeople().map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'staff.wu@demo.example 您已被安排参加培训班',
      'staff.county@demo.example 您已转为培训班候补',
    ])
    expect(await viewClass(table, 'p1', actorOf('staff.county'), 'zh', '2026-06-11')).toMatchObject({
      value: { enrolled: 1, waiting: 1, mine: { waiting: 1 } },
    })
    // Agreed to later, they take nobody's seat, and are told that they wait.
    expect(codeOf(await agree('staff.county'))).toBe('ok')
    expect(await viewClass(table, 'p1', actorOf('staff.wu'), 'zh', '2026-06-11')).toMatchObject({
      value: { mine: { waiting: 0 } },
    })
    expect(asked.sent.at(-1)?.text).toContain('候补名单')
  })

  test('who was there keeps their place, whoever is agreed to meanwhile', async () => {
    await seedClass({ capacity: 1 })
    await join('staff.county')
    during()
    expect(codeOf(await scan('staff.county', third))).toBe('ok')
    await enrol(deps())('p1', ['staff.wu'], people.sibling)
    expect(codeOf(await list(third, 'staff.county', true))).toBe('ok')
    expect(codeOf(await list(third, 'staff.wu', true))).toBe('ok')
    const closed = await close(['staff.county', 'staff.wu'])
    expect(closed).toMatchObject({ value: { claim: { leftOut: [{ staffId: 'staff.county' }] } } })
  })
})

describe('what was attended stays (Art. 39(1), 42)', () => {
  const cancel = () => cancelClass(deps())('p1', '师资不足', people.department)

  test('who was at a half-day neither leaves nor is taken out, until the record is corrected', async () => {
    await join('staff.wu')
    await agree('staff.wu')
    during()
    await scan('staff.wu', third)
    expect(codeOf(await leave('staff.wu'))).toBe('ATTENDED_ALREADY')
    const takeOut = answerEnrolment(deps())('p1', { staffId: 'staff.wu', action: 'leave' }, people.department)
    expect(codeOf(await takeOut)).toBe('ATTENDED_ALREADY')
    expect(codeOf(await list(third, 'staff.wu', false, '签错了人'))).toBe('ok')
    expect(codeOf(await leave('staff.wu'))).toBe('ok')
  })

  test('a class of which half-days were attended is not cancelled: it is closed', async () => {
    await join('staff.wu')
    await agree('staff.wu')
    during()
    await scan('staff.wu', third)
    expect(codeOf(await cancel())).toBe('CLASS_HELD')
    await list(third, 'staff.wu', false, '签错了人')
    expect(codeOf(await cancel())).toBe('ok')
  })

  test('whose place ended and who was there nevertheless is left out by name, never in silence', async () => {
    await join('staff.wu')
    await agree('staff.wu')
    await join('staff.county')
    during()
    // As the version before let it be, or a scan at the moment of leaving.
    await leave('staff.wu')
    await write(table, [
      newAttendance({
        ...{
          programmeId: 'p1',
          staffId: 'staff.wu',
          session: third,
          nth: 1,
          presence: 'present',
          by: 'code',
        },
        ...{ at: '2026-06-11T10:00:00.000+08:00', actor: 'account.staff.wu', actorName: '名staff.wu' },
      }),
    ])
    await scan('staff.county', third)
    await answerEnrolment(deps())('p1', { staffId: 'staff.county', action: 'decline' }, people.lower)
    expect(await close(['staff.wu', 'staff.county'])).toMatchObject({
      value: {
        claim: {
          parts: [],
          leftOut: [
            { staffId: 'staff.county', why: 'not_agreed' },
            { staffId: 'staff.wu', why: 'left' },
          ],
        },
      },
    })
  })
})

describe('a scan that arrives while the class is closed', () => {
  test('what the closing had not seen opens the class again: it is confirmed, then closed', async () => {
    await join('staff.wu')
    await agree('staff.wu')
    await join('staff.county')
    during()
    await scan('staff.wu', third)
    // As if it had arrived between the look at the attendance and the closing's write.
    const open = await readProgramme(table, 'p1')
    if (open === undefined) throw new Error('no class')
    const at = '2026-06-11T10:00:00.000+08:00'
    await write(table, [
      replaceProgramme(open, { ...open, state: 'closed' }),
      newClosing({
        ...{ programmeId: 'p1', at, by: 'dept', byName: 'dept' },
        results: [{ staffId: 'staff.wu', passed: true }],
      }),
      newAttendance({
        ...{ programmeId: 'p1', staffId: 'staff.county', session: third, nth: 1 },
        ...{ presence: 'to_confirm', by: 'code', at, actor: 'x', actorName: 'x' },
      }),
    ])
    now += 3_600_000
    expect(await sweepClosings(deps(), 0)).toBe(0)
    expect((await readProgramme(table, 'p1'))?.state).toBe('accepted')
    expect(codeOf(await close(['staff.wu']))).toBe('CONFIRM_FIRST')
    expect(codeOf(await list(third, 'staff.county', true))).toBe('ok')
    expect(codeOf(await close(['staff.wu', 'staff.county']))).toBe('ok')
    expect((await readProgramme(table, 'p1'))?.held).toEqual({
      ...{ enrolled: 2, attended: 2, passed: 2, halfDays: 2 },
    })
  })

  test('one that the cancelling had not seen opens the class again, and nobody is told', async () => {
    await join('staff.wu')
    const told = asked.sent.length
    during()
    let scans = true
    // The scan arrives between the look at the attendance and the cancelling's write.
    const client = new Proxy(table.client, {
      get: (target, name) =>
        name !== 'send'
          ? Reflect.get(target, name)
          : async (command: object) => {
              if (scans && /^(Put|TransactWrite)/.test(command.constructor.name)) {
                scans = false
                await scan('staff.wu', third)
              }
              return target.send(command as never)
            },
    })
    const host = settling(recordingHost({ ...table, client }, clock, asked))
    expect(codeOf(await cancelClass(host)('p1', '师资不足', people.department))).toBe('CLASS_HELD')
    expect(scans).toBe(false)
    expect((await readProgramme(table, 'p1'))?.state).toBe('accepted')
    expect(asked.sent).toHaveLength(told)
    expect(codeOf(await scan('staff.wu', third))).toBe('ok')
  })

  test('whichever comes first, no class is closed with a scan that waits for ever', async () => {
    for (let round = 0; round < 6; round += 1) {
      await seedClass()
      await join('staff.wu')
      await join('staff.county')
      during()
      await scan('staff.wu', third)
      await Promise.all([close(['staff.wu']), scan('staff.county', third, 5 * 60_000)])
      const state = (await readProgramme(table, 'p1'))?.state
      const waits = (await attendanceIn(table, 'p1')).some(({ presence }) => presence === 'to_confirm')
      expect([state, waits]).not.toEqual(['closed', true])
    }
  })
})

describe('evaluating a closed class', () => {
  const say = (who: Who, score: number, comment?: string) =>
    evaluate(deps())('p1', { scores: [score, 5, 5, 5, 5], ...(comment ? { comment } : {}) }, actorOf(who))
  const figures = async (by: Account = people.department) => {
    const found = await viewEvaluation(deps(), 'p1', by)
    return found.ok ? found.value : found.code
  }
  const many = ['staff.a', 'staff.b', 'staff.c', 'staff.e', 'staff.f'] as unknown as Who[]
  const closeWith = async (those: readonly Who[]) => {
    const open = await readProgramme(table, 'p1')
    if (open === undefined) throw new Error('no class')
    await write(table, [
      replaceProgramme(open, { ...open, state: 'closed' }),
      newClosing({
        ...{ programmeId: 'p1', at: '2026-06-11T18:00:00.000+08:00', by: 'dept', byName: 'dept' },
        results: those.map((staffId) => ({ staffId, passed: true })),
      }),
    ])
  }
  const twoWeeksLater = () => {
    now = Date.parse('2026-06-26T00:00:01+08:00')
  }

  test('once each, by who was there, for two weeks; shown afterwards, from five answers on', async () => {
    during()
    expect(codeOf(await say('staff.wu', 4))).toBe('WRONG_STATE')
    await closeWith(many)
    expect(codeOf(await say('staff.wu', 4))).toBe('NOT_ENROLLED')
    for (const who of many) expect(codeOf(await say(who, 4, `意见${who}`))).toBe('ok')
    const [first] = many
    if (first) await say(first, 1)
    // While it runs nobody reads one answer off the difference of two days.
    expect(await figures()).toEqual({
      ...{ until: '2026-06-25', answers: null, least: 5, averages: null, comments: null },
    })
    twoWeeksLater()
    expect(await figures()).toMatchObject({ answers: 5, averages: [4, 5, 5, 5, 5] })
    expect(await figures(people.city)).toBe('NOT_FOUND')
    expect(await figures(people.sibling)).toBe('NOT_FOUND')
    if (first) expect(codeOf(await say(first, 1))).toBe('ok')
    expect(await figures()).toMatchObject({ answers: 5 })
  })

  test('beside a library’s entry: the averages of its closed classes, from five answers on; no comment (Art. 28, 30)', async () => {
    const lecturer = 'l-bai'
    const taught = programme().courses.map((one) => ({ ...one, lecturers: [lecturer] }))
    await seedClass({ courses: taught })
    await write(table, [
      newEntry({
        ...{ id: entryOfLecturer(lecturer), submittedBy: 'i', submittedByName: '中学', version: 1, acts: [] },
        round: {
          content: {
            ...{ kind: 'lecturer', lecturerId: lecturer, name: '白音', field: '政策', body: '党校' },
            ...{ rank: '教授', courses: '政策法规', consentedOn: '2026-01-01' },
          },
          ...{ submitter: 'x', submitterName: '名', at: '2026-01-01', reviews: [], result: 'open' },
        },
      }),
    ])
    const look = async (who: Account) => {
      const found = await viewTaught(deps(), entryOfLecturer(lecturer), who)
      return found.ok ? found.value : found.code
    }
    expect(await look(people.registrar)).toEqual({ held: 0, answers: 0, averages: null, classes: [] })
    await join('staff.wu')
    await agree('staff.wu')
    during()
    await list(first, 'staff.wu', true)
    await close(['staff.wu'])
    expect(await look(people.registrar)).toMatchObject({
      ...{ held: 1, answers: 0, averages: null },
      classes: [{ title: '暑期研修班', organiser: '市教育局', passed: 1, answers: null, averages: null }],
    })
    // Another one, of five people who say what they think.
    await write(table, [newProgramme(programme({ id: 'p2', courses: taught, state: 'closed' }))])
    const other = await readProgramme(table, 'p2')
    if (other !== undefined) await noteTaught(table, other)
    const closing = { at: '2026-06-11T18:00:00.000+08:00', by: 'dept', byName: 'dept' }
    const results = many.map((staffId) => ({ staffId, passed: true }))
    await write(table, [newClosing({ ...closing, programmeId: 'p2', results })])
    for (const who of many)
      await evaluate(deps())('p2', { scores: [3, 5, 5, 5, 5], comment: '意见' }, actorOf(who))
    twoWeeksLater()
    const shown = await look(people.registrar)
    expect(shown).toMatchObject({ held: 2, answers: 5, averages: [3, 5, 5, 5, 5] })
    expect(JSON.stringify(shown)).not.toContain('意见')
    expect(await look(people.sibling)).toBe('NOT_FOUND')
  })

  test('four answers are shown to nobody; what was said bears neither who nor when', async () => {
    during()
    await closeWith(many)
    for (const who of many.slice(0, 4)) await say(who, 4, '很好')
    twoWeeksLater()
    expect(codeOf(await say(many[4] ?? 'staff.wu', 4))).toBe('WRONG_STATE')
    expect(await figures()).toMatchObject({ answers: 4, averages: null, comments: null })
    const said = await readPartition(table, keys.programme('p1').pk, 'EVALUATION#')
    expect(said).toHaveLength(4)
    for (const one of said) {
      expect(Object.keys(one).toSorted()).toEqual(['comment', 'pk', 'scores', 'sk'])
      expect(JSON.stringify(one)).not.toContain('staff.')
    }
  })
})

describe('a class that moves', () => {
  const change = (body: object, by: Account = people.department) =>
    changeClass(deps())('p1', { reason: '场地检修', ...body }, by)
  const faultsOf = (outcome: Awaited<ReturnType<typeof change>>) =>
    !outcome.ok && 'errors' in outcome ? outcome.errors?.map(({ pointer }) => pointer) : undefined

  test('everybody enrolled is told of another place or day, once; a repeat is the same letter', async () => {
    await join('staff.wu')
    await join('staff.county')
    await leave('staff.county')
    asked = nothingAsked()
    expect(codeOf(await change({ place: '新校区' }, people.city))).toBe('NOT_ALLOWED')
    const moved = { place: '新校区', sessions: [{ id: third, day: '2026-06-12', half: 'morning' }] }
    expect(await change(moved)).toMatchObject({ value: { lastDay: '2026-06-12', place: '新校区' } })
    await change(moved)
    expect(new Set(asked.sent.map(({ to, id }) => `${to} ${id}`))).toEqual(
      new Set(['staff.wu@demo.example class-p1-staff.wu-changed-1']),
    )
    expect(asked.sent[0]?.text).toContain('2026-06-12 上午')
    expect((await readProgramme(table, 'p1'))?.acts.map(({ act, reason }) => [act, reason])).toEqual([
      ['change', '场地检修'],
    ])
  })

  test('what is over, taken, of another year or held already is refused, at its place', async () => {
    await join('staff.wu')
    const to = (id: string, day: string, half = 'afternoon') => change({ sessions: [{ id, day, half }] })
    expect(faultsOf(await to(third, '2026-06-01'))).toEqual(['/sessions/0/day'])
    expect(faultsOf(await to(third, '2027-01-04'))).toEqual(['/sessions/0/day'])
    expect(faultsOf(await to(third, '2026-06-10'))).toEqual(['/sessions/0/day'])
    expect(faultsOf(await to('2026-06-30.morning.0', '2026-06-12'))).toEqual(['/sessions/0/id'])
    // Two that change places are no conflict.
    const swapped = await change({
      sessions: [
        { id: first, day: '2026-06-10', half: 'afternoon' },
        { id: second, day: '2026-06-10', half: 'morning' },
      ],
    })
    expect(codeOf(swapped)).toBe('ok')
    during()
    await scan('staff.wu', third)
    expect(faultsOf(await to(third, '2026-06-12'))).toEqual(['/sessions/0/id'])
  })

  test('Art. 31: who was removed teaches no half-day: another is named before it opens', async () => {
    const named = async (name: string, key: string) => {
      const proposed = await proposeLecturer(deps())(
        { organisationId: 'd', name, field: '教学' },
        key,
        people.department,
      )
      return proposed.ok ? proposed.value.id : ''
    }
    const [unfit, other] = [await named('甲', 'k1'), await named('乙', 'k2')]
    expect(codeOf(await change({ lecturers: [{ course: 1, lecturers: [unfit] }] }))).toBe('ok')
    await join('staff.wu')
    await removeLecturer(deps())(unfit, '言论不当', people.region)
    during()
    expect(codeOf(await showCode(deps())('p1', third, people.department))).toBe('LECTURER_REMOVED')
    expect(codeOf(await list(third, 'staff.wu', true))).toBe('LECTURER_REMOVED')
    // A half-day of another course goes on, and one that was held before the removal stays as it was.
    expect(codeOf(await list(first, 'staff.wu', true))).toBe('ok')
    const desk = await viewClassDesk(table, 'p1', people.department, 'zh', '2026-06-01')
    expect(desk).toMatchObject({ value: { courses: [{}, { lecturers: [{ removed: true }] }] } })
    expect(faultsOf(await change({ lecturers: [{ course: 1, lecturers: [unfit] }] }))).toEqual([
      '/lecturers/0/lecturers/0',
    ])
    // Nobody instead would be nobody who was vetted.
    expect(faultsOf(await change({ lecturers: [{ course: 1, lecturers: [] }] }))).toEqual([
      '/lecturers/0/lecturers',
    ])
    expect(codeOf(await change({ lecturers: [{ course: 1, lecturers: [other] }] }))).toBe('ok')
    expect(codeOf(await showCode(deps())('p1', third, people.department))).toBe('ok')
    // Whoever comes is not written to: they go to the same place on the same day.
    expect(asked.sent.filter(({ subject }) => subject.includes('变动'))).toEqual([])
  })
})

describe('notices and materials of a class', () => {
  test('everybody enrolled is told, once; they and the organiser read it, nobody else (Art. 8)', async () => {
    await join('staff.wu')
    await join('staff.four')
    await leave('staff.four')
    const before = asked.sent.length
    const said = { title: '教材', text: '请自带教材。', link: 'https://example.cn/m' }
    const post = (by: Account) => postNotice(deps())('p1', said, by)
    expect(codeOf(await post(people.city))).toBe('NOT_ALLOWED')
    expect(codeOf(await post(people.department))).toBe('ok')
    expect(codeOf(await post(people.department))).toBe('ok')
    const sent = new Map(asked.sent.slice(before).map((mail) => [mail.id, mail]))
    expect([...sent.values()].map(({ to, subject }) => [to, subject])).toEqual([
      [['staff.wu@demo.example'], '您的培训班有新的通知'],
    ])
    const seen = async (who: Account) => {
      const found = await viewClass(table, 'p1', who, 'zh', '2026-06-01')
      return found.ok ? found.value.notices.map(({ title, link }) => [title, link]) : found.code
    }
    const all = [['教材', 'https://example.cn/m']]
    expect([await seen(actorOf('staff.wu')), await seen(people.department)]).toEqual([all, all])
    expect([await seen(actorOf('staff.four')), await seen(people.sibling)]).toEqual([[], []])
    await cancelClass(deps())('p1', '停办', people.department)
    expect(codeOf(await post(people.department))).toBe('CLASS_NOT_OPEN')
  })
})

describe('files of a class', () => {
  const uploaded = async (id: string, by: Account) =>
    write(table, [
      putEvidence({
        ...{ id, sha256: id, size: 1, type: 'application/pdf', name: '讲义.pdf', uploadedBy: by.id },
        ...{ objectKey: `o-${id}`, state: 'kept' as const, uploadedAt: '2026-06-01T09:00:00.000+08:00' },
      }),
    ])
  const post = (files: string[]) =>
    postNotice(deps())('p1', { title: '讲义', text: '课前请阅读。', files }, people.department)

  test('who is enrolled, the organiser and those above it read them; nobody who left, no other class’s', async () => {
    await join('staff.wu')
    await join('staff.four')
    await leave('staff.four')
    await uploaded('e-slides', people.department)
    await uploaded('e-other', people.department)
    expect(await post(['e-slides'])).toMatchObject({
      value: { files: [{ id: 'e-slides', name: '讲义.pdf', type: 'application/pdf', size: 1 }] },
    })
    const read = async (who: Account, file = 'e-slides', of = 'p1') =>
      (await fileOfNotice(table, of, file, who))?.objectKey
    const readers = [actorOf('staff.wu'), people.department, people.city, people.region]
    for (const who of readers) expect(await read(who), who.id).toBe('o-e-slides')
    const others = [actorOf('staff.four'), actorOf('staff.county'), people.sibling, people.lower]
    for (const who of others) expect(await read(who), who.id).toBeUndefined()
    expect(await read(people.department, 'e-other')).toBeUndefined()
    await write(table, [newProgramme(programme({ id: 'p2' }))])
    expect(await read(people.department, 'e-slides', 'p2')).toBeUndefined()
    const seen = await viewClass(table, 'p1', people.city, 'zh', '2026-06-01')
    expect(seen).toMatchObject({ value: { organises: false, notices: [{ files: [{ id: 'e-slides' }] }] } })
    const mail = asked.sent.find(({ id }) => id.includes('staff.wu-notice'))
    expect(JSON.stringify(mail)).toContain('讲义.pdf')
  })

  test('a file that somebody else uploaded is refused, and nobody is told', async () => {
    await join('staff.wu')
    await uploaded('e-foreign', people.city)
    const before = asked.sent.length
    expect(await post(['e-foreign'])).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/files' }],
    })
    expect(asked.sent).toHaveLength(before)
  })
})

describe('attending', () => {
  test('the code is the organiser’s to show, on the session’s own day', async () => {
    const show = (session: string, by: Account) => showCode(deps())('p1', session, by)
    expect(codeOf(await show(first, people.department))).toBe('NO_CODE_NOW')
    during()
    expect(codeOf(await show(third, people.department))).toBe('ok')
    expect(codeOf(await show(first, people.department))).toBe('NO_CODE_NOW')
    expect(codeOf(await show(third, people.registrar))).toBe('NOT_ALLOWED')
  })

  test('[R] an afternoon is not attended before noon, nor a class closed before its last half-day has begun', async () => {
    await join('staff.wu')
    const at = (moment: string) => {
      now = Date.parse(`${moment}:00+08:00`)
    }
    const begun = async () => {
      const seen = await viewClass(table, 'p1', people.department, 'zh', timestamp(clock))
      return seen.ok ? seen.value.sessions.map((one) => one.begun) : []
    }
    at('2026-06-10T11:59')
    expect(codeOf(await showCode(deps())('p1', first, people.department))).toBe('ok')
    expect(codeOf(await showCode(deps())('p1', second, people.department))).toBe('NO_CODE_NOW')
    expect(await list(second, 'staff.wu', true)).toMatchObject({ errors: [{ pointer: '/session' }] })
    expect(await begun()).toEqual([true, false, false])
    at('2026-06-10T12:00')
    expect(codeOf(await showCode(deps())('p1', second, people.department))).toBe('ok')
    expect(codeOf(await list(second, 'staff.wu', true))).toBe('ok')
    expect(await begun()).toEqual([true, true, false])
    await seedClass({
      sessions: programme()
        .sessions.map((one) => ({ ...one, half: 'afternoon' as const }))
        .slice(1),
    })
    at('2026-06-11T11:59')
    expect(codeOf(await close([]))).toBe('CLASS_NOT_OVER')
    at('2026-06-11T12:00')
    expect(codeOf(await close([]))).toBe('ok')
  })

  test('a scan in time counts, a late one waits for the organiser, none counts without a seat', async () => {
    await join('staff.wu')
    await join('staff.county')
    during()
    expect(codeOf(await scan('staff.li', third))).toBe('NOT_ENROLLED')
    expect(await scan('staff.wu', third)).toMatchObject({ value: { presence: 'present', nth: 1 } })
    expect(await scan('staff.wu', third)).toMatchObject({ value: { presence: 'present', nth: 1 } })
    expect(await scan('staff.county', third, 5 * 60_000)).toMatchObject({ value: { presence: 'to_confirm' } })
    expect(codeOf(await scan('staff.wu', first, 11 * 60_000))).toBe('CODE_EXPIRED')
    expect(codeOf(await close(['staff.wu', 'staff.county']))).toBe('CONFIRM_FIRST')
    expect(await list(third, 'staff.county', true)).toMatchObject({
      value: [{ presence: 'present', nth: 2 }],
    })
    expect(await list(third, 'staff.county', true)).toMatchObject({ value: [] })
  })

  test('who shows the code and scans it waits for a colleague’s word', async () => {
    await join('staff.wu')
    during()
    const { code } = codeAt(await sealOf(table), 'p1', third, now)
    const both = { ...people.department, staffId: 'staff.wu' }
    expect(await attend(deps())('p1', code, both)).toMatchObject({ value: { presence: 'to_confirm' } })
  })

  test('a list that names somebody twice is refused: whether they were there nobody knows', async () => {
    await join('staff.wu')
    during()
    const entries = [true, false].map((present) => ({ staffId: 'staff.wu', present }))
    const entered = await recordAttendance(deps())('p1', { session: third, entries }, people.department)
    expect(entered).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/entries/1/staffId' }] })
  })

  test('a correction needs a reason, and what it corrects stays on record', async () => {
    await join('staff.wu')
    during()
    await scan('staff.wu', third)
    expect(codeOf(await list(third, 'staff.wu', false))).toBe('INPUT_INVALID')
    expect(codeOf(await list(third, 'staff.wu', false, '代他人扫码'))).toBe('ok')
    const desk = await viewClassDesk(table, 'p1', people.department, 'zh', '2026-06-01')
    expect(desk).toMatchObject({
      value: {
        participants: [{ corrections: 1, attendance: [{ presence: 'absent', reason: '代他人扫码' }] }],
      },
    })
  })
})

const creditAll = async (requestIds: readonly string[]) => {
  for (const requestId of requestIds) await creditPart(deps())({ requestId, line: 0, part: 1 })
}

/** A table of a process that is killed as soon as a closing is written. */
const dyingAfterClosing = (whole: Table): Table => {
  let isDead = false
  const send = async (command: { input: unknown }) => {
    if (isDead) throw new Error('killed')
    isDead = JSON.stringify(command.input).includes('"sk":"CLOSING","programmeId"')
    return whole.client.send(command as never)
  }
  return { ...whole, client: { send } as unknown as Table['client'] }
}

describe('closing a class', () => {
  test('it becomes one claim with a part for each course and route; delivered twice it changes nothing', async () => {
    for (const id of ['staff.li', 'staff.wu', 'staff.county'] as const) {
      await join(id)
      await agree(id)
    }
    during()
    await scan('staff.li', third)
    await list(first, 'staff.li', true)
    await list(second, 'staff.wu', true)
    await list(third, 'staff.county', true)
    expect(codeOf(await close(['staff.li', 'staff.wu']))).toBe('INPUT_INVALID')
    const closed = await close(['staff.li', 'staff.wu', 'staff.county'])
    if (!closed.ok) throw new Error(closed.code)
    const { parts } = closed.value.claim
    expect(parts.map((one) => [one.course, one.departmentId ?? '', one.authorityId])).toEqual([
      [0, '', 'a'],
      [1, 'd', 'a'],
      [1, '', 'k'],
    ])
    expect(asked.started.map(({ machine, input }) => ({ machine, ...input }))).toMatchObject([
      { machine: 'feed-batch', recognisedBy: 'authority' },
      { machine: 'feed-batch', recognisedBy: 'department' },
      { machine: 'feed-batch', recognisedBy: 'authority' },
    ])
    const again = await close([])
    expect(again).toEqual(closed)
    expect(asked.started).toHaveLength(3)
    for (let times = 0; times < 2; times += 1) await creditAll(parts.map(({ requestId }) => requestId))
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu'), await hoursOf('staff.county')]).toEqual([
      8, 4, 4,
    ])
    expect((await readRequest(table, parts[0]?.requestId ?? ''))?.request.status).toBe('approved')
    expect(codeOf(await leave('staff.wu'))).toBe('CLASS_NOT_OPEN')
    expect(codeOf(await list(third, 'staff.wu', true))).toBe('CLASS_NOT_OPEN')
  })

  test('the signed list and the summary stand with every part, and prove nothing of anybody alone (Art. 34, 40)', async () => {
    await join('staff.wu')
    await agree('staff.wu')
    during()
    await list(first, 'staff.wu', true)
    await list(third, 'staff.wu', true)
    const paper = (id: string, uploadedBy: string) =>
      putEvidence({
        ...{ id, sha256: id, size: 1, type: 'application/pdf', uploadedBy, objectKey: id, state: 'kept' },
        uploadedAt: '2026-06-11T09:00:00.000+08:00',
      })
    await write(table, [paper('e-own', people.department.id), paper('e-other', 'somebody')])
    const results = [{ staffId: 'staff.wu' as const, passed: true }]
    const closing = (papers: string[]) => closeClass(deps())('p1', results, people.department, papers)
    expect(await closing(['e-own', 'e-other'])).toMatchObject({
      ...{ code: 'INPUT_INVALID', errors: [{ pointer: '/papers/1' }] },
    })
    const closed = await closing(['e-own'])
    if (!closed.ok) throw new Error(closed.code)
    expect(closed.value.claim.parts).toHaveLength(2)
    for (const { requestId } of closed.value.claim.parts)
      expect((await readRequest(table, requestId))?.request).toMatchObject({
        ...{ evidence: [], supporting: ['e-own'], fingerprints: [] },
      })
  })

  test('a crash after the closing leaves no class without its claim: the reconciler files it, once', async () => {
    await join('staff.wu')
    await agree('staff.wu')
    during()
    await list(first, 'staff.wu', true)
    const whole = table
    table = dyingAfterClosing(whole)
    await expect(close(['staff.wu'])).rejects.toThrow('killed')
    table = whole
    expect(asked.started).toEqual([])
    expect(await sweepClosings(deps(), 60_000)).toBe(0)
    expect(await sweepClosings(deps(), 0)).toBe(1)
    expect(asked.started).toHaveLength(1)
    expect(await sweepClosings(deps(), 0)).toBe(0)
    const desk = await viewClassDesk(table, 'p1', people.department, 'zh', '2026-06-01')
    expect(desk).toMatchObject({ value: { closed: { claim: { parts: [{ participants: 1 }] } } } })
  })

  test('results of nobody here, or twice of one, are refused with every fault', async () => {
    await join('staff.wu')
    await join('staff.four')
    during()
    await list(first, 'staff.four', true)
    expect(await close(['staff.wu', 'staff.li'], ['staff.wu'])).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/results' }, { pointer: '/results/2/staffId' }, { pointer: '/results/1/staffId' }],
    })
  })

  test('the same class is not claimed singly: by who passed, failed or was absent of a course (Art. 40)', async () => {
    for (const id of ['staff.wu', 'staff.four'] as const) {
      await join(id)
      await agree(id)
    }
    during()
    await list(first, 'staff.wu', true)
    await list(first, 'staff.four', true)
    await close(['staff.wu'], ['staff.four'])
    for (const id of ['staff.wu', 'staff.four'] as const)
      for (const more of [{ title: '暑期研修班' }, { title: '公共课' }, { provider: '市教育局' }])
        expect(codeOf(await single(id, more)), id).toBe('EVIDENCE_ALREADY_USED')
  })

  test('a class that everybody failed or missed is not claimed singly either; another’s is (Art. 40)', async () => {
    for (const id of ['staff.wu', 'staff.four'] as const) {
      await join(id)
      await agree(id)
    }
    during()
    await list(first, 'staff.wu', true)
    const closed = await close([], ['staff.wu'])
    expect(closed).toMatchObject({ value: { claim: { parts: [], leftOut: [] } } })
    for (const id of ['staff.wu', 'staff.four'] as const)
      for (const more of [{ title: '暑期研修班' }, { title: '公共课' }, { provider: '市教育局' }])
        expect(await single(id, more), id).toMatchObject({
          ...{ code: 'EVIDENCE_ALREADY_USED', article: '40', errors: [{ pointer: '/lines' }] },
        })
    const free = [{}, { title: '公共课', from: '2026-06-09', to: '2026-06-09' }, { title: '别的课' }]
    for (const more of free) expect(codeOf(await single('staff.wu', more))).toBe('ok')
    expect(codeOf(await single('staff.county', { title: '暑期研修班' }))).toBe('ok')
  })

  test('where the people of one route failed, those whom no institution registered may claim singly (Art. 34)', async () => {
    await join('staff.wu')
    await join('staff.county')
    await agree('staff.county')
    during()
    await list(first, 'staff.wu', true)
    await list(first, 'staff.county', true)
    await close(['staff.wu'], ['staff.county'])
    expect(codeOf(await single('staff.wu', { title: '公共课' }))).toBe('ok')
    expect(codeOf(await single('staff.county', { title: '公共课' }))).toBe('EVIDENCE_ALREADY_USED')
  })

  test('the days of a class claimed under another title: its desks are told, of who was there alone (Art. 40)', async () => {
    for (const id of ['staff.wu', 'staff.four'] as const) {
      await join(id)
      await agree(id)
    }
    during()
    await list(first, 'staff.wu', true)
    await list(second, 'staff.wu', true)
    await list(first, 'staff.four', true)
    const closed = await close(['staff.wu'], ['staff.four'])
    const told = async (id: Who, more: Partial<Single> = {}) => {
      const done = await single(id, more)
      return done.ok
        ? (done.value.notices ?? []).map(({ code, article }) => `${code} ${article}`)
        : [done.code]
    }
    for (const more of [{}, { provider: '某培训公司' }, { subject: 'professional' as const }])
      expect(await told('staff.wu', more)).toContain('TWIN 40')
    expect(await told('staff.wu', { from: '2026-06-09', to: '2026-06-09' })).not.toContain('TWIN 40')
    expect(await told('staff.four')).not.toContain('TWIN 40')
    // Credited nevertheless, the days have two half-days, and no more (Art. 39(1)).
    if (!closed.ok) throw new Error(closed.code)
    await creditAll(closed.value.claim.parts.map(({ requestId }) => requestId))
    const staffRecord = await readStaff(table, 'staff.wu')
    if (staffRecord === undefined) throw new Error('nobody')
    const again = { kind: 'credit' as const, credit: { ...lineOf({}), id: 'x', halfDays: 2 } }
    const facts = [...factsInForce(staffRecord.entries), again]
    const { annual } = assessFacts(staffRecord.person, facts, 2026, '2026-06-30', always2024)
    expect(annual.publicTenths).toBe(80)
  })

  test('a class that its desk refused may be claimed singly, and the desks are told of it: also who failed (Art. 40, 42)', async () => {
    for (const id of ['staff.wu', 'staff.four'] as const) {
      await join(id)
      await agree(id)
    }
    during()
    await list(first, 'staff.wu', true)
    await list(first, 'staff.four', true)
    const closed = await close(['staff.wu'], ['staff.four'])
    const [part] = closed.ok ? closed.value.claim.parts : []
    const request = part && (await readRequest(table, part.requestId))?.request
    if (request?.type !== 'class_roster') throw new Error('no part')
    const lines = request.lines.map((line) => ({ ...line, status: 'rejected' as const, awaiting: false }))
    await write(table, advanceRequest(request, { ...request, status: 'rejected', lines }))
    for (const id of ['staff.wu', 'staff.four'] as const) {
      const done = await single(id, { title: '暑期研修班' })
      expect(done.ok && done.value.notices?.map(({ code, link }) => `${code} ${link}`)).toContain(
        `TWIN /request/${part?.requestId}`,
      )
    }
  })

  test('where somebody else held it, its organiser’s name is the class’s, too', async () => {
    await seedClass({ entrusted: { name: '某培训中心' } })
    await join('staff.wu')
    await agree('staff.wu')
    during()
    await list(first, 'staff.wu', true)
    await close(['staff.wu'])
    for (const provider of ['市教育局', '某培训中心'])
      expect(codeOf(await single('staff.wu', { provider })), provider).toBe('EVIDENCE_ALREADY_USED')
  })

  test('two classes of one organiser on one day are two: the half-days of both are claimed', async () => {
    const other: Programme = {
      ...programme({ id: 'p2', title: '晚间研修班', capacity: 9 }),
      courses: [{ ...course, title: '写作课', subject: 'public' }],
      sessions: [{ day: '2026-06-10', half: 'afternoon', course: 0 }],
      ...{ firstDay: '2026-06-10', lastDay: '2026-06-10' },
    }
    await write(table, [newProgramme(other)])
    for (const id of ['p1', 'p2'] as const) {
      await enrol(deps())(id, ['staff.wu'], actorOf('staff.wu'))
      await answerEnrolment(deps())(id, { staffId: 'staff.wu', action: 'agree' }, registrar('staff.wu'))
    }
    during()
    await list(first, 'staff.wu', true)
    const entries = [{ staffId: 'staff.wu' as const, present: true }]
    await recordAttendance(deps())('p2', { session: '2026-06-10.afternoon.0', entries }, people.department)
    for (const id of ['p1', 'p2'] as const) {
      const closed = await closeClass(deps())(id, [{ staffId: 'staff.wu', passed: true }], people.department)
      if (!closed.ok) throw new Error(closed.code)
      expect(closed.value.claim.leftOut).toEqual([])
      await creditAll(closed.value.claim.parts.map(({ requestId }) => requestId))
    }
    expect(await hoursOf('staff.wu')).toBe(8)
  })

  test('who was in two classes in one half-day, as both have it: the desks of the second are told (Art. 39(1))', async () => {
    const other: Programme = {
      ...programme({ id: 'p2', title: '同时的班', capacity: 9 }),
      courses: [{ ...course, title: '写作课', subject: 'public' }],
      sessions: [{ day: '2026-06-10', half: 'morning', course: 0 }],
      ...{ firstDay: '2026-06-10', lastDay: '2026-06-10' },
    }
    await write(table, [newProgramme(other)])
    for (const id of ['p1', 'p2'] as const)
      for (const who of ['staff.wu', 'staff.four'] as const) {
        await enrol(deps())(id, [who], actorOf(who))
        await answerEnrolment(deps())(id, { staffId: who, action: 'agree' }, registrar(who))
      }
    during()
    const closeOf = async (id: string) => {
      const results = ['staff.wu', 'staff.four'].map((staffId) => ({ staffId, passed: true }))
      const closed = await closeClass(deps())(id, results, people.department)
      const [part] = closed.ok ? closed.value.claim.parts : []
      return (part && (await readRequest(table, part.requestId))?.request.notices) ?? []
    }
    const here = (session: string, staffId: Who) =>
      recordAttendance(deps())('p2', { session, entries: [{ staffId, present: true }] }, people.department)
    await here('2026-06-10.morning.0', 'staff.wu')
    await here('2026-06-10.morning.0', 'staff.four')
    expect(await closeOf('p2')).toEqual([])
    await list(first, 'staff.wu', true)
    await list(second, 'staff.four', true)
    expect(await closeOf('p1')).toMatchObject([{ code: 'DAYS_FULL', article: '39' }])
    expect((await closeOf('p1'))[0]?.zh).toContain('1 人在同样的半天还有“同时的班”的到课记录')
  })

  test('whom no institution registered is left out, and says so (Art. 34)', async () => {
    await join('staff.wu')
    await join('staff.county')
    await agree('staff.county')
    during()
    await list(first, 'staff.wu', true)
    await list(first, 'staff.county', true)
    expect(await close(['staff.wu', 'staff.county'])).toMatchObject({
      value: {
        claim: {
          parts: [
            { authorityId: 'k', participants: [{ staffId: 'staff.county', halfDays: 1, passed: true }] },
          ],
          leftOut: [{ staffId: 'staff.wu', why: 'not_agreed' }],
        },
      },
    })
  })

  test('for any history of enrolling, attending, correcting and closing: hours = half-days of who passed × 4, once', async () => {
    const who = fc.constantFrom(...staff)
    const session = fc.constantFrom(...ids)
    const step = fc.oneof(
      fc.record({ act: fc.constant('join' as const), who }),
      fc.record({ act: fc.constant('agree' as const), who }),
      fc.record({ act: fc.constant('leave' as const), who }),
      fc.record({ act: fc.constant('scan' as const), who, session, late: fc.boolean() }),
      fc.record({ act: fc.constant('list' as const), who, session, present: fc.boolean() }),
    )
    const history = fc.record({
      steps: fc.array(step, { minLength: 5, maxLength: 30 }),
      passed: fc.subarray([...staff]),
      closings: fc.integer({ min: 1, max: 3 }),
      late: fc.array(
        fc.oneof(
          fc.record({ act: fc.constant('leave' as const), who }),
          fc.record({ act: fc.constant('list' as const), who, session, present: fc.boolean() }),
        ),
        { maxLength: 4 },
      ),
    })
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, passed, closings, late }) => {
        await seedClass()
        during()
        // What the words of the regulation make of the history, apart from the code: order, agreement, presence.
        let order: Who[] = []
        const joined = new Set<Who>()
        const agreed = new Set<Who>()
        const there = new Map<string, 'yes' | 'no' | 'maybe'>()
        const hasSeat = (id: Who) => order.slice(0, 3).includes(id)
        for (const one of steps) {
          if (one.act === 'join') {
            await join(one.who)
            joined.add(one.who)
            if (!order.includes(one.who)) order = [...order, one.who]
          } else if (one.act === 'agree') {
            await agree(one.who)
            if (order.includes(one.who)) agreed.add(one.who)
          } else if (one.act === 'leave') {
            const code = codeOf(await leave(one.who))
            const stays = ids.some((at) => ['yes', 'maybe'].includes(there.get(`${one.who} ${at}`) ?? ''))
            if (order.includes(one.who)) expect(code).toBe(stays ? 'ATTENDED_ALREADY' : 'ok')
            if (stays) continue
            order = order.filter((id) => id !== one.who)
            agreed.delete(one.who)
          } else {
            const place = `${one.who} ${one.session}`
            if (one.act === 'scan') {
              await scan(one.who, one.session, one.late ? 60_000 : 0)
              if (hasSeat(one.who) && !there.has(place)) there.set(place, one.late ? 'maybe' : 'yes')
            } else {
              await list(one.session, one.who, one.present, '核对纸质签到表')
              if (hasSeat(one.who)) there.set(place, one.present ? 'yes' : 'no')
            }
          }
        }
        for (const [place, presence] of there) {
          const [id = '', at = ''] = place.split(' ')
          const known = staff.find((one) => one === id)
          if (presence !== 'maybe' || known === undefined || !hasSeat(known)) continue
          await list(at, known, true)
          there.set(place, 'yes')
        }
        const results = staff.filter((id) => joined.has(id))
        const [good, failed] = [true, false].map((is) => results.filter((id) => passed.includes(id) === is))
        for (let times = 0; times < closings; times += 1) {
          const closed = await close(good ?? [], failed)
          if (!closed.ok) throw new Error(closed.code)
          await creditAll(closed.value.claim.parts.map(({ requestId }) => requestId))
        }
        // What is said after the closing changes nothing: the roster stands.
        for (const one of late) {
          const code =
            one.act === 'leave'
              ? codeOf(await leave(one.who))
              : codeOf(await list(one.session, one.who, one.present, '结业后的更正'))
          // Who had left before says so again and is answered as then.
          if (one.act === 'list' || order.includes(one.who)) expect(code).not.toBe('ok')
        }
        const again = await close(failed ?? [], good)
        if (!again.ok) throw new Error(again.code)
        await creditAll(again.value.claim.parts.map(({ requestId }) => requestId))
        for (const id of staff) {
          const halves = ids.filter((at) => there.get(`${id} ${at}`) === 'yes').length
          const counts = hasSeat(id) && agreed.has(id) && passed.includes(id)
          expect(await hoursOf(id), id).toBe(counts ? halves * 4 : 0)
        }
      }),
      { numRuns: 15 },
    )
  })
})
