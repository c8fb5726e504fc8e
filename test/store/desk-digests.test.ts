import { beforeEach, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { sendDigests } from '../../functions/desks/send-digests.ts'
import { type Account, type Actor, newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { person } from '../person.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
/** A Monday. */
const at = (moment: string) => ({ now: () => Date.parse(`2026-06-${moment}+08:00`) })
const morning = at('15T10:00:00')
const noon = at('15T14:00:00')
let table: Table
let asked: Asked

const someone = (id: string, roles: Account['roles'] = [], staffId?: string): Actor => ({
  ...{ id, name: `名${id}`, email: `${id}@demo.example`, roles },
  ...(staffId === undefined ? {} : { staffId }),
})
const seat = (role: 'institution' | 'authority', organisationId: string) =>
  ({ role, organisationId, head: false }) as const
const unit = someone('unit', [seat('institution', 'i')])
/** Registers as well, and has claims of their own. */
const colleague = someone('colleague', [seat('institution', 'i')], 'colleague')
const city = someone('city', [seat('authority', 'a')])

beforeEach(async () => {
  table = await database.newTable()
  asked = nothingAsked()
  await write(table, [
    newOrganisation({ id: 'a', name: '市人社局', kind: 'authority', level: 'city', overseers: [] }),
    newOrganisation({
      ...{ id: 'i', name: '青城中学', kind: 'institution', level: 'city', authorityId: 'a' },
      overseers: ['a'],
    }),
    newPerson(person({ id: 'colleague', accountId: 'colleague' })),
    ...[unit, colleague, city].flatMap((account) => newAccount(account)),
  ])
})

/** A public claim of someone's own, at the institution's desk. */
const claim = async (nth: number, clock = morning, by?: Actor): Promise<string> => {
  const who = by ?? someone(`p${nth}`, [], `p${nth}`)
  if (by === undefined)
    await write(table, [
      newPerson(person({ id: `p${nth}`, name: `某某${nth}`, accountId: who.id })),
      ...newAccount(who),
    ])
  const day = new Date(Date.UTC(2026, 0, nth)).toISOString().slice(0, 10)
  const line = { subject: 'public', category: 'in_service', mode: 'online', hours: 1 } as const
  const filed = await submitRequest(recordingHost(table, clock, asked))(
    {
      ...{ type: 'recognition', staffId: who.staffId ?? '', title: `第 ${nth} 次培训`, evidence: [] },
      lines: [{ ...line, from: day, to: day }],
    },
    `key-${who.id}-${nth}`,
    who,
  )
  if (!filed.ok) throw new Error(filed.code)
  await open(filed.value.id, 'institution', clock)
  return filed.value.id
}

const open = (requestId: string, stage: 'institution' | 'authority', clock = morning) =>
  openTask(recordingHost(table, clock, asked))({
    ...{ requestId, round: 1, line: 0, stage, token: `t-${stage}-${requestId}`, execution: requestId },
  })

const to = ({ email }: Actor, from = 0) => asked.sent.slice(from).filter((mail) => mail.to.includes(email))

const approve = async (id: string) => {
  const decided = await decideTask(recordingHost(table, morning, asked))(
    { taskId: `${id}.1.institution`, decision: 'approve' },
    unit,
  )
  if (!decided.ok) throw new Error(decided.code)
}

test('85 claims through two desks: twenty are told at once at each, the others by one mail a person', async () => {
  const ids: string[] = []
  for (let nth = 1; nth <= 85; nth += 1) ids.push(await claim(nth))
  expect(to(unit)).toHaveLength(20)
  for (const id of ids) {
    await approve(id)
    await open(id, 'authority')
  }
  expect(to(city)).toHaveLength(20)
  const before = asked.sent.length
  expect(await sendDigests(recordingHost(table, at('15T13:59:59'), asked))).toBe(0)
  // What the institution has decided meanwhile is told to nobody.
  expect(await sendDigests(recordingHost(table, noon, asked))).toBe(2)
  expect(to(unit, before)).toEqual([])
  const [mail, ...others] = to(city, before)
  expect(others).toEqual([])
  expect(mail?.subject).toBe('新到 85 件事项待办理，期限 2026-06-23')
  expect(mail?.text.match(/http:\/\/127\.0\.0\.1\/task\//g)).toHaveLength(50)
  expect(mail?.text).toContain('http://127.0.0.1/tasks')
  expect(mail?.text).not.toMatch(/某某|次培训/)
  // Nothing is told twice.
  expect(await sendDigests(recordingHost(table, noon, asked))).toBe(0)
  // Twenty alone at each desk, and one together at the second: 41. One a claim and desk were 170.
  expect([...to(unit), ...to(city)]).toHaveLength(41)
}, 180_000)

test('a desk that keeps up is told of each at once', async () => {
  for (let nth = 1; nth <= 22; nth += 1) await approve(await claim(nth))
  expect(to(unit)).toHaveLength(22)
  expect(await sendDigests(recordingHost(table, noon, asked))).toBe(0)
})

test('each is told of what they may decide, whatever colleagues may', async () => {
  for (let nth = 1; nth <= 20; nth += 1) await claim(nth)
  const own = await claim(40, morning, colleague)
  const other = await claim(41)
  const before = asked.sent.length
  await sendDigests(recordingHost(table, noon, asked))
  const [[toUnit], [toColleague]] = [to(unit, before), to(colleague, before)]
  expect(toUnit?.text).toContain(`/task/${own}`)
  expect(toColleague?.text).toContain(`/task/${other}`)
  expect(toColleague?.text).not.toContain(`/task/${own}`)
  expect(toUnit?.id).not.toBe(toColleague?.id)
})

test('what comes in the evening or on a Saturday leaves at nine of the next working day', async () => {
  const friday = at('26T18:00:00')
  const saturday = at('27T11:00:00')
  for (let nth = 1; nth <= 21; nth += 1) await claim(nth, friday)
  await claim(22, saturday)
  const before = asked.sent.length
  expect(await sendDigests(recordingHost(table, at('29T08:59:59'), asked))).toBe(0)
  expect(await sendDigests(recordingHost(table, at('29T09:00:00'), asked))).toBe(1)
  expect(to(unit, before).map(({ subject }) => subject)).toEqual(['新到 22 件事项待办理，期限 2026-07-03'])
})

test('a mail server that is down keeps the digest for the next sweep, under the same id', async () => {
  for (let nth = 1; nth <= 21; nth += 1) await claim(nth)
  asked.mailFails = true
  expect(await sendDigests(recordingHost(table, noon, asked))).toBe(1)
  asked.mailFails = false
  expect(await sendDigests(recordingHost(table, noon, asked))).toBe(0)
})
