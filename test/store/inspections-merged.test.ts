import { beforeEach, describe, expect, test } from 'vitest'
import { answerMatter } from '../../functions/inspections/answer-matter.ts'
import { findViolation, orderSupervision } from '../../functions/inspections/begin-matter.ts'
import { checkMatter } from '../../functions/inspections/check-matter.ts'
import { listMatters, listViolations, viewMatter } from '../../functions/inspections/view-inspections.ts'
import { checkersAt } from '../../functions/inspections/who-checks.ts'
import { readNews } from '../../functions/notices/news.ts'
import { type Actor, newAccount, readAccount } from '../../functions/organisations/account.ts'
import { confirmMerge } from '../../functions/persons/confirm-merge.ts'
import { MergeBody } from '../../functions/persons/merge-api.ts'
import { proposeMerge } from '../../functions/persons/propose-merge.ts'
import { addDays } from '../../functions/platform/clock.ts'
import { keys } from '../../functions/platform/keys.ts'
import { always, type Table, write } from '../../functions/platform/table.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { oneselfOf, recordsOf } from '../../functions/staff/one-person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { always2024 } from '../../rules/edition.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { COUNTY, type Host, more, opened, passed, recognise, seedCounty } from './inspections-ground.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let asked = nothingAsked()
let host: Host

const seeding = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: '登记' }

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  asked = nothingAsked()
  host = recordingHost(table, { now: () => Date.parse(now.at) }, asked)
  await seedRegisters(table)
  await seedCounty(table, 1)
  // The same person, registered a second time, whose account is the first record's.
  await write(table, registerPerson(personOf('staff.l9', { institutionId: 'l' }), seeding))
})

const merge = async (into = 'staff.l9', from = 'staff.l1', leaveOut: number[] = []) => {
  const body = MergeBody.parse({ from, leaveOut, reason: '同一人重复登记' })
  expect(await proposeMerge(host)(into, body, people.city)).toMatchObject({ ok: true })
  expect(await confirmMerge(host)(into, more.citySecond)).toMatchObject({ ok: true })
}
const order = { bodyId: 'l', text: '投诉反映没有到场', article: '35', until: '2026-06-25' }
const askForProof = async (staffId = 'staff.l1', entry = 1, key = 'one') => {
  const begun = await orderSupervision(host)({ ...order, hours: { staffId, entry } }, key, people.city)
  if (!begun.ok) throw new Error(begun.code)
  await opened(host, begun.value.id)
  return begun.value.id
}
const find = async () => {
  const body = { staffId: 'staff.l1', text: '代他人签到', article: '32' }
  const found = await findViolation(host)(body, 'v1', people.county)
  if (!found.ok) throw new Error(found.code)
  await opened(host, found.value.id)
  return found.value.id
}
/** The person as they sign in now: the login went over to the record that stays. */
const person = async (): Promise<Actor> => {
  const account = await readAccount(table, 'p.l1')
  if (account === undefined) throw new Error('Nobody signs in.')
  return account
}
const hoursOf = async (staffId: string): Promise<number> => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new Error(`Nobody is ${staffId}.`)
  return assessStaff(staff, 2026, now.at.slice(0, 10), always2024).annual.professionalTenths
}
/** Proof's day passes, then the notice's. */
const silence = async (id: string) => {
  for (const day of ['2026-06-26', '2026-07-04']) {
    now.at = `${day}T09:00:00+08:00`
    await passed(host, id)
  }
}
const answer = async (id: string, actor: Actor, body = {}) => {
  const done = await answerMatter(host)(id, { text: '附签到表', evidence: [], ...body }, actor)
  return done.ok ? done.value.status : done.code
}
const matter = async (id: string, actor: Actor = people.city) => {
  const view = await viewMatter(host)(id, actor)
  if (!view.ok) throw new Error(view.code)
  return view.value
}

describe('Art. 35: a merge of two records of one person evades no proof', () => {
  test('merged while proof is asked, the hours are suspended where they count now, and lifted there', async () => {
    const id = await askForProof()
    await merge()
    expect(await hoursOf('staff.l9')).toBe(200)
    asked.sent.length = 0
    await silence(id)
    expect(await hoursOf('staff.l9')).toBe(0)
    expect(await matter(id)).toMatchObject({
      suspended: true,
      person: { id: 'staff.l9' },
      sample: { entry: 1 },
    })
    // Notice went to whose login it is now.
    expect(asked.sent.flatMap(({ to }) => to)).toContain('pl1@demo.example')
    expect(await answer(id, await person())).toBe('answered')
    expect(await checkMatter(host)(id, { act: 'fits', text: '属实' }, people.city)).toMatchObject({
      ok: true,
    })
    expect(await hoursOf('staff.l9')).toBe(200)
    expect(await matter(id)).toMatchObject({ suspended: false, outcome: 'fits' })
  })

  test('where the record that stays had them already, its own entry is what has to be proved', async () => {
    await recognise(table, { staffId: 'staff.l9', institutionId: 'l', at: COUNTY })
    const id = await askForProof()
    await merge('staff.l9', 'staff.l1', [1])
    await silence(id)
    expect(await hoursOf('staff.l9')).toBe(0)
    expect(await answer(id, await person())).toBe('answered')
    await checkMatter(host)(id, { act: 'fits', text: '属实' }, people.city)
    expect(await hoursOf('staff.l9')).toBe(200)
  })

  test('suspended before the merge they stay so after it, and are taken over when they are proved', async () => {
    const id = await askForProof()
    await silence(id)
    await merge()
    expect(await hoursOf('staff.l9')).toBe(0)
    expect(await answer(id, await person())).toBe('answered')
    await checkMatter(host)(id, { act: 'fits', text: '属实' }, people.city)
    expect(await hoursOf('staff.l9')).toBe(200)
    expect((await readStaff(table, 'staff.l9'))?.entries.map(({ quotes }) => quotes?.staffId)).toEqual([
      'staff.l1',
    ])
  })

  test('merged twice, the way leads on to the last record', async () => {
    const id = await askForProof()
    await merge()
    await write(table, registerPerson(personOf('staff.l8', { institutionId: 'l' }), seeding))
    await merge('staff.l8', 'staff.l9')
    await silence(id)
    expect(await hoursOf('staff.l8')).toBe(0)
    expect(await answer(id, await person())).toBe('answered')
    expect((await recordsOf(table, 'staff.l1')).toSorted()).toEqual(['staff.l1', 'staff.l8', 'staff.l9'])
  })

  test('what was taken over and is asked for anew was decided by whoever decided it there', async () => {
    await merge()
    const id = await askForProof('staff.l9', 1, 'two')
    // The county's decided, and the city looks at it; who submitted and who decided check nothing.
    expect((await matter(id)).sample).toMatchObject({ desk: { id: 'k' } })
  })
})

describe('Art. 32: a merge ends no hearing', () => {
  test('the person is heard by the login that went over, and the violation is found of the record that stays', async () => {
    const id = await find()
    await merge()
    const actor = await person()
    expect((await listMatters(host)({ box: 'own', limit: 9 }, actor)).items.map((one) => one.id)).toEqual([
      id,
    ])
    expect((await readNews(host)(actor)).waiting.map(({ count }) => count)).toEqual([1])
    expect(await answer(id, actor)).toBe('with_institution')
    expect(await answer(id, actor, { agrees: true })).toBe('WRONG_STATE')
    expect(await answer(id, people.lower, { agrees: true })).toBe('answered')
    const confirm = { act: 'confirm', until: '2027-06-15', text: '属实' } as const
    expect(await checkMatter(host)(id, confirm, people.city)).toMatchObject({ ok: true })
    for (const staffId of ['staff.l9', 'staff.l1'])
      expect(await listViolations(host)(staffId, people.county)).toMatchObject({
        value: { items: [{ id, person: { id: 'staff.l1' } }] },
      })
  })

  test('reported of the record that was closed, it is found of the one that stays', async () => {
    await merge()
    expect(await matter(await find())).toMatchObject({ person: { id: 'staff.l9' } })
  })
})

describe('Art. 35: nobody checks their own, under whichever record', () => {
  test('neither by the login of the other record nor as the person of it', async () => {
    // Whose hours they are sits at the city as well, under another record.
    const seat: Actor = {
      ...{ id: 'twin', name: '名', email: 'twin@demo.example', staffId: 'staff.twin' },
      roles: [{ role: 'authority', organisationId: 'a', head: false }],
    }
    await write(table, newAccount(seat))
    const twin = personOf('staff.twin', { institutionId: 'l', accountId: 'twin' })
    await write(table, registerPerson(twin, seeding))
    await merge('staff.twin', 'staff.l1')
    expect(await oneselfOf(table, seat)).toEqual({
      accounts: new Set(['twin', 'p.l1']),
      records: new Set(['staff.twin', 'staff.l1']),
    })
    const checkers = async (actedBefore: string[], staffId?: string) =>
      (await checkersAt(table, 'a', { actedBefore, staffId })).map((one) => one.id)
    expect(await checkers([])).toContain('twin')
    expect(await checkers(['p.l1'])).not.toContain('twin')
    expect(await checkers([], 'staff.l1')).not.toContain('twin')
  })

  test('records that were merged before this was kept with the record are found beside it', async () => {
    await merge()
    const staff = await readStaff(table, 'staff.l9')
    if (staff === undefined) throw new Error('Nobody is there.')
    const { mergedFrom: _, ...before } = staff.person
    await write(table, [{ put: { ...keys.person('staff.l9'), ...before }, when: always }])
    expect(await recordsOf(table, 'staff.l9')).toEqual(['staff.l9', 'staff.l1'])
  })
})

describe('Art. 35: who acted in hours does not answer for their institution', () => {
  const registrar: Actor = {
    ...{ id: 'unit.two', name: '名unit.two', email: 'two@demo.example' },
    roles: [{ role: 'institution', organisationId: 'l', head: false }],
  }
  const byRegistrar = { desk: 'l', stage: 'institution', by: people.lower.id } as const
  const proofOf = async () => {
    const entry = await recognise(table, { staffId: 'staff.l9', institutionId: 'l', at: byRegistrar })
    asked.sent.length = 0
    return askForProof('staff.l9', entry, 'acted')
  }
  const told = () => asked.sent.flatMap(({ to }) => to).toSorted()

  test('another at the institution is asked; whoever decided finds nothing of it', async () => {
    await write(table, newAccount(registrar))
    const id = await proofOf()
    expect(told()).toEqual(['two@demo.example'])
    expect(await viewMatter(host)(id, people.lower)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await answer(id, people.lower)).toBe('NOT_FOUND')
    expect((await listMatters(host)({ box: 'asked', limit: 9 }, people.lower)).items).toEqual([])
    expect((await readNews(host)(people.lower)).waiting).toEqual([])
    expect(await answer(id, registrar)).toBe('answered')
    // Who answered once may answer again.
    const rectify = { act: 'rectify', until: '2026-07-20', text: '补齐' } as const
    expect(await checkMatter(host)(id, rectify, people.city)).toMatchObject({ ok: true })
    expect(await answer(id, registrar)).toBe('rectified')
  })

  test('where nobody else is there, the authority hears of it at once', async () => {
    const id = await proofOf()
    expect(told()).toEqual(['city2@demo.example', 'hr.city@demo.example'])
    expect(asked.sent.map(({ subject }) => subject)).toEqual([
      '抽查学时单位没有可以答复的人，请转告本人：2026-06-25',
    ])
    expect(await matter(id)).toMatchObject({ status: 'asked' })
  })

  test('and hears of notice, suspension and each reminder: hours that nobody proves are suspended there too', async () => {
    const id = await proofOf()
    const subjects = () => asked.sent.splice(0).map(({ subject }) => subject)
    now.at = '2026-06-26T09:00:00+08:00'
    await passed(host, id)
    subjects()
    const { noticeUntil } = await matter(id)
    now.at = `${addDays(noticeUntil ?? '', 1)}T09:00:00+08:00`
    await passed(host, id)
    expect(await matter(id)).toMatchObject({ status: 'asked', suspended: true })
    const both = [
      `抽查学时单位没有可以答复的人，请转告本人：${noticeUntil}`,
      `抽查学时逾期未答复：${noticeUntil}`,
    ]
    expect(subjects().toSorted()).toEqual(both)
    now.at = `${addDays(now.at.slice(0, 10), 8)}T09:00:00+08:00`
    await passed(host, id)
    expect(new Set(asked.sent.map((mail) => mail.id)).size).toBe(asked.sent.length)
    expect(subjects().toSorted()).toEqual(both)
  })
})
