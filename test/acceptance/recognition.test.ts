import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { prove } from '../proving.ts'
import { as, call, claim, online, pdf, publicWeek, reaches, until } from './client.ts'

const li = as('staff.li')
const admin = as('unit.admin')
const chen = as('dept.chen')
const city = as('hr.city')

const file = async () => (await li.upload()).body.id as string

describe('Art. 34, 38: a public-subject claim, from the form to the ledger', () => {
  test('the institution confirms, the authority recognises, the hours stand in the ledger', async () => {
    const before = (await li.get('/api/staff/staff.li/ledger?year=2026')).body.assessment.annual.hours.public
    const submitted = await li.submit(claim('staff.li', [await file()]))
    expect(submitted.status).toBe(201)
    expect(submitted.body).toMatchObject({ type: 'recognition', status: 'in_review', round: 1 })
    const { id } = submitted.body

    const first = await admin.task(id)
    const opened = await admin.get(`/api/tasks/${first}`)
    expect(opened.body).toMatchObject({
      id: first,
      requestId: id,
      type: 'recognition',
      stage: 'institution',
      article: '34',
      status: 'open',
    })
    expect(opened.body.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const held = (await li.get(`/api/requests/${id}`)).body
    expect(held).toMatchObject({ stage: 'institution', holder: { role: 'institution' } })
    expect(held.ahead).toEqual([{ line: 0, stages: ['authority'] }])
    expect((await admin.decide(first, 'approve')).status).toBe(200)

    const second = await city.task(id, 0)
    expect((await city.get(`/api/tasks/${second}`)).body.article).toBe('38')
    expect((await city.decide(second, 'approve')).status).toBe(200)
    const done = await reaches('staff.li', id, 'approved')
    expect(done.lines).toMatchObject([{ subject: 'public', status: 'approved', hours: 40, grantedHours: 40 }])
    expect(done.holder).toBeNull()
    expect(done.ahead).toEqual([])
    expect(
      done.timeline.map((entry: { actor: string; act: string }) => `${entry.actor} ${entry.act}`),
    ).toEqual(['staff.li submit', 'unit.admin approve', 'hr.city approve', 'system credit'])
    const ledger = (await li.get('/api/staff/staff.li/ledger?year=2026')).body
    expect(ledger.assessment.annual.hours.public).toBe(before + 40)
    expect(ledger.facts.credits).toContainEqual(
      expect.objectContaining({ subject: 'public', halfDays: 10, from: '2026-05-11' }),
    )
    const decided = await city.get('/api/tasks?box=done')
    expect(decided.body.items.map((task: { id: string }) => task.id)).toContain(second)
  })

  test('the desk is told by mail: one link, and nothing personal in the subject', async () => {
    const { body } = await li.submit(
      claim('staff.li', [await file()], [online('2026-04-08', '2026-04-09', 1)]),
    )
    const task = await admin.task(body.id)
    const { name } = (await li.get('/api/me')).body
    const mail = await until('the mail of the task', async () => {
      const all: { to: string; subject: string; text: string; html: string }[] = (await call('/local/mail'))
        .body
      return all.find(({ text }) => text.includes(`/task/${task}`))
    })
    expect(mail.to).toContain('unit.admin@')
    expect(mail.text).toContain(name)
    expect(mail.html).toContain(`/task/${task}"`)
    expect(mail.subject).not.toContain(name)
  })

  test('Art. 38: a professional line goes to the department, then to the authority, which may grant less', async () => {
    const { body } = await li.submit(
      claim('staff.li', [await file()], [online('2026-06-01', '2026-06-30', 20.5)]),
    )
    await admin.decide(await admin.task(body.id), 'approve')
    const department = await chen.task(body.id, 0)
    expect((await chen.get(`/api/tasks/${department}`)).body.stage).toBe('department')
    const fewer = { grantedHours: 18.5, reason: '其中两学时没有学习记录' }
    expect((await chen.decide(department, 'approve', { grantedHours: 18.5 })).status).toBe(400)
    expect((await chen.decide(department, 'approve', fewer)).status).toBe(200)
    const verification = await city.task(body.id, 0)
    expect((await city.decide(verification, 'approve', { grantedHours: 20 })).status).toBe(422)
    expect((await city.decide(verification, 'approve')).status).toBe(200)
    const done = await reaches('staff.li', body.id, 'approved')
    expect(done.lines).toMatchObject([{ hours: 20.5, grantedHours: 18.5 }])
  })

  test('Art. 38: two lines part after the institution: one passes while the other is refused', async () => {
    const lines = [publicWeek('2026-03-02', '2026-03-02', 2), online('2026-03-03', '2026-03-20', 10)]
    const { body } = await li.submit(claim('staff.li', [await file()], lines))
    await admin.decide(await admin.task(body.id), 'approve')
    const [passes, fails] = [await city.task(body.id, 0), await chen.task(body.id, 1)]
    expect((await chen.decide(fails, 'reject')).status).toBe(400)
    expect((await chen.decide(fails, 'reject', { reason: '不属于本专业' })).status).toBe(200)
    await city.decide(passes, 'approve')
    const done = await reaches('staff.li', body.id, 'approved')
    expect(done.lines.map((line: { status: string }) => line.status)).toEqual(['approved', 'rejected'])
    expect(done.timeline.find((entry: { act: string }) => entry.act === 'reject')).toMatchObject({
      actor: 'dept.chen',
      reason: '不属于本专业',
    })
  })
})

describe('Art. 40: the same proof is never used twice', () => {
  test('by the file, and by issuer and certificate number, across persons', async () => {
    const bytes = pdf()
    const first = claim(
      'staff.li',
      [(await li.upload(bytes)).body.id],
      [online('2026-04-01', '2026-04-02', 1)],
    )
    const { body } = await li.submit(first)
    const wang = as('staff.wang')
    const again = (await wang.upload(bytes)).body.id
    const refused = await wang.submit(claim('staff.wang', [again], [online('2026-04-01', '2026-04-02', 1)]))
    expect(refused.status).toBe(422)
    expect(refused.type).toContain('application/problem+json')
    expect(refused.body).toMatchObject({ code: 'EVIDENCE_ALREADY_USED', article: '40' })
    expect(JSON.stringify(refused.body)).not.toContain(body.id)
    const own = await li.submit({
      ...claim('staff.li', [await file()], [online('2026-04-01', '2026-04-02', 1)]),
      certificateNo: first.certificateNo,
    })
    expect(own.status).toBe(422)
    expect(own.body.usedBy.requestId).toBe(body.id)
    await li.post(`/api/requests/${body.id}/withdraw`)
    expect(
      (await wang.submit(claim('staff.wang', [again], [online('2026-04-01', '2026-04-02', 1)]))).status,
    ).toBe(201)
  })
})

describe('acts that are repeated, late or not allowed change nothing', () => {
  test('the same key with the same body is the same request; with another it is refused', async () => {
    const key = randomUUID()
    const body = claim('staff.li', [await file()], [online('2026-04-10', '2026-04-12', 2)])
    const [a, b] = await Promise.all([li.submit(body, key), li.submit(body, key)])
    expect([a.status, b.status]).toEqual([201, 201])
    expect(a.body.id).toBe(b.body.id)
    expect((await li.submit({ ...body, title: '另一个' }, key)).body.code).toBe('KEY_REUSED')
    expect((await li.post('/api/requests', body)).body.code).toBe('IDEMPOTENCY_KEY_MISSING')
  })

  test('of many decisions at once exactly one wins; the others learn who and when', async () => {
    const { body } = await li.submit(
      claim('staff.li', [await file()], [online('2026-04-13', '2026-04-14', 2)]),
    )
    const task = await admin.task(body.id)
    // A hundred at once are in test/store/acts.test.ts; an emulator starts a process for each.
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.decide(task, 'approve')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
    const lost = answers.filter(({ status }) => status === 409)
    for (const { body: problem } of lost)
      expect(problem).toMatchObject({ code: 'ALREADY_DECIDED', decidedBy: { id: 'unit.admin' } })
  })

  test('a desk approves many at once: the exceptions are listed, each with its problem', async () => {
    const dates = ['2026-04-15', '2026-04-16']
    const filed = await Promise.all(
      dates.map((date) => li.submit(claim('staff.li', [], [online(date, date, 1)]))),
    )
    const tasks = await Promise.all(filed.map(({ body }) => admin.task(body.id)))
    expect((await admin.decide(tasks[1] ?? '', 'approve')).status).toBe(200)
    const unseen = await admin.post('/api/tasks/decisions', { tasks: tasks.slice(0, 1) })
    expect(unseen.body.items).toMatchObject([{ approved: false, problem: { code: 'TASK_FLAGGED' } }])
    const flags = (await admin.get(`/api/tasks/${tasks[0]}`)).body.flags.map(
      ({ code }: { code: string }) => code,
    )
    expect(flags).toContain('NO_PROOF')
    const answer = await admin.post('/api/tasks/decisions', { tasks, seen: tasks })
    expect([answer.status, answer.body.approved]).toEqual([200, 1])
    expect(answer.body.items).toMatchObject([
      { id: tasks[0], approved: true, problem: null },
      { id: tasks[1], approved: false, problem: { code: 'ALREADY_DECIDED', status: 409 } },
    ])
    const twice = await admin.post('/api/tasks/decisions', { tasks: [tasks[0], tasks[0]] })
    expect([twice.status, twice.body.errors?.[0].pointer]).toEqual([400, '/tasks'])
    // Whoever has no desk has nothing to approve.
    expect((await li.post('/api/tasks/decisions', { tasks: [tasks[0]] })).status).toBe(403)
  })

  test('GET and HEAD on a task change nothing, however often and by whomever', async () => {
    const { body } = await li.submit(
      claim('staff.li', [await file()], [online('2026-04-15', '2026-04-16', 2)]),
    )
    const task = await admin.task(body.id)
    const before = (await li.get(`/api/requests/${body.id}`)).body
    const readers = ['unit.admin', 'staff.li', 'hr.city', 'hr.county', 'auditor']
    const reads = readers.flatMap((account) =>
      ['GET', 'HEAD'].flatMap((method) => Array.from({ length: 10 }, () => ({ account, method }))),
    )
    for (const { account, method } of reads) await as(account).send(`/api/tasks/${task}`, { method })
    expect((await li.get(`/api/requests/${body.id}`)).body).toEqual(before)
    prove(6, { 'reads of a link': reads.length })
  })

  test('who may see and who may decide: own, sibling, higher and lower organisations', async () => {
    const { body } = await li.submit(
      claim('staff.li', [await file()], [online('2026-04-17', '2026-04-18', 2)]),
    )
    const task = await admin.task(body.id)
    const statuses = async (accounts: string[]) =>
      Object.fromEntries(
        await Promise.all(
          accounts.map(async (account) => [
            account,
            (await as(account).get(`/api/requests/${body.id}`)).status,
          ]),
        ),
      )
    expect(
      await statuses([
        'staff.li',
        'staff.wang',
        'unit.admin',
        'dept.chen',
        'hr.city',
        'hr.county',
        'hr.region',
        'auditor',
      ]),
    ).toEqual({
      'staff.li': 200,
      'staff.wang': 404,
      'unit.admin': 200,
      'dept.chen': 200,
      'hr.city': 200,
      'hr.county': 404,
      'hr.region': 200,
      auditor: 200,
    })
    expect((await as('hr.county').decide(task, 'approve')).status).toBe(404)
    for (const account of ['staff.li', 'hr.city', 'auditor', 'hr.region'])
      expect((await as(account).decide(task, 'approve')).status).toBe(403)
    expect((await as('staff.wang').submit(claim('staff.li', []))).status).toBe(403)
  })

  test('nobody decides on a request that they entered for another', async () => {
    const evidence = (await admin.upload()).body.id
    const { body } = await admin.submit(
      claim('staff.zhao', [evidence], [online('2026-04-17', '2026-04-18', 2)]),
    )
    const { tasks } = await until('the institution to hold it', async () => {
      const answer = (await admin.get(`/api/requests/${body.id}`)).body
      return answer.tasks.length > 0 ? answer : undefined
    })
    expect((await admin.decide(tasks[0].id, 'approve')).body.code).toBe('OWN_REQUEST')
    const todo = (await admin.get('/api/tasks?box=todo')).body.items.map(
      (task: { requestId: string }) => task.requestId,
    )
    expect(todo).not.toContain(body.id)
  })

  test('a return says why; resubmitting starts the next round', async () => {
    const body = claim('staff.li', [await file()], [online('2026-04-20', '2026-04-21', 3)])
    const { id } = (await li.submit(body)).body
    await admin.decide(await admin.task(id), 'return', { reason: '请补充结业证明' })
    const returned = await reaches('staff.li', id, 'returned')
    expect(returned.timeline.at(-1)).toMatchObject({ act: 'return', reason: '请补充结业证明' })
    const corrected = { ...body, lines: [online('2026-04-20', '2026-04-21', 2.5)] }
    const again = await li.post(`/api/requests/${id}/resubmit`, corrected)
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({ id, round: 2, status: 'in_review' })
    expect((await li.post(`/api/requests/${id}/resubmit`, corrected)).status).toBe(409)
    await admin.decide(await admin.task(id), 'approve')
    expect((await chen.get(`/api/tasks/${await chen.task(id, 0)}`)).body.request.lines[0].hours).toBe(2.5)
  })

  test('withdrawn before the first decision, not after it', async () => {
    const { id } = (
      await li.submit(claim('staff.li', [await file()], [online('2026-04-22', '2026-04-23', 3)]))
    ).body
    const task = await admin.task(id)
    expect((await as('staff.wang').post(`/api/requests/${id}/withdraw`)).status).toBe(404)
    expect((await li.post(`/api/requests/${id}/withdraw`)).body.status).toBe('withdrawn')
    expect((await admin.decide(task, 'approve')).status).toBe(409)
    const other = (
      await li.submit(claim('staff.li', [await file()], [online('2026-04-22', '2026-04-23', 3)]))
    ).body.id
    await admin.decide(await admin.task(other), 'approve')
    expect((await li.post(`/api/requests/${other}/withdraw`)).status).toBe(409)
  })

  test('a desk takes its decision back until the next one has acted; nobody else does', async () => {
    const body = claim(
      'staff.li',
      [await file()],
      [{ ...online('2026-08-03', '2026-08-03', 3), subject: 'public' }],
    )
    const { id } = (await li.submit(body)).body
    const task = await admin.task(id)
    expect((await admin.post(`/api/tasks/${task}/taking-back`)).body.code).toBe('WRONG_STATE')
    expect((await admin.decide(task, 'approve')).body.mayTakeBack).toBe(true)
    const city = as('hr.city')
    const next = await city.task(id, 0)
    for (const other of ['hr.city', 'unit.second', 'staff.li'])
      expect((await as(other).post(`/api/tasks/${task}/taking-back`)).status).toBe(403)
    expect((await as('hr.county').post(`/api/tasks/${task}/taking-back`)).status).toBe(404)
    const taken = await admin.post(`/api/tasks/${task}/taking-back`)
    expect([taken.status, taken.body.id, taken.body.status]).toEqual([200, task, 'open'])
    expect((await city.decide(next, 'approve')).status).toBe(409)
    expect((await city.get(`/api/tasks/${next}`)).body.status).toBe('taken_back')
    await admin.decide(task, 'approve')
    expect(await city.task(id, 0)).toBe(next)
    await city.decide(next, 'approve')
    expect((await admin.post(`/api/tasks/${task}/taking-back`)).body.code).toBe('WRONG_STATE')
    const { timeline } = await reaches('staff.li', id, 'approved')
    expect((await admin.post(`/api/tasks/${task}/taking-back`)).body.code).toBe('WRONG_STATE')
    expect(timeline.map(({ act }: { act: string }) => act)).toEqual([
      ...['submit', 'approve', 'take_back', 'approve', 'approve', 'credit'],
    ])
  })

  test('a submitter reminds a desk once a day', async () => {
    const { id } = (
      await li.submit(claim('staff.li', [await file()], [online('2026-04-24', '2026-04-25', 3)]))
    ).body
    const task = await admin.task(id)
    expect((await admin.post(`/api/tasks/${task}/remind`)).status).toBe(403)
    expect((await li.post(`/api/tasks/${task}/remind`)).status).toBe(200)
    expect((await li.post(`/api/tasks/${task}/remind`)).status).toBe(409)
  })
})
