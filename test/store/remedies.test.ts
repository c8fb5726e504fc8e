import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { correctEntry } from '../../functions/ledger/correct-entry.ts'
import { notifyDue } from '../../functions/notices/notify-due.ts'
import type { Account } from '../../functions/organisations/account.ts'
import { accountActs, readAccountRecord } from '../../functions/organisations/account-record.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { enterRecordChange, recordJustifiedReason } from '../../functions/outcomes/record-outcome.ts'
import type { Mail } from '../../functions/platform/mail.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { DiscretionGround } from '../../functions/platform/terms.ts'
import { newParameters } from '../../functions/registers/parameters.ts'
import { newProvider } from '../../functions/registers/provider.ts'
import { followObjection } from '../../functions/remedies/follow-objection.ts'
import { groundOnRecord } from '../../functions/requests/discretion.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { requestsSubmittedBy } from '../../functions/requests/request-lists.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { DeemedBody, type Submission } from '../../functions/requests/submissions.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { taskId } from '../../functions/requests/task.ts'
import { viewRequest } from '../../functions/requests/view-request.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { assessStaff, requireFacts } from '../../functions/staff/due-obligations.ts'
import { factsInForce } from '../../functions/staff/facts-in-force.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { changePerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { factsFromStanding, standingOf } from '../../functions/staff/standing.ts'
import { assessYear } from '../../rules/assess.ts'
import { dateOf } from '../../rules/calendar.ts'
import { always2024, edition2024 } from '../../rules/edition.ts'
import { countCredits } from '../../rules/half-days.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let sent: Mail[]
let started: { workflow: string; name: string; input: object }[]
let today = '2027-02-01'
let files = 0

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
      async start(workflow: string, name: string, input: object) {
        if (!started.some((one) => one.name === name)) started.push({ workflow, name, input })
      },
      succeed: async () => 'taken' as const,
      fail: async () => 'taken' as const,
    },
  })

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  sent = []
  started = []
  today = '2027-02-01'
})

/** A file that someone has uploaded. */
const proof = async (by: Account): Promise<string> => {
  files += 1
  const id = `e${files}`
  await write(table, [
    putEvidence({
      id,
      sha256: `${files}`.padStart(64, '0'),
      size: 100,
      type: 'application/pdf',
      uploadedBy: by.id,
      objectKey: id,
      uploadedAt: '2027-01-01T00:00:00.000+08:00',
      state: 'kept',
    }),
  ])
  return id
}
let keys = 0
const submit = (body: Submission, actor: Account) => {
  keys += 1
  return submitRequest(host())(body, `k${keys}`, actor)
}
const filed = async (body: Submission, actor: Account) => {
  const outcome = await submit(body, actor)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const onlineLine = {
  subject: 'professional',
  category: 'in_service',
  mode: 'online',
  from: '2026-03-01',
  to: '2026-03-20',
  hours: 20,
} as const
const claim = (more: object = {}): Submission => ({
  type: 'recognition',
  staffId: 'staff.li',
  title: '专业培训',
  lines: [onlineLine],
  evidence: [],
  ...more,
})
const decide = async (
  requestId: string,
  stage: 'institution' | 'department' | 'authority',
  decision: 'approve' | 'reject',
  more: { round?: number; grantedTenths?: number; reason?: string } = {},
) => {
  const { round = 1, reason = decision === 'reject' ? '材料不足。' : undefined, grantedTenths } = more
  await openTask(host())({ requestId, round, line: 0, stage, token: `t-${stage}-${round}` })
  const actors = {
    institution: accounts.registrar,
    department: accounts.department,
    authority: accounts.authority,
  }
  const place = stage === 'institution' ? `${round}.${stage}` : `${round}.0.${stage}`
  return decideTask(host())(
    { taskId: taskId({ requestId, place }), decision, reason, grantedTenths },
    actors[stage],
  )
}
const li = async () => {
  const staff = await readStaff(table, 'staff.li')
  if (staff === undefined) throw new Error('staff.li was expected.')
  return staff
}
const hours = async () => {
  const { annual } = assessStaff(await li(), 2026, today, always2024)
  return annual.professionalTenths / 10
}
const statusOf = async (id: string) => (await readRequest(table, id))?.request.status

describe('Art. 7, 43: a justified reason is asked for and decided', () => {
  const body = async (by: Account, year = 2026): Promise<Submission> => ({
    type: 'justified_reason',
    staffId: 'staff.li',
    year,
    ground: 'sick_leave',
    reason: '住院四个月。',
    evidence: [await proof(by)],
  })

  test('by the person: the institution gives its opinion and decides nothing, then the department finds', async () => {
    const { id } = await filed(await body(accounts.li), accounts.li)
    expect(started.at(-1)).toMatchObject({
      workflow: 'justified-reason',
      input: { opinion: true, decidedBy: 'department' },
    })
    expect(await decide(id, 'institution', 'reject', { reason: '不属实。' })).toMatchObject({ ok: true })
    expect(await statusOf(id)).toBe('in_review')
    await decide(id, 'department', 'approve')
    await recordJustifiedReason(host())(id)
    expect(await statusOf(id)).toBe('approved')
    expect(factsInForce((await li()).entries)).toEqual([
      { kind: 'justified', year: 2026, reason: '病休：住院四个月。' },
    ])
    expect(await submit(await body(accounts.li), accounts.li)).toMatchObject({ code: 'ALREADY_JUSTIFIED' })
  })

  test('filed by the institution it bears its opinion; the person is told and may withdraw it', async () => {
    const { id } = await filed(await body(accounts.registrar), accounts.registrar)
    expect(started.at(-1)).toMatchObject({ input: { opinion: false } })
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      [['staff.li@demo.example'], '有一件正当理由事项为您提交'],
    ])
    const mine = await requestsSubmittedBy(table, accounts.li, { limit: 10 })
    expect(mine.items.map((one) => one.id)).toEqual([id])
    expect(await withdrawRequest(host())(id, accounts.li)).toMatchObject({ ok: true })
    expect(await statusOf(id)).toBe('withdrawn')
  })

  test('Art. 43: an overdue induction has one for the year of its limit, however complete that year is', async () => {
    const staff = await li()
    const act = { at: '2026-01-01T00:00:00.000+08:00', by: 'hr.city', what: 'confirmed', reason: '更正' }
    const leaderPeriods = [{ from: '2026-01-01', to: '2027-01-01' }]
    await write(table, changePerson(staff, { ...staff.person, hiredOn: '2025-09-01', leaderPeriods }, act))
    expect((await li()).person.hiredOn).toBe('2025-09-01')
    expect(assessStaff(await li(), 2026, today, always2024)).toMatchObject({
      annual: { status: 'not_applicable' },
      induction: { status: 'overdue' },
    })
    const { id } = await filed(await body(accounts.li), accounts.li)
    await decide(id, 'institution', 'approve')
    await decide(id, 'department', 'approve')
    await recordJustifiedReason(host())(id)
    const row = assessStaff(await li(), 2026, today, always2024).eligibility.find(
      ({ business }) => business === 'regularization',
    )
    expect(row?.verdict).toBe('review')
  })

  test('a year that has not begun, or asks for nothing, has none', async () => {
    expect(await submit(await body(accounts.li, 2028), accounts.li)).toMatchObject({ code: 'INPUT_INVALID' })
  })
})

describe('Art. 35: an objection is looked at by the desk that decided, then by the one above', () => {
  /** A professional line that the department has refused. */
  const refused = async () => {
    const { id } = await filed(claim({ evidence: [await proof(accounts.li)] }), accounts.li)
    await decide(id, 'institution', 'approve')
    await decide(id, 'department', 'reject')
    expect(await statusOf(id)).toBe('rejected')
    return id
  }
  const objection = (about: Extract<Submission, { type: 'objection' }>['about']): Submission => ({
    type: 'objection',
    about,
    reason: '结业证书有效。',
    evidence: [],
  })

  test('the desk that stands by its decision passes it on; upheld above, the hours are credited', async () => {
    const claimed = await refused()
    const { id } = await filed(objection({ requestId: claimed }), accounts.li)
    expect(started.at(-1)).toMatchObject({
      workflow: 'objection',
      name: `${id}-1-0`,
      input: { stage: 'department' },
    })
    await decide(id, 'department', 'reject')
    await followObjection(host())({ requestId: id, round: 1, line: 0 })
    // Repeated after a crash it changes nothing.
    await followObjection(host())({ requestId: id, round: 1, line: 0 })
    expect(started.at(-1)).toMatchObject({ name: `${id}-2-0`, input: { stage: 'authority' } })
    expect(await statusOf(id)).toBe('in_review')
    await decide(id, 'authority', 'approve', { round: 2, reason: '证书经核实有效。' })
    await followObjection(host())({ requestId: id, round: 2, line: 0 })
    await followObjection(host())({ requestId: id, round: 2, line: 0 })
    expect(await statusOf(id)).toBe('approved')
    expect(await statusOf(claimed)).toBe('approved')
    expect(await hours()).toBe(20)
    expect((await li()).entries).toHaveLength(1)
  })

  test('upheld nowhere it ends, and is made once', async () => {
    const claimed = await refused()
    const { id } = await filed(objection({ requestId: claimed }), accounts.li)
    await decide(id, 'department', 'reject')
    await followObjection(host())({ requestId: id, round: 1, line: 0 })
    await decide(id, 'authority', 'reject', { round: 2 })
    await followObjection(host())({ requestId: id, round: 2, line: 0 })
    expect(await statusOf(id)).toBe('rejected')
    expect(await submit(objection({ requestId: claimed }), accounts.li)).toMatchObject({
      code: 'OBJECTION_ALREADY_MADE',
    })
  })

  test('within 30 days of the decision, by whom it concerns', async () => {
    const claimed = await refused()
    expect(await submit(objection({ requestId: claimed }), accounts.registrar)).toMatchObject({ ok: false })
    today = '2027-03-04'
    expect(await submit(objection({ requestId: claimed }), accounts.li)).toMatchObject({
      code: 'OBJECTION_TOO_LATE',
    })
    today = '2027-03-03'
    expect(await submit(objection({ requestId: claimed }), accounts.li)).toMatchObject({ ok: true })
  })

  test('hours that were cut are granted by a correction; fewer hours need a reason', async () => {
    const { id } = await filed(claim(), accounts.li)
    await decide(id, 'institution', 'approve')
    expect(await decide(id, 'department', 'approve', { grantedTenths: 100 })).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/reason' }],
    })
    await decide(id, 'department', 'approve', { grantedTenths: 100, reason: '只认可一半。' })
    await decide(id, 'authority', 'approve')
    await creditLine(host())({ requestId: id, line: 0 })
    expect(await hours()).toBe(10)
    const objected = await filed(objection({ requestId: id, line: 0 }), accounts.li)
    await decide(objected.id, 'authority', 'approve', { reason: '应全部认可。' })
    await followObjection(host())({ requestId: objected.id, round: 1, line: 0 })
    expect(await statusOf(objected.id)).toBe('approved')
    expect(await hours()).toBe(20)
  })
})

describe('Art. 35: the desk that decided corrects its own error once', () => {
  test('with a reason; a second time it is for the authority above', async () => {
    const { id } = await filed(claim(), accounts.li)
    await decide(id, 'institution', 'approve')
    await decide(id, 'department', 'approve')
    await decide(id, 'authority', 'approve')
    await creditLine(host())({ requestId: id, line: 0 })
    const correct = (grantedHours: number, key: string) =>
      correctEntry(host())(
        'staff.li',
        { entry: 1, reason: '录入有误。', grantedHours },
        key,
        accounts.authority,
      )
    expect(await correct(12, 'c1')).toMatchObject({ ok: true })
    expect(await hours()).toBe(12)
    expect(await correct(20, 'c2')).toMatchObject({ code: 'ALREADY_CORRECTED' })
  })
})

describe('Art. 32: the window of a delay stays open for an approver’s delay', () => {
  const delay: Submission = {
    type: 'make_up_delay',
    staffId: 'staff.li',
    year: 2026,
    reason: '援藏。',
    evidence: [],
  }

  test('closed on 1 February; open while a claim of the year lies at a desk, and 30 days after its refusal', async () => {
    expect(await submit(delay, accounts.li)).toMatchObject({ code: 'DELAY_OUTSIDE_WINDOW' })
    const { id } = await filed(claim(), accounts.li)
    await decide(id, 'institution', 'approve')
    today = '2027-03-01'
    await decide(id, 'department', 'reject')
    today = '2027-04-01'
    expect(await submit(delay, accounts.li)).toMatchObject({ code: 'DELAY_OUTSIDE_WINDOW' })
    today = '2027-03-31'
    expect(await submit(delay, accounts.li)).toMatchObject({ ok: true })
  })

  test('open for 30 days after a change of the register by which the year is owed at all', async () => {
    const on = async (more: object, at: string) => {
      const staff = await li()
      const act = { at: `${at}T09:00:00.000+08:00`, by: 'hr.city', what: 'confirmed', reason: '更正' }
      await write(table, changePerson(staff, { ...staff.person, ...more }, act))
    }
    today = '2027-03-31'
    await on({ registerPeriods: [{ from: '2027-02-01' }] }, '2026-01-05')
    expect(await submit(delay, accounts.li)).toMatchObject({ code: 'YEAR_NOT_APPLICABLE' })
    await on({ registerPeriods: [{ from: '2019-08-01' }] }, '2027-03-01')
    // What changes nothing of the year opens nothing either.
    await on({ staffNo: 'N1' }, '2027-03-25')
    today = '2027-04-01'
    expect(await submit(delay, accounts.li)).toMatchObject({ code: 'DELAY_OUTSIDE_WINDOW' })
    today = '2027-03-31'
    expect(await submit(delay, accounts.li)).toMatchObject({ ok: true })
  })
})

describe('Art. 4, 9, 12, 18: what exempts a person or bends a date takes two', () => {
  const change = async (more: object): Promise<Submission> => ({
    type: 'record_change',
    staffId: 'staff.li',
    fact: 'leader',
    from: '2026-07-01',
    reason: '任副校长。',
    evidence: [await proof(accounts.registrar)],
    ...more,
  })

  test('filed with a document, its effect on each year shown, in force from its own date', async () => {
    const { id } = await filed(await change({}), accounts.registrar)
    const record = await readRequest(table, id)
    if (record === undefined) throw new Error('The request was expected.')
    const view = await viewRequest(table, record, 'zh', today)
    expect(view).toMatchObject({
      change: { fact: 'leader', from: '2026-07-01', to: null, value: null },
      effects: [
        { year: 2026, closed: false, before: 'short', after: 'not_applicable' },
        { year: 2027, closed: false, before: 'open', after: 'not_applicable' },
      ],
    })
    await decide(id, 'authority', 'approve')
    await enterRecordChange(host())(id)
    const { person } = await li()
    expect(person).toMatchObject({ leader: true, leaderPeriods: [{ from: '2026-07-01' }] })
    expect(assessStaff(await li(), 2025, today, always2024).annual.status).toBe('short')
    expect(assessStaff(await li(), 2026, today, always2024).annual.status).toBe('not_applicable')
  })

  test('a change ahead of its day is shown with what it does to the year, and comes into force on it', async () => {
    const { id } = await filed(await change({ from: '2027-06-01' }), accounts.registrar)
    const record = await readRequest(table, id)
    if (record === undefined) throw new Error('The request was expected.')
    expect((await viewRequest(table, record, 'zh', today)).effects).toEqual([
      { year: 2027, closed: false, before: 'open', after: 'not_applicable' },
    ])
    await enterRecordChange(host())(id)
    expect((await li()).person.leader).toBe(false)
    today = '2027-06-01'
    await notifyDue(host())(today)
    expect((await li()).person.leader).toBe(true)
  })

  test.each([
    ['an end before the hiring', { from: '2018-01-01', to: '2019-07-31' }, '/to'],
    ['a hiring more than a year ahead', { fact: 'hiredOn', from: '2028-02-02' }, '/from'],
  ])('refused at the field: %s', async (_, more, pointer) => {
    expect(await submit(await change(more), accounts.registrar)).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer, detail: { zh: expect.any(String), en: expect.any(String) } }],
    })
  })

  test('and on the days at their edges they are taken; a hiring comes before the retirement', async () => {
    const last = await change({ from: '2018-01-01', to: '2019-08-01' })
    expect(await submit(last, accounts.registrar)).toMatchObject({ ok: true })
    const hired = (from: string) => change({ fact: 'hiredOn', from })
    const staff = await li()
    const act = { at: '2027-02-01T08:00:00.000+08:00', by: 'hr.city', what: 'changed', reason: '登记' }
    await write(table, changePerson(staff, { ...staff.person, retiresOn: '2028-02-01' }, act))
    expect(await submit(await hired('2028-02-01'), accounts.registrar)).toMatchObject({
      errors: [{ pointer: '/from' }],
    })
    expect(await submit(await hired('2028-01-31'), accounts.registrar)).toMatchObject({ ok: true })
  })

  test('who leaves by it has no account to act with from that day on', async () => {
    const statusOfAccount = async () => (await readAccountRecord(table, 'staff.li'))?.status
    const { id } = await filed(
      await change({ fact: 'register', from: '2027-06-01', value: false, reason: '退休。' }),
      accounts.registrar,
    )
    await enterRecordChange(host())(id)
    expect([(await li()).person.onRegister, await statusOfAccount()]).toEqual([true, undefined])
    today = '2027-06-01'
    await notifyDue(host())(today)
    expect([(await li()).person.onRegister, await statusOfAccount()]).toEqual([false, 'suspended'])
  })

  test('nor who has left already when it is confirmed; the years before stay owed', async () => {
    const { id } = await filed(
      await change({ fact: 'register', from: '2027-01-15', value: false, reason: '辞职。' }),
      accounts.registrar,
    )
    await decide(id, 'authority', 'approve')
    await enterRecordChange(host())(id)
    expect((await readAccountRecord(table, 'staff.li'))?.status).toBe('suspended')
    // Both hear of it: the account ended in the same moment.
    const toLi = sent.filter(({ to }) => to.includes('staff.li@demo.example'))
    expect(toLi.at(-1)?.subject).toMatch(/^您的.*已批准$/)
    // Before the account ends, what to save; after it, how certificates go on (Art. 35).
    expect(toLi.some(({ text }) => /离册生效之前.*\/certificates/s.test(text))).toBe(true)
    expect(toLi.at(-1)?.text).toMatch(/\/verify 查验.*原单位打印/s)
    expect(sent.filter(({ to }) => to.includes('unit.admin@demo.example')).at(-1)?.subject).toMatch(
      /^贵单位提交的.*已批准$/,
    )
    expect((await accountActs(table, 'staff.li')).at(-1)).toMatchObject({
      what: 'suspended',
      reason: '辞职。',
    })
    expect(assessStaff(await li(), 2026, today, always2024).annual.status).toBe('short')
    expect(assessStaff(await li(), 2027, today, always2024).annual.status).toBe('not_applicable')
  })

  test('nobody files for themselves; a type of post changes by a filing; nothing changes nothing', async () => {
    expect(await submit(await change({}), accounts.li)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await submit(await change({ fact: 'leader', value: false }), accounts.registrar)).toMatchObject({
      code: 'CHANGE_NOTHING',
    })
    const { id } = await filed(
      await change({ fact: 'post', value: 'management', to: '2026-12-31' }),
      accounts.registrar,
    )
    await enterRecordChange(host())(id)
    expect((await li()).person).toMatchObject({
      postType: 'professional',
      posts: [
        { postType: 'professional', from: '2019-08-01' },
        { postType: 'management', from: '2026-07-01', to: '2026-12-31' },
      ],
    })
  })
})

describe('Art. 16: a post beside another (双肩挑) is filed as what it is', () => {
  const beside = async (from: string): Promise<Submission> => ({
    ...{ type: 'record_change', staffId: 'staff.li', fact: 'post', value: 'management', from },
    ...{ reason: '兼任教务主任。', evidence: [await proof(accounts.registrar)] },
  })

  test.each(['2026-03-01', '2027-06-01'])(
    'from %s on both are held, and the type of post stays',
    async (from) => {
      const { id } = await filed(await beside(from), accounts.registrar)
      await enterRecordChange(host())(id)
      if (from > today) {
        today = from
        await notifyDue(host())(today)
      }
      const { person } = await li()
      expect(person).toMatchObject({
        postType: 'professional',
        posts: [
          { postType: 'professional', from: '2019-08-01' },
          { postType: 'management', from },
        ],
      })
      // A year later the term asks for its session, as of any manager.
      const [year, month] = [Number(from.slice(0, 4)) + 2, from.slice(5)]
      const terms = [{ from: '2026-01-01', to: '2029-12-31' }]
      const { terms: asked } = assessStaff(
        { ...(await li()), person: { ...person, terms } },
        year,
        `${year}-${month}`,
        always2024,
      )
      expect(asked).toMatchObject([{ status: 'open' }])
    },
  )
})

describe('Art. 37: an activity is claimed by its kind and quantity', () => {
  const activity = (quantity: number, more: object = {}): Submission => ({
    type: 'recognition',
    staffId: 'staff.li',
    title: '学术会议',
    lines: [
      {
        subject: 'professional',
        category: 'in_service',
        mode: 'offline',
        from: '2026-05-11',
        to: '2026-05-15',
        activity: { kind: 'conference', quantity },
        ...more,
      },
    ],
    evidence: [],
  })

  test('cut, and the objection upheld: what is left of the cap, and another one loses nothing', async () => {
    const granted = async (quantity: number, grantedTenths: number | undefined, from: string) => {
      const { id } = await filed(activity(quantity, { from, to: `${from.slice(0, 8)}28` }), accounts.li)
      await decide(id, 'institution', 'approve')
      await decide(id, 'authority', 'approve', {
        reason: '核减。',
        ...(grantedTenths === undefined ? {} : { grantedTenths }),
      })
      await creditLine(host())({ requestId: id, line: 0 })
      return id
    }
    const cut = await granted(5, 80, '2026-05-11')
    await granted(4, undefined, '2026-06-11')
    const counted = async () =>
      countCredits(requireFacts(await li(), 2026, today, always2024), edition2024).credits.map(
        ({ tenths }) => tenths / 10,
      )
    expect(await counted()).toEqual([8, 16])
    const { id } = await filed(
      {
        type: 'objection',
        about: { requestId: cut, line: 0 },
        reason: '会期五天。',
        evidence: [],
      },
      accounts.li,
    )
    await decide(id, 'authority', 'approve', { reason: '会期经核实。' })
    await followObjection(host())({ requestId: id, round: 1, line: 0 })
    const facts = factsInForce((await li()).entries)
    expect(facts[0]).toMatchObject({
      credit: { activity: { kind: 'conference', quantity: 5 }, hours: 20, raised: [{ quantity: 3 }] },
    })
    expect(facts[0]).not.toHaveProperty('credit.halfDays')
    expect(await counted()).toEqual([8, 16])
  })

  test('its hours follow from the table, its cap from the year; the desks are told', async () => {
    const first = await filed(activity(5), accounts.li)
    expect(first).toMatchObject({ lines: [{ claimedTenths: 200 }] })
    expect(started.at(-1)).toMatchObject({ input: { recognisedBy: 'authority' } })
    await creditLine(host())({ requestId: first.id, line: 0 })
    const second = await filed(activity(2), accounts.li)
    expect(second.notices?.some(({ zh }) => zh.includes('至多计 24 学时'))).toBe(true)
    await creditLine(host())({ requestId: second.id, line: 0 })
    expect(await hours()).toBe(24)
    const { entries, person, certificates } = await li()
    const standing = standingOf({ entries, person, certificates })
    expect(standing.credits).toEqual(['202605110515r10C', '202605110515r4C'])
    const { annual } = assessYear(factsFromStanding(standing, 2026, dateOf(2027, 1, 1)))
    expect(annual.professionalTenths).toBe(240)
  })

  test('more than its days hold, or half-days beside it, is refused by field', async () => {
    expect(await submit(activity(6), accounts.li)).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/lines/0/activity/quantity' }],
    })
    expect(await submit(activity(2, { halfDays: 4 }), accounts.li)).toMatchObject({
      errors: [{ pointer: '/lines/0/halfDays' }],
    })
  })
})

describe('Art. 39(6): a ground is held beside the register', () => {
  const deemed = (ground: string, evidence: string[] = []): Submission => ({
    type: 'deemed',
    staffId: 'staff.li',
    kind: 'discretionary',
    year: 2026,
    ground: DiscretionGround.parse(ground),
    reason: '病休。',
    evidence,
  })
  const onRegister = async (more: object) => {
    const staff = await li()
    const act = { at: '2026-01-01T00:00:00.000+08:00', by: 'hr.city', what: 'changed', reason: '' }
    await write(table, changePerson(staff, { ...staff.person, ...more }, act))
  }

  test('one that it lacks needs a proof, one that it shows needs none and is shown to the desks', async () => {
    expect(await submit(deemed('sick_leave'), accounts.li)).toMatchObject({
      errors: [{ pointer: '/evidence' }],
    })
    await onRegister({ leaves: [{ from: '2026-03-01', to: '2026-06-01', kind: 'sick' }] })
    const request = await filed(deemed('sick_leave'), accounts.li)
    expect(request.notices?.[0]?.zh).toBe('登记的请假：2026-03-01 至 2026-06-01')
  })

  test('leaves within twelve months are added up, each day once', async () => {
    const sick = (from: string, to: string) => ({ from, to, kind: 'sick' as const })
    const says = async (...leaves: readonly ReturnType<typeof sick>[]) =>
      groundOnRecord('sick_leave', { ...(await li()).person, leaves: [...leaves] }, 2026).says
    const spring = sick('2026-02-01', '2026-03-31')
    expect(await says(spring, sick('2026-10-01', '2026-11-30'))).toBe('supported')
    expect(await says(sick('2026-10-01', '2026-11-30'), spring)).toBe('supported')
    expect(await says(spring, sick('2026-10-01', '2026-10-30'))).toBe('contradicted')
    expect(await says(spring, sick('2026-10-01', '2026-10-31'))).toBe('supported')
    expect(await says(spring, sick('2026-03-01', '2026-03-31'), spring)).toBe('contradicted')
    expect(await says(sick('2025-11-01', '2025-12-31'), spring)).toBe('supported')
    expect(await says(sick('2025-01-15', '2025-03-31'), spring)).toBe('contradicted')
    expect(await says(sick('2025-06-01', '2025-12-31'))).toBe('nothing')
    expect(await says(sick('2024-06-01', '2026-01-31'))).toBe('supported')
  })

  test('one that it contradicts is refused', async () => {
    await onRegister({
      leaves: [{ from: '2026-03-01', to: '2026-05-31', kind: 'sick' }],
      retiresOn: '2027-12-31',
    })
    const proofs = [await proof(accounts.li)]
    for (const ground of ['sick_leave', 'retirement'])
      expect(await submit(deemed(ground, proofs), accounts.li)).toMatchObject({
        ...{ code: 'DEEMED_UNFOUNDED', article: '39(6)' },
        errors: [{ pointer: '/ground' }],
      })
    await onRegister({ retiresOn: '2027-12-30' })
    // Without any paper it is taken, and the desk is told (Art. 40).
    expect(await filed(deemed('retirement'), accounts.li)).toMatchObject({
      notices: expect.arrayContaining([expect.objectContaining({ code: 'NO_PROOF' })]),
    })
  })
})

describe('Art. 40: what was claimed once', () => {
  test('is shown to the desks as a likely twin; no proof and unlikely hours are said', async () => {
    const first = await filed(claim(), accounts.li)
    const second = await filed(
      claim({ lines: [{ ...onlineLine, from: '2026-03-20', to: '2026-03-20', hours: 9 }] }),
      accounts.li,
    )
    expect(second.notices?.map(({ zh }) => zh)).toEqual([
      expect.stringContaining(first.id),
      expect.stringContaining('没有附本人参加培训的证明材料'),
      expect.stringContaining('每天超过 8 学时'),
      expect.stringContaining('没有填写培训机构'),
    ])
    const other = await filed(claim({ title: '另一培训', evidence: [await proof(accounts.li)] }), accounts.li)
    expect(other.notices?.some(({ zh }) => zh.includes('可能重复申报'))).toBe(false)
  })

  test('a provider’s aliases are one issuer of certificates and one holder of what looks alike', async () => {
    await write(
      table,
      newProvider(
        {
          id: 'p1',
          name: '内蒙古干部网络学院',
          aliases: ['内蒙古网院'],
          listedFrom: '2024-01-01',
          listedUntil: null,
          version: 1,
        },
        { at: '2026-01-01T00:00:00.000+08:00', by: 'hr.region', what: 'listed', reason: '' },
      ),
    )
    const of = (provider: string) => claim({ provider, certificateNo: 'A-1', title: provider })
    const first = await filed(of('内蒙古网院'), accounts.li)
    const numbered = { ...of('内蒙古干部网络学院'), certificateNo: 'A-2' }
    const twin = await filed(numbered, accounts.li)
    expect(twin.notices?.some(({ code, link }) => code === 'TWIN' && link === `/request/${first.id}`)).toBe(
      true,
    )
    expect(await submit(of('内蒙古干部网络学院'), accounts.li)).toMatchObject({
      code: 'EVIDENCE_ALREADY_USED',
      errors: [{ pointer: '/certificateNo' }],
    })
  })
})

describe('Art. 32: a make-up that runs from the approval, as the region may read it', () => {
  const set = (makeUpRunsFrom: 'approval' | 'year_end', effectiveFrom = '2026-01-01') =>
    write(table, [
      newParameters({
        readings: { ...edition2024.readings, makeUpRunsFrom },
        providerCheck: 'advise',
        effectiveFrom,
        at: '2026-01-01T09:00:00.000+08:00',
        by: 'hr.region',
        reason: '口径调整',
      }),
    ])
  const delayed = async (approvedOn: string) => {
    const staff = await readStaff(table, 'staff.li')
    if (staff === undefined) throw new Error('A person was expected.')
    const entry = nextEntry(staff.entries, {
      staffId: 'staff.li',
      recordedAt: `${approvedOn}T09:00:00.000+08:00`,
      recordedBy: 'hr.city',
      source: 'delay.0',
      fact: { kind: 'delay', year: 2026, approvedOn },
    })
    await write(table, recordEntry(staff, entry))
  }
  const made = async (from: string, to: string) => {
    const lines = [{ ...onlineLine, from, to, hours: 8, makeUpFor: 2026 }]
    const outcome = await submit(claim({ lines, evidence: [await proof(accounts.li)] }), accounts.li)
    if (outcome.ok) return 'accepted'
    return outcome.errors?.map(({ pointer }) => pointer)
  }

  test.each([
    ['approval', '2027-01-20', '2028-01-10', '2028-01-20', '2028-01-21'],
    ['approval', '2026-12-20', '2027-12-10', '2027-12-20', '2027-12-21'],
    ['year_end', '2027-01-20', '2027-12-20', '2027-12-31', undefined],
    ['year_end', '2026-12-20', '2027-12-20', '2027-12-31', undefined],
  ] as const)(
    '%s on %s: training until %s–%s is taken, later none',
    async (reading, on, from, last, after) => {
      await set(reading)
      await delayed(on)
      today = '2028-02-01'
      expect(await made(from, last)).toBe('accepted')
      if (after === undefined) expect(await made('2028-01-01', '2028-01-03')).toEqual(['/lines/0/makeUpFor'])
      else expect(await made(after, after)).toEqual(['/lines/0/makeUpFor'])
    },
  )

  test.each([
    ['approval', 'year_end', 'accepted'],
    ['year_end', 'approval', ['/lines/0/makeUpFor']],
  ] as const)('the delayed year’s reading says, not today’s: %s, then %s', async (first, then, expected) => {
    await set(first)
    await set(then, '2027-01-01')
    await delayed('2027-01-20')
    today = '2028-02-01'
    expect(await made('2028-01-10', '2028-01-20')).toEqual(expected)
  })
})

describe('Art. 39(4), (5): what a request to deem a year complete may state', () => {
  const exam = (passedOn: string): Submission => ({
    ...{ type: 'deemed', staffId: 'staff.worker', kind: 'skill_grade_exam', year: 2026 },
    ...{ reason: '等级考试合格。', passedOn, evidence: [] },
  })

  test('an examination lies in its year, and after the hiring', async () => {
    const { accountId: _, ...person } = (await li()).person
    const worker = { ...person, id: 'staff.worker', postType: 'worker' as const, hiredOn: '2026-03-02' }
    await write(table, [newPerson(worker)])
    expect(await submit(exam('2026-03-01'), accounts.registrar)).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/passedOn' }],
    })
    expect(await submit(exam('2025-12-31'), accounts.registrar)).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/passedOn' }],
    })
    expect(await submit(exam('2026-03-02'), accounts.registrar)).toMatchObject({ ok: true })
  })

  test('the day of an examination and the appraisal of a leave belong to no other kind', () => {
    const pointers = (more: object) => {
      const body = { type: 'deemed', staffId: 'x', year: 2026, reason: '理由', ...more }
      const { error } = DeemedBody.safeParse(body)
      return error?.issues.map(({ path }) => path.join('/')) ?? []
    }
    expect(pointers({ kind: 'degree_course', passedOn: '2026-05-01', appraised: true })).toEqual([
      'passedOn',
      'appraised',
    ])
    expect(pointers({ kind: 'skill_grade_exam', passedOn: '2026-05-01' })).toEqual([])
    expect(pointers({ kind: 'entrepreneurship_leave', appraised: false })).toEqual([])
  })
})
