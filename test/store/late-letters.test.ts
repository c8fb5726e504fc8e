import { beforeEach, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { lateTask } from '../../functions/desks/late-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { type Account, type Actor, newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { endLine } from '../../functions/outcomes/end-line.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { person } from '../person.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
const filing = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const overdue = { now: () => Date.parse('2026-06-23T08:30:00+08:00') }
let table: Table
let asked: Asked

const institution = (id: string) =>
  newOrganisation({
    ...{ id, name: `中学${id}`, kind: 'institution', level: 'city', departmentId: 'd', authorityId: 'a' },
    overseers: ['d', 'a'],
  })
const someone = (id: string, roles: Account['roles'] = [], staffId?: string): Actor => ({
  ...{ id, name: `名${id}`, email: `${id}@demo.example`, roles },
  ...(staffId === undefined ? {} : { staffId }),
})
const registrar = { role: 'institution', organisationId: 'i', head: false } as const
const li = someone('li', [], 'li')
const unit = someone('unit', [registrar])
/** Registers as well, and has claims of their own. */
const colleague = someone('colleague', [registrar], 'colleague')

beforeEach(async () => {
  table = await database.newTable()
  asked = nothingAsked()
  await write(table, [
    newOrganisation({ id: 'a', name: '市人社局', kind: 'authority', level: 'city', overseers: [] }),
    newOrganisation({ id: 'd', name: '市教育局', kind: 'department', level: 'city', overseers: [] }),
    institution('i'),
    newPerson(person({ id: 'li', accountId: 'li' })),
    newPerson(person({ id: 'colleague', accountId: 'colleague' })),
    ...[li, unit, colleague].flatMap((account) => newAccount(account)),
  ])
})

/** A claim of a further day, at the institution's desk. */
const claim = async (by: Actor, nth: number): Promise<string> => {
  const day = new Date(Date.UTC(2026, 0, nth)).toISOString().slice(0, 10)
  const line = { subject: 'public', category: 'in_service', mode: 'online', hours: 1 } as const
  const filed = await submitRequest(recordingHost(table, filing, asked))(
    {
      ...{ type: 'recognition', staffId: by.staffId ?? '', title: `第 ${nth} 次培训`, evidence: [] },
      lines: [{ ...line, from: day, to: day }],
    },
    `key-${by.id}-${nth}`,
    by,
  )
  if (!filed.ok) throw new Error(filed.code)
  const { id } = filed.value
  await openTask(recordingHost(table, filing, asked))({
    ...{ requestId: id, round: 1, line: 0, stage: 'institution', token: `t-${id}` },
  })
  return id
}

const late = (requestId: string, waits: number) =>
  lateTask(recordingHost(table, overdue, asked))({
    ...{ requestId, round: 1, line: 0, stage: 'institution', waits },
  })

/** What was mailed to someone while this ran. */
const mailsOf = async (work: () => Promise<unknown>, { email }: Actor) => {
  const before = asked.sent.length
  await work()
  return asked.sent.slice(before).filter(({ to }) => to.includes(email))
}

test('85 claims that become late at a desk on one day are one mail a person each time, not 85', async () => {
  const ids: string[] = []
  for (let nth = 1; nth <= 85; nth += 1) {
    const one = someone(`p${nth}`, [], `p${nth}`)
    await write(table, [newPerson(person({ id: `p${nth}`, accountId: one.id })), ...newAccount(one)])
    ids.push(await claim(one, nth))
  }
  for (const waits of [1, 2]) {
    const mails = await mailsOf(async () => {
      for (const id of ids) await late(id, waits)
    }, unit)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toMatch(
      waits === 1 ? /^已到办理期限（2026-06-2\d）：50 件以上事项$/ : /请尽快办理/,
    )
    // Fifty links, and the way to all of them.
    expect(mails[0]?.text.match(/http:\/\/127\.0\.0\.1\/task\//g)).toHaveLength(50)
    expect(mails[0]?.text).toContain('/tasks?late=true')
    expect(mails[0]?.text).not.toContain('第 1 次培训')
  }
}, 180_000)

test('each is told of what they may decide: nobody of their own claims, and nobody is left out by them', async () => {
  const mine = [await claim(colleague, 1), await claim(colleague, 2)]
  const others = [await claim(li, 3), await claim(li, 4), await claim(li, 5)]
  const before = asked.sent.length
  for (const id of [...others, ...mine]) await late(id, 1)
  const sent = asked.sent.slice(before)
  const toUnit = sent.filter(({ to }) => to.includes(unit.email))
  const toColleague = sent.filter(({ to }) => to.includes(colleague.email))
  expect([toUnit.length, toColleague.length]).toEqual([1, 1])
  for (const id of [...mine, ...others]) expect(toUnit[0]?.text).toContain(`/task/${id}`)
  for (const id of others) expect(toColleague[0]?.text).toContain(`/task/${id}`)
  for (const id of mine) expect(toColleague[0]?.text).not.toContain(`/task/${id}`)
})

test('one late claim keeps the letter that says what it is about; the subject says by when, and nobody’s name', async () => {
  const id = await claim(li, 1)
  const opened = asked.sent.filter(({ to }) => to.includes(unit.email))
  expect(opened.map(({ subject }) => subject)).toEqual(['学时认定待办理，期限 2026-06-23'])
  const [mail] = await mailsOf(() => late(id, 1), unit)
  expect(mail?.subject).toBe('已到办理期限（2026-06-23）：学时认定')
  expect(mail?.text).toContain('第 1 次培训')
})

test('a claim of three lines that is sent back by one decision is one letter about all three', async () => {
  const host = { ...recordingHost(table, filing, asked), settle: async () => undefined }
  const line = { subject: 'public', category: 'in_service', mode: 'online' } as const
  const lines = [1, 2, 3].map((hours) => ({
    ...line,
    from: `2026-03-0${hours}`,
    to: `2026-03-0${hours}`,
    hours,
  }))
  const body = { type: 'recognition', staffId: 'li', title: '三项培训' } as const
  const filed = await submitRequest(host)({ ...body, lines, evidence: [] }, 'three', li)
  if (!filed.ok) throw new Error(filed.code)
  const { id } = filed.value
  for (const index of [0, 1, 2])
    await openTask(host)({
      ...{ requestId: id, round: 1, line: index, stage: 'institution', token: `t-${index}` },
    })
  const decision = { taskId: `${id}.1.institution`, decision: 'return', reason: '请补充证明' } as const
  expect((await decideTask(host)(decision, unit)).ok).toBe(true)
  const mails = await mailsOf(async () => {
    for (const index of [2, 0, 1]) await endLine(host)({ requestId: id, round: 1, line: index })
  }, li)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text.match(/申报内容：/g)).toHaveLength(3)
  expect(mails[0]?.text).toContain('请补充证明')
})
