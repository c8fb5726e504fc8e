import { beforeEach, describe, expect, test } from 'vitest'
import { type Table, write } from '../../functions/platform/table.ts'
import { PolicyBody } from '../../functions/policies/api.ts'
import { everyArticle, viewArticle } from '../../functions/policies/articles.ts'
import { tellSubscribers } from '../../functions/policies/policy-letters.ts'
import { publishPolicy } from '../../functions/policies/publish-policy.ts'
import { search } from '../../functions/policies/search-published.ts'
import { changeSubscription, isSubscribed, nextSubscribers } from '../../functions/policies/subscription.ts'
import { fileOfPolicy, listPolicies, viewPolicy } from '../../functions/policies/view-policy.ts'
import { publishAnswer, retractAnswer } from '../../functions/questions/published.ts'
import { parametersOn, readParameters } from '../../functions/registers/parameters.ts'
import { setParameters } from '../../functions/registers/set-parameters.ts'
import { type Evidence, putEvidence } from '../../functions/requests/evidence.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let at = ''
const host = () => ({ table, clock: { now: () => Date.parse(at) } })
beforeEach(async () => {
  at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  await seedRegisters(table)
})

const notice = {
  ...{ kind: 'policy', number: '内人社〔2026〕1号', title: '培训通知', summary: '要点', text: '正文' },
  ...{ articles: ['7'], inForceFrom: '2026-07-01' },
}
const publish = async (more: object = {}, key = 'k', actor = people.region) => {
  const done = await publishPolicy(host())(PolicyBody.parse({ ...notice, ...more }), key, actor)
  return done.ok
    ? done.value
    : [done.code, ...(done.errors ?? []).map(({ pointer }) => pointer)].join(' ').trim()
}
const idOf = (published: Awaited<ReturnType<typeof publish>>): string => {
  if (typeof published === 'string') throw new Error(published)
  return published.id
}
const statuses = async () => (await listPolicies(host())).items.map(({ id, status }) => [id, status])

test('the rules are there whole: 49 articles in nine chapters, each with its text', () => {
  expect(everyArticle.map(({ article }) => Number(article))).toEqual(
    Array.from({ length: 49 }, (_, nth) => nth + 1),
  )
  expect(new Set(everyArticle.map(({ chapter }) => chapter)).size).toBe(9)
  for (const { paragraphs } of everyArticle) expect(paragraphs.join('').length).toBeGreaterThan(10)
})

describe('Art. 8: what is published is never edited', () => {
  test('sent twice it stands once; other words under the same key are refused', async () => {
    const first = await publish()
    expect(await publish()).toEqual(first)
    expect(await publish({ title: '别的' })).toBe('INPUT_INVALID')
    expect(await statuses()).toHaveLength(1)
  })

  test('in force from its first to its last day', async () => {
    const id = idOf(await publish({ inForceUntil: '2026-12-31' }))
    for (const [day, status] of [
      ['2026-06-30', 'coming'],
      ['2026-07-01', 'in_force'],
      ['2026-12-31', 'in_force'],
      ['2027-01-01', 'ended'],
    ]) {
      at = `${day}T09:00:00+08:00`
      expect(await statuses()).toEqual([[id, status]])
    }
    expect(await publish({ inForceUntil: '2026-06-30' }, 'k2')).toBe('INPUT_INVALID /inForceUntil')
    expect(await publish({ inForceUntil: '2026-06-30', replacesId: 'nothing' }, 'k3')).toBe(
      'INPUT_INVALID /inForceUntil /replacesId',
    )
  })

  test('a new version says what is otherwise; the old one stays, marked from that day on, and is replaced once', async () => {
    const old = idOf(await publish())
    at = '2026-08-01T09:00:00+08:00'
    const replacing = { replacesId: old, changed: '改了期限', inForceFrom: '2026-09-01', text: '新正文' }
    const later = idOf(await publish(replacing, 'k2'))
    expect(await statuses()).toEqual([
      [later, 'coming'],
      [old, 'in_force'],
    ])
    at = '2026-09-01T00:00:00+08:00'
    expect(await statuses()).toEqual([
      [later, 'in_force'],
      [old, 'replaced'],
    ])
    expect(await viewPolicy(host())(old)).toMatchObject({
      value: { text: '正文', replacedBy: { id: later } },
    })
    expect(await viewPolicy(host())(later)).toMatchObject({
      value: { text: '新正文', changed: '改了期限', replaces: { id: old } },
    })
    expect(await publish(replacing, 'k3')).toBe('POLICY_REPLACED')
  })

  test('by region and cities; a version by its own publisher, an interpretation by the region alone', async () => {
    const ours = idOf(await publish())
    expect(idOf(await publish({}, 'k', people.city))).not.toBe(ours)
    expect(await publish({}, 'k', people.county)).toBe('NOT_ALLOWED')
    expect(await publish({ replacesId: ours }, 'k2', people.city)).toBe('NOT_ALLOWED')
    expect(await publish({ kind: 'interpretation' }, 'k3', people.city)).toBe('NOT_ALLOWED')
  })
})

describe('Art. 48: an interpretation sets the readings that it names', () => {
  const reading = { kind: 'interpretation', readings: { annualAppliesBy: 'any_day' }, articles: ['7'] }

  test('from its first day on, and the article shows by what', async () => {
    const id = idOf(await publish(reading))
    const versions = await readParameters(table)
    expect(parametersOn(versions, '2026-06-30').readings.annualAppliesBy).toBe('last_day')
    expect(parametersOn(versions, '2026-07-01').readings.annualAppliesBy).toBe('any_day')
    const shown = async () => {
      const view = await viewArticle(host())('7', 'zh')
      return view.ok ? view.value.readings.find(({ name }) => name === 'annualAppliesBy') : undefined
    }
    expect(await shown()).toMatchObject({ value: 'last_day', interpretation: null })
    at = '2026-07-01T09:00:00+08:00'
    expect(await shown()).toMatchObject({ value: 'any_day', interpretation: { id } })
    const isClosed = async () => false
    const body = {
      effectiveFrom: '2026-08-01',
      readings: { annualAppliesBy: 'last_day' as const },
      reason: 'x',
    }
    expect((await setParameters({ ...host(), isClosed })(body, people.region)).ok).toBe(true)
    expect(await shown()).toMatchObject({ value: 'any_day', interpretation: { id } })
    at = '2026-08-01T09:00:00+08:00'
    expect(await shown()).toMatchObject({ value: 'last_day', interpretation: null })
  })

  test('where the readings may not be set, nothing is published', async () => {
    expect(await publish({ ...reading, inForceFrom: '2026-06-14' })).toBe('VERSION_NOT_LATER /effectiveFrom')
    expect(await publish({ ...reading, kind: 'policy' })).toBe('INPUT_INVALID /readings')
    expect(await statuses()).toEqual([])
    expect(await readParameters(table)).toEqual([])
  })
})

test('an article opens by its citation, with its figures; there is no fiftieth', async () => {
  const view = await viewArticle(host())('39(1)', 'zh')
  expect(view).toMatchObject({ value: { article: '39', figures: [{ name: 'halfDay', value: 4 }] } })
  expect(await viewArticle(host())('50', 'zh')).toMatchObject({ code: 'NOT_FOUND' })
})

test('search finds articles, publications and answers by all of their words', async () => {
  const id = idOf(await publish())
  const found = await search(host())('投诉举报')
  expect(found.articles.map(({ article }) => article)).toEqual(['36'])
  expect((await search(host())('培训通知 2026')).policies.map((one) => one.id)).toEqual([id])
  // What stands in the text alone, and what was answered.
  const other = idOf(await publish({ text: '补训记回所缺年度', number: '2号' }, 'k2'))
  expect((await search(host())('补训记回')).policies.map((one) => one.id)).toEqual([other])
  const question = {
    id: 'q1',
    question: '线上学时怎样折算天数？',
    articles: ['39'],
    desk: '区厅',
    publishedAt: at,
  }
  await write(table, publishAnswer(question, '不折算为天数。'))
  expect((await search(host())('线上 不折算')).answers).toEqual([question])
  await write(table, retractAnswer('q1'))
  expect((await search(host())('线上 不折算')).answers).toEqual([])
  expect(await search(host())('绝无此词')).toEqual({ articles: [], policies: [], answers: [] })
})

describe('files in place of the text, or beside it', () => {
  const upload = (id: string, more: Partial<Evidence> = {}) =>
    write(table, [
      putEvidence({
        ...{ id, sha256: 'x', size: 9, type: 'application/pdf', name: '通知.pdf', state: 'kept' },
        ...{ uploadedBy: people.region.id, uploadedAt: at, objectKey: `evidence/${id}` },
        ...more,
      }),
    ])

  test('a file that the publisher has uploaded is published, and nothing else is', async () => {
    await upload('f1')
    await upload('f2', { uploadedBy: 'somebody' })
    await upload('f3', { state: 'announced' })
    for (const file of ['f2', 'f3', 'f4'])
      expect(await publish({ files: ['f1', file] })).toBe('INPUT_INVALID /files')
    const id = idOf(await publish({ text: '', files: ['f1'] }))
    expect(await viewPolicy(host())(id)).toMatchObject({
      value: { text: '', files: [{ id: 'f1', name: '通知.pdf', type: 'application/pdf', size: 9 }] },
    })
    expect(await fileOfPolicy(table, id, 'f1')).toMatchObject({ objectKey: 'evidence/f1' })
    expect(await fileOfPolicy(table, id, 'f2')).toBeUndefined()
    expect(PolicyBody.safeParse({ ...notice, text: '' }).success).toBe(false)
  })
})

describe('Art. 8: who subscribed is written to about what is published', () => {
  const later = () => Date.now() + 60_000

  test('each once by a mail of their own, whatever is repeated; who has left is not', async () => {
    const asked = nothingAsked()
    const writing = () => recordingHost(table, host().clock, asked)
    const subscribe = (id: string, to = true) => changeSubscription(host())(to, { id })
    await subscribe('staff.li')
    await subscribe('staff.li')
    await subscribe('unit.admin')
    await subscribe('hr.city')
    await subscribe('hr.city', false)
    expect(await isSubscribed(table, { id: 'staff.li' })).toBe(true)
    expect(await isSubscribed(table, { id: 'hr.city' })).toBe(false)
    expect(await tellSubscribers(writing())(later())).toBe(0)
    const id = idOf(await publish())
    await publish()
    // A turn without time tells nobody; the next one does.
    expect(await tellSubscribers(writing())(0)).toBe(0)
    expect(await tellSubscribers(writing())(later())).toBe(2)
    expect(await tellSubscribers(writing())(later())).toBe(0)
    expect(asked.sent.map(({ to }) => to).sort()).toEqual([['li@demo.example'], ['unit.admin@demo.example']])
    expect(asked.sent[0]?.text).toContain(`/policies/${id}`)
  })

  test('many subscribers of a shard are all told, page by page', async () => {
    const ids = Array.from({ length: 130 }, (_, nth) => `many.${nth}`)
    for (const id of ids) await changeSubscription(host())(true, { id })
    const found = new Set<string>()
    let place: { shard: number; after: string } | undefined = { shard: 0, after: '' }
    while (place !== undefined) {
      const next: Awaited<ReturnType<typeof nextSubscribers>> = await nextSubscribers(table, place, 2)
      for (const id of next?.accountIds ?? []) {
        expect(found.has(id)).toBe(false)
        found.add(id)
      }
      place = next?.place
    }
    expect([...found].sort()).toEqual([...ids].sort())
  })
})
