import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../functions/platform/clock.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isNew, type Table, write } from '../../functions/platform/table.ts'
import { PolicyBody } from '../../functions/policies/api.ts'
import { everyArticle, viewArticle } from '../../functions/policies/articles.ts'
import { newPolicy } from '../../functions/policies/policy.ts'
import { previewPolicy, publishPolicy } from '../../functions/policies/publish-policy.ts'
import { type Memory, search } from '../../functions/policies/search-published.ts'
import { changeSubscription, isSubscribed, nextSubscribers } from '../../functions/policies/subscription.ts'
import { tellSubscribers } from '../../functions/policies/tell-subscribers.ts'
import { fileOfPolicy, listPolicies, viewPolicy } from '../../functions/policies/view-policy.ts'
import { publishAnswer, retractAnswer } from '../../functions/questions/published.ts'
import { editionFor } from '../../functions/registers/edition-for.ts'
import { newParameters, parametersOn, readParameters } from '../../functions/registers/parameters.ts'
import { setParameters } from '../../functions/registers/set-parameters.ts'
import { type Evidence, putEvidence } from '../../functions/requests/evidence.ts'
import { edition2024, type Readings } from '../../rules/edition.ts'
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
/** That 2026 was closed, with the readings that were frozen with it. */
const close2026 = (edition?: { readings: Readings }) =>
  write(table, [{ put: { ...keys.close('close', 2026), year: 2026, edition }, when: isNew }])
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
    expect(await publish({ title: '别的' })).toBe('KEY_REUSED')
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
    expect(await publish({ inForceUntil: '2026-06-30', replacesId: 'nothing', changed: 'x' }, 'k3')).toBe(
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
    // Nobody replaces in silence.
    for (const changed of ['', ' '])
      expect(PolicyBody.safeParse({ ...notice, replacesId: later, changed }).error?.issues).toMatchObject([
        { path: ['changed'] },
      ])
  })

  test('by region and cities; a version by its own publisher, an interpretation by the region alone', async () => {
    const ours = idOf(await publish())
    expect(idOf(await publish({}, 'k', people.city))).not.toBe(ours)
    expect(await publish({}, 'k', people.county)).toBe('NOT_ALLOWED')
    expect(await publish({ replacesId: ours, changed: 'x' }, 'k2', people.city)).toBe('NOT_ALLOWED')
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

  const appliesBy = async (day: string) =>
    parametersOn(await readParameters(table), day).readings.annualAppliesBy

  test('a reading falls back once its interpretation has ended, for the days after alone', async () => {
    const isClosed = async () => false
    const byPage = { effectiveFrom: '2026-06-20', readings: { termSessionMonths: 6 }, reason: 'x' }
    expect((await setParameters({ ...host(), isClosed })(byPage, people.region)).ok).toBe(true)
    const id = idOf(await publish({ ...reading, inForceUntil: '2026-12-31' }))
    // Set later, of something else: it does not carry what ends.
    const more = { effectiveFrom: '2026-10-01', readings: { gradeExamYears: 3 }, reason: 'x' }
    expect((await setParameters({ ...host(), isClosed })(more, people.region)).ok).toBe(true)
    expect(await appliesBy('2026-12-31')).toBe('any_day')
    expect(await appliesBy('2027-01-01')).toBe('last_day')
    const { readings } = parametersOn(await readParameters(table), '2027-01-01')
    expect(readings).toMatchObject({ termSessionMonths: 6, gradeExamYears: 3 })
    expect((await editionFor(table, 2026)).readings.annualAppliesBy).toBe('any_day')
    expect((await editionFor(table, 2027)).readings.annualAppliesBy).toBe('last_day')
    at = '2027-01-01T09:00:00+08:00'
    expect(await viewPolicy(host())(id)).toMatchObject({
      value: {
        sets: [
          {
            ...{ name: 'annualAppliesBy', article: '7', value: 'any_day' },
            ...{ from: '2026-07-01', until: '2026-12-31', holds: false },
          },
        ],
      },
    })
  })

  test('replaced, it sets what the later one sets, or nothing; a closed year keeps what was frozen', async () => {
    const both = { annualAppliesBy: 'any_day', termSessionMonths: 6 }
    const first = idOf(await publish({ ...reading, readings: both }))
    const frozen = { ...edition2024.readings, annualAppliesBy: 'any_day' as const }
    at = '2027-02-01T09:00:00+08:00'
    await close2026({ readings: frozen })
    const replacing = { ...reading, readings: { termSessionMonths: 3 }, replacesId: first, changed: 'x' }
    const second = idOf(await publish({ ...replacing, inForceFrom: '2027-03-01' }, 'k2'))
    expect(parametersOn(await readParameters(table), '2027-02-28').readings).toMatchObject(both)
    const after = parametersOn(await readParameters(table), '2027-03-01').readings
    expect(after).toMatchObject({ annualAppliesBy: 'last_day', termSessionMonths: 3 })
    expect((await editionFor(table, 2026)).readings).toEqual(frozen)
    // One that sets nothing ends what was set as well.
    const none = { ...replacing, readings: undefined, replacesId: second, inForceFrom: '2027-04-01' }
    const last = idOf(await publish(none, 'k3'))
    const end = parametersOn(await readParameters(table), '2027-04-01').readings
    expect(end).toEqual(edition2024.readings)
    at = '2027-04-01T09:00:00+08:00'
    const view = await viewArticle(host())('16', 'zh')
    const shown = view.ok ? view.value.readings : []
    expect(shown.map(({ interpretation }) => interpretation)).toEqual(shown.map(() => null))
    expect(await viewPolicy(host())(last)).toMatchObject({ value: { sets: [] } })
  })

  test('versions of the readings from before say what they did, and an interpretation of then ends as well', async () => {
    const old = (effectiveFrom: string, readings: Partial<Readings>) => ({
      ...{ effectiveFrom, at, by: 'hr.region', reason: 'x', providerCheck: 'advise' as const },
      readings: { ...edition2024.readings, ...readings },
    })
    await write(table, [
      newParameters(old('2025-01-01', { gradeExamYears: 3 })),
      newParameters(old('2026-01-01', { gradeExamYears: 3, annualAppliesBy: 'any_day' })),
    ])
    const made = {
      ...notice,
      publisher: { id: 'r', name: '自治区人社厅' },
      publishedBy: 'hr.region',
      changed: '',
    }
    const known = {
      ...made,
      kind: 'interpretation' as const,
      readings: ['annualAppliesBy'],
      bodyHash: '',
      files: [],
    }
    const dated = { inForceFrom: '2026-01-01', publishedAt: '2025-12-01T09:00:00+08:00' }
    await write(table, newPolicy({ ...known, ...dated, id: 'old' }, '正文'))
    expect(await appliesBy('2025-06-01')).toBe('last_day')
    expect(await appliesBy('2026-06-01')).toBe('any_day')
    const view = await viewArticle(host())('7', 'zh')
    expect(view.ok && view.value.readings.find(({ name }) => name === 'annualAppliesBy')).toMatchObject({
      interpretation: { id: 'old' },
    })
    // Ended without its version saying so, it goes on, and its page says that it does.
    const ended = { ...known, ...dated, id: 'ended', number: '9号', inForceUntil: '2026-05-31' }
    await write(table, newPolicy(ended, '正文'))
    const sets = async (id: string) => {
      const shown = await viewPolicy(host())(id)
      return shown.ok ? shown.value.sets : []
    }
    expect(await sets('ended')).toMatchObject([{ name: 'annualAppliesBy', holds: false, goesOn: true }])
    expect(await sets('old')).toMatchObject([{ holds: true, goesOn: false }])
    idOf(
      await publish({ kind: 'interpretation', replacesId: 'old', changed: 'x', inForceFrom: '2026-09-01' }),
    )
    at = '2026-09-01T09:00:00+08:00'
    expect(await sets('ended')).toMatchObject([{ goesOn: false }])
    expect(await appliesBy('2026-09-01')).toBe('last_day')
    expect(parametersOn(await readParameters(table), '2026-09-01').readings.gradeExamYears).toBe(3)
  })

  test('before it is published it is told what changes, from which year, for whom; nothing is written', async () => {
    const body = PolicyBody.parse({ ...notice, ...reading, inForceUntil: '2027-12-31' })
    const preview = await previewPolicy(host())(body, people.region, 'zh')
    expect(preview).toMatchObject({
      value: {
        ...{ from: '2026-07-01', until: '2027-12-31', firstYear: 2026 },
        changes: [{ name: 'annualAppliesBy', before: 'last_day', after: 'any_day', afterEnd: 'last_day' }],
      },
    })
    expect(preview.ok && preview.value.changes[0]?.whom).toContain('年内离开')
    const short = PolicyBody.parse({ ...notice, ...reading, inForceUntil: '2026-12-30' })
    expect(await previewPolicy(host())(short, people.region, 'zh')).toMatchObject({
      value: { firstYear: null },
    })
    expect(await statuses()).toEqual([])
    expect(await readParameters(table)).toEqual([])
    // Of one that replaces: what falls back is told as well.
    const first = idOf(await publish(reading))
    const next = {
      ...notice,
      kind: 'interpretation',
      replacesId: first,
      changed: 'x',
      inForceFrom: '2026-08-01',
    }
    expect(await previewPolicy(host())(PolicyBody.parse(next), people.region, 'en')).toMatchObject({
      value: { changes: [{ name: 'annualAppliesBy', before: 'any_day', after: 'last_day', afterEnd: null }] },
    })
  })

  test('no day before today is read otherwise; what was published elsewhere is entered with that said', async () => {
    const past = { inForceFrom: '2026-06-14' }
    expect(await publish(past)).toBe('INPUT_INVALID /inForceFrom')
    const entered = idOf(await publish({ ...past, enteredLater: true }))
    expect(await viewPolicy(host())(entered)).toMatchObject({ value: { enteredLater: true } })
    at = '2026-06-20T09:00:00+08:00'
    const replacing = { replacesId: entered, changed: 'x', inForceFrom: '2026-06-19', enteredLater: true }
    expect(await publish(replacing, 'k2')).toBe('INPUT_INVALID /inForceFrom')
    const later = { ...replacing, enteredLater: undefined, inForceFrom: '2026-06-20' }
    expect(typeof (await publish(later, 'k2'))).toBe('object')
    // How a closed year was read is not said afterwards, with a reading or without one.
    at = '2027-02-01T09:00:00+08:00'
    await close2026()
    const about = { kind: 'interpretation', number: '9号', inForceFrom: '2026-12-01', enteredLater: true }
    expect(await publish(about, 'k3')).toBe('YEAR_FROZEN /inForceFrom')
    expect(await publish({ ...reading, ...about }, 'k3')).toBe('YEAR_FROZEN /inForceFrom')
  })

  test('a first day in a century is a slip, and one far ahead on record locks no reading', async () => {
    expect(await publish({ ...reading, inForceFrom: '2207-01-01' })).toBe('INPUT_INVALID /inForceFrom')
    expect(await publish({ inForceFrom: '2029-01-01' })).toBe('INPUT_INVALID /inForceFrom')
    expect(await publish({ ...reading, inForceFrom: '2028-12-31' }, 'k2')).toBeTypeOf('object')
    expect(await publish({ ...reading, number: '2号', inForceFrom: '2026-07-01' }, 'k3')).toBeTypeOf('object')
    expect(parametersOn(await readParameters(table), '2026-07-01').readings.annualAppliesBy).toBe('any_day')
  })

  test('where the readings may not be set, nothing is published', async () => {
    expect(await publish({ ...reading, inForceFrom: '2026-06-14' })).toBe('VERSION_NOT_LATER /inForceFrom')
    expect(await publish({ ...reading, kind: 'policy' })).toBe('INPUT_INVALID /readings')
    expect(await statuses()).toEqual([])
    expect(await readParameters(table)).toEqual([])
  })
})

describe('one version is in force on a day', () => {
  test('a version before the one it replaces is refused, as is a second document of one number', async () => {
    const first = idOf(await publish({ inForceFrom: '2026-08-01' }))
    const early = { replacesId: first, changed: 'x', inForceFrom: '2026-07-31' }
    expect(await publish(early, 'k2')).toBe('INPUT_INVALID /inForceFrom')
    expect(await publish({ inForceFrom: '2026-09-01', number: '内人社〔2026〕 1 号' }, 'k2')).toBe(
      'INPUT_INVALID /number',
    )
    expect(await publish({ inForceUntil: '2026-07-31' }, 'k3')).toBeTypeOf('object')
    expect(await publish({}, 'k2', people.city)).toBeTypeOf('object')
    expect(await publish({ ...early, kind: 'interpretation', inForceFrom: '2026-09-01' }, 'k4')).toBe(
      'INPUT_INVALID /kind',
    )
    idOf(await publish({ ...early, inForceFrom: '2026-09-01' }, 'k5'))
    expect(await viewPolicy(host())(first)).toMatchObject({ value: { inForceUntil: '2026-08-31' } })
  })

  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-06-01', days))
  const publication = fc.record({
    on: day,
    from: day,
    lasts: fc.option(fc.integer({ min: 0, max: 20 })),
    replaces: fc.option(fc.nat(5)),
  })

  test('whatever is published when, and replaces what: two at once never are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(publication, { minLength: 2, maxLength: 7 }), async (drawn) => {
        table = await database.newTable()
        await seedRegisters(table)
        const ids: string[] = []
        for (const [nth, { on, from, lasts, replaces }] of drawn
          .toSorted((a, b) => (a.on < b.on ? -1 : 1))
          .entries()) {
          at = `${on}T09:00:00+08:00`
          const replacesId = replaces === null ? undefined : ids[replaces]
          const done = await publish(
            {
              ...{ inForceFrom: from, enteredLater: true },
              ...(lasts === null ? {} : { inForceUntil: addDays(from, lasts) }),
              ...(replacesId === undefined ? {} : { replacesId, changed: 'x' }),
            },
            `k${nth}`,
          )
          if (typeof done === 'object') ids.push(done.id)
        }
        for (let days = 0; days < 70; days += 1) {
          at = `${addDays('2026-05-25', days)}T09:00:00+08:00`
          const inForce = (await statuses()).filter(([, status]) => status === 'in_force')
          expect(inForce.length).toBeLessThan(2)
        }
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  test('two who publish one number at the same moment: one does', async () => {
    const done = await Promise.all(['k1', 'k2'].map((key) => publish({}, key)))
    expect(done.filter((one) => typeof one === 'object')).toHaveLength(1)
    expect(done).toContain('INPUT_INVALID /number')
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

test('what is withdrawn or replaced is gone from search at once, in every process', async () => {
  const [one, other]: [Memory, Memory] = [{}, {}]
  const answersFor = async (words: string, memory: Memory) =>
    (await search(host(), memory)(words)).answers.map(({ id }) => id)
  const question = { id: 'q1', question: '怎样折算？', articles: ['39'], desk: '区厅', publishedAt: at }
  await write(table, publishAnswer(question, '王某的学时不折算。'))
  for (const memory of [one, other]) expect(await answersFor('王某', memory)).toEqual(['q1'])
  await write(table, retractAnswer('q1'))
  await write(table, publishAnswer(question, '一律不折算。'))
  for (const memory of [one, other]) {
    expect(await answersFor('王某', memory)).toEqual([])
    expect(await answersFor('一律', memory)).toEqual(['q1'])
    expect([...(memory.published?.answers.values() ?? [])]).toEqual(['一律不折算。'])
  }
  const found = async (words: string, memory: Memory) =>
    (await search(host(), memory)(words)).policies.map(({ id }) => id)
  const first = idOf(await publish({ text: '旧的正文' }))
  expect(await found('旧的正文', one)).toEqual([first])
  at = '2026-07-05T09:00:00+08:00'
  const replacing = { replacesId: first, changed: 'x', number: '2号', text: '新的正文' }
  const second = idOf(await publish({ ...replacing, inForceFrom: '2026-07-05' }, 'k2'))
  for (const memory of [one, other]) {
    expect(await found('旧的正文', memory)).toEqual([])
    expect(await found(notice.number, memory)).toEqual([second])
  }
})

test('as long as nothing is published, a search reads one item', async () => {
  await publish()
  const memory = {}
  await search(host(), memory)('正文')
  const asked: string[] = []
  const client = new Proxy(table.client, {
    get: (target, name, receiver) =>
      name === 'send'
        ? (command: { constructor: { name: string } }) => {
            asked.push(command.constructor.name)
            return target.send(command as never)
          }
        : Reflect.get(target, name, receiver),
  })
  expect((await search({ ...host(), table: { ...table, client } }, memory)('正文')).policies).toHaveLength(1)
  expect(asked).toEqual(['GetCommand'])
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
