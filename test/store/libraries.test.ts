import { beforeEach, describe, expect, test } from 'vitest'
import { searchAudit } from '../../functions/audit/search-audit.ts'
import type { LibraryBody } from '../../functions/libraries/api.ts'
import { readEntry, standsOn } from '../../functions/libraries/entry.ts'
import { proposeLecturer, removeLecturer } from '../../functions/libraries/keep-lecturers.ts'
import { readLecturers } from '../../functions/libraries/lecturer.ts'
import { reviewEntry } from '../../functions/libraries/review-entry.ts'
import { setStanding } from '../../functions/libraries/set-standing.ts'
import { renewEntry, submitEntry } from '../../functions/libraries/submit-entry.ts'
import { tellExpiring } from '../../functions/libraries/tell-expiring.ts'
import { listReviews, listSubmitted, viewEntry, viewLibrary } from '../../functions/libraries/view-library.ts'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isNew, type Table, write } from '../../functions/platform/table.ts'
import { isOffTheList } from '../../functions/programmes/listed.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const host = () => recordingHost(table, clock, asked)
const at = (moment: string) => {
  now = Date.parse(moment)
}

const officer = (id: string, organisationId: string): Actor => ({
  ...{ id, name: `名${id}`, email: `${id}@demo.example` },
  roles: [{ role: 'authority', organisationId, head: false }],
  within: { authority: ['any', 'region'] },
})
/** A second officer of the city, one of another city, and a second one of the region. */
const cityTwo = officer('hr.city2', 'a')
const other = officer('hr.other', 'b')
const regionTwo = officer('hr.region2', 'r')
const city = officer(people.city.id, 'a')
const county = officer(people.county.id, 'k')
const region = officer(people.region.id, 'r')

beforeEach(async () => {
  asked = nothingAsked()
  at('2026-06-15T09:00:00+08:00')
  table = await database.newTable()
  await seedRegisters(table)
  await write(table, [...newAccount(cityTwo), ...newAccount(other), ...newAccount(regionTwo)])
})

const course: LibraryBody = {
  ...{ kind: 'course', name: '信息化教学', edition: '2026版', subject: 'professional', minutes: 500 },
  ...{ outline: '八讲', provider: '网络学院' },
} as const
const institution: LibraryBody = {
  ...{ kind: 'institution', name: '青城培训中心', place: '呼和浩特市', fields: '教师培训' },
  criteria: { teachers: '有', staff: '有', premises: '有', management: '有', quality: '有' },
} as const
const all = ['teachers', 'staff', 'premises', 'management', 'quality'] as const

const submit = async (entry: LibraryBody, actor: Actor, organisationId: string, key = 'key-1') => {
  const done = await submitEntry(host())({ organisationId, entry }, key, actor)
  return done.ok ? done.value.id : done.code
}
const review = async (
  id: string,
  actor: Actor,
  approves: boolean,
  criteria?: readonly (typeof all)[number][],
) => {
  const done = await reviewEntry(host())(
    id,
    { approves, reason: '理由', ...(criteria ? { criteria } : {}) },
    actor,
  )
  return done.ok ? done.value.round.result : done.code
}
const stands = async (id: string, day = '2026-06-15') => {
  const entry = await readEntry(table, id)
  return entry && standsOn(entry, day)
}
const listed = async (kind: 'lecturer' | 'course' | 'institution') =>
  (await viewLibrary(host(), kind, { limit: 10 })).items
/** A repeated message has its id, and is one. */
const lettersTo = ({ email }: Actor) => {
  const sent = new Map(
    asked.sent.filter(({ to }) => to.includes(email)).map((mail) => [mail.id, mail.subject]),
  )
  return [...sent.values()]
}

describe('Art. 28: a course is reviewed by two apart', () => {
  test('neither of the body that submitted it, neither knowing what the other said; listed when both agree', async () => {
    const id = await submit(course, city, 'a')
    expect(await submit(course, city, 'a')).toBe(id)
    expect(lettersTo(region)).toEqual(['一件入库申请等待评审'])
    expect(lettersTo(cityTwo)).toEqual([])
    expect(await review(id, city, true)).toBe('OWN_LIBRARY_ENTRY')
    expect(await review(id, cityTwo, true)).toBe('OWN_LIBRARY_ENTRY')
    expect(await review(id, people.department, true)).toBe('NOT_ALLOWED')
    expect(await review(id, other, true)).toBe('open')
    expect(await review(id, other, true)).toBe('ALREADY_DECIDED')
    const seen = await viewEntry(host(), id, region)
    expect(seen.ok && seen.value.given).toMatchObject([{ approves: null, reason: null }])
    expect(seen.ok && seen.value.acts.map(({ act }) => act)).toEqual(['submit'])
    const own = await viewEntry(host(), id, other)
    expect(own.ok && own.value.given).toMatchObject([{ approves: true, reason: '理由' }])
    expect(await listed('course')).toEqual([])
    expect(await review(id, region, true)).toBe('listed')
    expect(await review(id, county, true)).toBe('WRONG_STATE')
    expect(await listed('course')).toEqual([
      {
        ...{
          id,
          kind: 'course',
          name: '信息化教学',
          from: '2026-06-15',
          until: '2029-06-15',
          upheld: [],
          excellent: false,
        },
        details: {
          edition: '2026版',
          subject: 'professional',
          minutes: 500,
          periods: 11,
          provider: '网络学院',
        },
      },
    ])
    expect(lettersTo(city)).toEqual(['一件入库事项：入库'])
  })

  test('a third decides where they differ', async () => {
    const id = await submit(course, people.registrar, 'i')
    expect(await review(id, city, true)).toBe('open')
    expect(await review(id, other, false)).toBe('open')
    const rows = (await listReviews(host(), { limit: 10 }, county)).items
    expect(rows).toMatchObject([{ id, mine: true, reviews: 2 }])
    expect((await listReviews(host(), { limit: 10 }, cityTwo)).items).toMatchObject([{ mine: false }])
    expect(await review(id, county, false)).toBe('refused')
    expect(await stands(id)).toBe('refused')
    expect((await listReviews(host(), { limit: 10 }, region)).items).toEqual([])
    expect(lettersTo(people.registrar)).toEqual(['一件入库事项：未予入库'])
  })

  test('two reviews at the same moment are two, and not one', async () => {
    const id = await submit(course, people.registrar, 'i')
    const results = await Promise.all([city, other, region].map((actor) => review(id, actor, true)))
    expect(results.filter((one) => one === 'listed')).toHaveLength(1)
    expect((await readEntry(table, id))?.round.reviews).toHaveLength(2)
  })

  test('what is listed stays as it was while a new edition is reviewed, ends with its time, and lasts from the review on', async () => {
    const id = await submit(course, people.registrar, 'i')
    await review(id, city, true)
    await review(id, other, true)
    expect(await stands(id, '2029-06-15')).toBe('listed')
    expect(await stands(id, '2029-06-16')).toBe('expired')
    at('2027-01-04T09:00:00+08:00')
    const again = { ...course, edition: '2027版', minutes: 540 }
    const renewing = await renewEntry(host())(id, { entry: again, version: 3 }, people.registrar)
    expect(renewing).toMatchObject({ ok: true })
    expect(await renewEntry(host())(id, { entry: again, version: 4 }, people.registrar)).toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(await renewEntry(host())(id, { entry: again, version: 4 }, people.sibling)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await listed('course')).toMatchObject([{ details: { edition: '2026版' } }])
    await review(id, region, true)
    await review(id, city, true)
    expect(await listed('course')).toMatchObject([
      { from: '2026-06-15', until: '2030-01-04', details: { edition: '2027版', periods: 12 } },
    ])
    const other_ = await renewEntry(host())(id, { entry: institution, version: 6 }, people.registrar)
    expect(other_).toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('excellent by the region’s word, never for a course of its own', async () => {
    const id = await submit(course, people.registrar, 'i')
    const mark = (actor: Actor, of = id) =>
      setStanding(host())(of, { act: 'mark_excellent', reason: '示范' }, actor)
    expect(await mark(region)).toMatchObject({ code: 'WRONG_STATE' })
    await review(id, city, true)
    await review(id, other, true)
    expect(await mark(city)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await mark(region)).toMatchObject({ ok: true })
    expect(await listed('course')).toMatchObject([{ excellent: true }])
    const ofRegion = await submit({ ...course, name: '公文写作' }, regionTwo, 'r', 'key-2')
    await review(ofRegion, city, true)
    await review(ofRegion, other, true)
    expect(await mark(region, ofRegion)).toMatchObject({ code: 'OWN_LIBRARY_ENTRY' })
  })
})

describe('Art. 30, 31: the lecturers’ library', () => {
  const propose = async (actor: Actor = people.registrar, organisationId = 'i') => {
    const proposed = await proposeLecturer(host())(
      { organisationId, name: '授课人', field: '师德' },
      'key-l',
      actor,
    )
    return proposed.ok ? proposed.value.id : ''
  }
  const bodyFor = (lecturerId: string, consentedOn = '2026-06-01'): LibraryBody => ({
    ...{ kind: 'lecturer', lecturerId, body: '师范大学', rank: '教授', courses: '师德', consentedOn },
  })

  test('vetted by who proposes, with their consent; the city recommends, the region decides; for a year', async () => {
    const lecturerId = await propose()
    expect(await submit(bodyFor(lecturerId), people.sibling, 'j')).toBe('INPUT_INVALID')
    expect(await submit(bodyFor(lecturerId, '2026-06-16'), people.registrar, 'i')).toBe('INPUT_INVALID')
    const id = await submit(bodyFor(lecturerId), people.registrar, 'i')
    expect(await submit(bodyFor(lecturerId), people.registrar, 'i', 'key-9')).toBe(id)
    expect(await submit(bodyFor(lecturerId, '2026-05-01'), people.registrar, 'i', 'key-10')).toBe(
      'LIBRARY_ENTRY_KNOWN',
    )
    expect([lettersTo(city), lettersTo(region)]).toEqual([['一件入库申请等待评审'], []])
    expect(await review(id, region, true)).toBe('NOT_ALLOWED')
    expect(await review(id, city, true)).toBe('open')
    expect(lettersTo(region)).toEqual(['一件入库申请等待评审'])
    expect(await review(id, region, true)).toBe('listed')
    expect(await listed('lecturer')).toMatchObject([
      { name: '授课人', until: '2027-06-15', details: { field: '师德', body: '师范大学', rank: '教授' } },
    ])
    expect(await stands(id, '2027-06-16')).toBe('expired')
  })

  test('removed from the library is removed from teaching, and the other way round', async () => {
    const lecturerId = await propose(city, 'a')
    const id = await submit(bodyFor(lecturerId), city, 'a')
    expect(await review(id, region, true)).toBe('listed')
    expect(await setStanding(host())(id, { act: 'remove', reason: '不符合要求' }, region)).toMatchObject({
      ok: true,
    })
    expect((await readLecturers(table, [lecturerId]))[0]?.removed).toMatchObject({ reason: '不符合要求' })
    expect(await listed('lecturer')).toEqual([])

    const second = await proposeLecturer(host())(
      { organisationId: 'a', name: '另一人', field: '法律' },
      'key-2',
      city,
    )
    const secondId = second.ok ? second.value.id : ''
    const entry = await submit(bodyFor(secondId), city, 'a', 'key-2')
    expect(await removeLecturer(host())(secondId, '不符合要求', region)).toMatchObject({ ok: true })
    expect(await stands(entry)).toBe('removed')
    expect(await review(entry, region, true)).toBe('WRONG_STATE')
    expect(await submit(bodyFor(secondId), city, 'a', 'key-3')).toBe('LECTURER_REMOVED')
  })

  test('Art. 31: whose name was removed comes back by nobody but the region, however it is written', async () => {
    const lecturerId = await propose()
    const again = (name: string, key: string, actor: Actor = city, organisationId = 'a') =>
      proposeLecturer(host())({ organisationId, name, field: '另一领域' }, key, actor)
    expect(await again('授课人', 'key-2')).toMatchObject({ ok: true })
    await removeLecturer(host())(lecturerId, '言论不当', region)
    expect(await again('授课人', 'key-3')).toMatchObject({ code: 'LECTURER_REMOVED' })
    expect(await again('授 课人', 'key-4', people.registrar, 'i')).toMatchObject({ code: 'LECTURER_REMOVED' })
    expect(await again('授课人甲', 'key-5')).toMatchObject({ ok: true })
    // Who has the same name by chance is proposed by the region, and vetted by each organiser.
    expect(await again('授课人', 'key-6', region, 'r')).toMatchObject({ ok: true })
    // A call of before is answered as it was.
    expect(await again('授课人', 'key-2')).toMatchObject({ ok: true })
  })

  test('whom the region proposes, another officer of it looks at', async () => {
    const lecturerId = await propose(region, 'r')
    const id = await submit(bodyFor(lecturerId), region, 'r')
    expect(await review(id, region, true)).toBe('OWN_LIBRARY_ENTRY')
    expect(await review(id, regionTwo, true)).toBe('listed')
  })
})

describe('Art. 27, 33: institutions that train', () => {
  test('all five criteria, by the region; suspended and removed at once, and then entrusted with nothing', async () => {
    const id = await submit(institution, people.registrar, 'i')
    expect(await review(id, city, true, all)).toBe('NOT_ALLOWED')
    expect(await review(id, region, true, all.slice(1))).toBe('INPUT_INVALID')
    expect(await review(id, region, true)).toBe('INPUT_INVALID')
    expect(await review(id, region, true, all)).toBe('listed')
    const off = () => isOffTheList(table, '青城培训中心', '2026-06-15')
    const set = (act: 'suspend' | 'resume' | 'remove') =>
      setStanding(host())(id, { act, reason: '整改' }, region)
    expect(await off()).toBe(false)
    expect(await isOffTheList(table, '别的机构', '2026-06-15')).toBe(false)
    expect(await set('resume')).toMatchObject({ code: 'WRONG_STATE' })
    await set('suspend')
    expect([await off(), (await listed('institution')).length]).toEqual([true, 0])
    // Another spelling of the name is the same institution.
    expect(await isOffTheList(table, '青城　培训 中心', '2026-06-15')).toBe(true)
    await set('resume')
    expect([await off(), (await listed('institution')).length]).toEqual([false, 1])
    await set('remove')
    expect([await off(), (await listed('institution')).length, await stands(id)]).toEqual([
      true,
      0,
      'removed',
    ])
    expect(await set('resume')).toMatchObject({ code: 'WRONG_STATE' })
  })

  test('by name and in no other order', async () => {
    for (const [nth, name] of ['丙', '甲', '乙'].entries()) {
      const id = await submit({ ...institution, name }, people.registrar, 'i', `key-${nth}`)
      await review(id, region, true, all)
    }
    const names = (await listed('institution')).map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
  })
})

test('those who see an organisation see what it submitted; the audit says who did what', async () => {
  const id = await submit(course, people.registrar, 'i')
  await review(id, city, true)
  const seenBy = async (actor: Actor) => {
    const seen = await listSubmitted(host(), 'i', { limit: 10 }, actor)
    return seen.ok ? seen.value.items.map((one) => one.id) : seen.code
  }
  expect(await seenBy(people.registrar)).toEqual([id])
  expect(await seenBy(people.city)).toEqual([id])
  expect(await seenBy(people.sibling)).toBe('NOT_FOUND')
  expect(await viewEntry(host(), id, people.sibling)).toMatchObject({ code: 'NOT_FOUND' })
  const found = await searchAudit(table)({ organisation: 'i', limit: 50 }, people.region)
  const acts = found.ok ? found.value.items.filter(({ about }) => about.kind === 'library_entry') : []
  // The audit tells of a review when its round is over: two look apart (Art. 28).
  expect(acts.map(({ act }) => act)).toEqual(['library_submit'])
  await review(id, other, true)
  const after = await searchAudit(table)({ organisation: 'i', limit: 50 }, people.region)
  const later = after.ok ? after.value.items.filter(({ about }) => about.kind === 'library_entry') : []
  expect(later.map(({ act }) => act).sort()).toEqual([
    'library_approve',
    'library_approve',
    'library_list',
    'library_submit',
  ])
})

describe('before an entry’s time is over', () => {
  const listCourse = async () => {
    const id = await submit(course, people.registrar, 'i')
    await review(id, city, true)
    await review(id, other, true)
    return id
  }
  const morning = async (day: string) => {
    at(`${day}T08:30:00+08:00`)
    await tellExpiring(host())(day)
    return lettersTo(people.registrar).filter((subject) => subject.includes('到期'))
  }
  const sixty = '一件入库事项还有 60 天到期'

  test('its body is written to 60 and 14 days before, once each, and no longer when it has asked', async () => {
    const id = await listCourse()
    expect((await readEntry(table, id))?.listing?.until).toBe('2029-06-15')
    expect(await morning('2029-04-15')).toEqual([])
    expect(await morning('2029-04-16')).toEqual([sixty])
    expect(await morning('2029-04-17')).toEqual([sixty])
    expect(await morning('2029-05-31')).toEqual([sixty])
    expect(await morning('2029-06-01')).toEqual([sixty, '一件入库事项还有 14 天到期'])
    const sent = asked.sent.length
    await morning('2029-06-15')
    await morning('2029-06-16')
    expect(asked.sent.length).toBe(sent)
  })

  test('a morning that did not run is made up for, by one letter; whose renewal is in review is not written to', async () => {
    const id = await listCourse()
    expect(await morning('2029-06-10')).toEqual(['一件入库事项还有 5 天到期'])
    at('2029-06-10T09:00:00+08:00')
    const entry = await readEntry(table, id)
    expect(
      await renewEntry(host())(id, { entry: course, version: entry?.version ?? 0 }, people.registrar),
    ).toMatchObject({ ok: true })
    await review(id, city, true)
    await review(id, other, true)
    expect((await readEntry(table, id))?.listing?.until).toBe('2032-06-10')
    await renewEntry(host())(
      id,
      { entry: course, version: (await readEntry(table, id))?.version ?? 0 },
      people.registrar,
    )
    expect(await morning('2032-05-01')).toEqual(['一件入库事项还有 5 天到期'])
    await setStanding(host())(id, { act: 'remove', reason: '理由' }, region)
    expect(await morning('2032-05-02')).toEqual(['一件入库事项还有 5 天到期'])
  })
})

test('Art. 27, 36: upheld complaints about a body stand beside its entry, by number; of persons nothing', async () => {
  await write(table, [
    {
      put: {
        ...keys.complaintFault('2026Q1', 'x'),
        ...{ quarter: '2026Q1', bodyId: 'x', body: '青城 培训中心', cases: 2, version: 1 },
      },
      when: isNew,
    },
    {
      put: {
        ...keys.complaintFault('2026Q2', 'i'),
        ...{ quarter: '2026Q2', bodyId: 'i', body: '中学i', cases: 1, version: 1 },
      },
      when: isNew,
    },
  ])
  const id = await submit(institution, people.registrar, 'i')
  expect(await viewEntry(host(), id, region)).toMatchObject({
    value: { upheld: [{ quarter: '2026Q1', cases: 2 }] },
  })
  await review(id, region, true, all)
  expect(await listed('institution')).toMatchObject([{ upheld: [{ quarter: '2026Q1', cases: 2 }] }])
  const own = await submit(course, people.registrar, 'i', 'key-2')
  expect(await viewEntry(host(), own, region)).toMatchObject({ value: { upheld: [] } })
  const { provider: _, ...carriedItself } = course
  const other = await submit({ ...carriedItself, name: '校本课程' }, people.registrar, 'i', 'key-3')
  expect(await viewEntry(host(), other, region)).toMatchObject({
    value: { upheld: [{ quarter: '2026Q2', cases: 1 }] },
  })
})
