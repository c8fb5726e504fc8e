import { readFileSync } from 'node:fs'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { currentForm } from '../../functions/operations/forms.ts'
import { reconcile } from '../../functions/operations/reconcile.ts'
import { Account } from '../../functions/organisations/account.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { creditRoster } from '../../functions/outcomes/credit-roster.ts'
import { RecordBrokenError } from '../../functions/platform/ledger-broken.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { retryOnConflict } from '../../functions/platform/retry-on-conflict.ts'
import { type Item, read, type Table, write } from '../../functions/platform/table.ts'
import { FormUnknownError, formOf, stateForm, type Walk, walkTable } from '../../functions/platform/walk.ts'
import { resubmitRequest } from '../../functions/requests/resubmit-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { withTestDatabase } from '../test-database.ts'
import { requestViews } from './request-views.ts'

const database = withTestDatabase()
let table: Table

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/form-1/${name}.json`, import.meta.url), 'utf8'))

/** A table as the version before left it, and what that version read from it. */
const items = z.array(z.record(z.string(), z.unknown())).parse(fixture('items'))
const expected = z
  .object({
    asked: z.object({
      actors: z.array(Account),
      staff: z.array(z.string()),
      requests: z.array(z.string()),
      now: z.number(),
    }),
    names: z.record(z.string(), z.string()),
    views: z.record(z.string(), z.unknown()),
    resumed: z.number(),
    resumedWork: z.array(z.string()),
  })
  .parse(fixture('expected'))

const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }
const put = (all: readonly Item[]) =>
  mapConcurrently(all, 16, (item) => write(table, [{ put: item, when: always }]))

const everything = async (): Promise<Item[]> => {
  const { Items = [] } = await table.client.send(
    new ScanCommand({ TableName: table.name, ConsistentRead: true }),
  )
  return Items
}

/** The claim of which one line was returned, as it is filed again. */
const trained = {
  category: 'in_service' as const,
  mode: 'online' as const,
  from: '2026-03-01',
  to: '2026-03-20',
  hours: 2,
}
const claimAgain = {
  type: 'recognition' as const,
  staffId: 'staff.li',
  provider: '党校',
  lines: [
    { ...trained, subject: 'public' as const },
    { ...trained, subject: 'professional' as const },
  ],
  evidence: [],
}

class Killed extends Error {}

/** A walk that ends in the middle, after so many items were rewritten. */
const walkUntil = async (rewrittenAtMost: number): Promise<void> => {
  const onProgress = ({ rewritten }: { readonly rewritten: number }) => {
    if (rewritten >= rewrittenAtMost) throw new Killed()
  }
  const walking = walkTable(table, currentForm, { segments: 3, pageSize: 4, onProgress })
  await expect(walking).rejects.toThrow(Killed)
}

/** What a view did not say yet when the fixture was made; and what the rules, which were put right since, say of the day. */
const NOT_ON_RECORD = new Set([
  'eligibility',
  'reasons',
  'change',
  'about',
  'effects',
  'acting',
  'covers',
  'passedOver',
  'why',
  'flags',
  'quotes',
  'suspension',
  'suspended',
])

const onRecord = (view: unknown): unknown =>
  JSON.parse(JSON.stringify(view), (key, value) => (NOT_ON_RECORD.has(key) ? undefined : value))

/** Of a list of requests those that it had: what was filed for someone has come to stand among their own since. */
const asListedBefore = (name: string, view: unknown, before: unknown): unknown => {
  if (!name.startsWith('submitted ') || !Array.isArray(view) || !Array.isArray(before)) return view
  const ids = new Set(before.map(({ id }) => id))
  return view.filter(({ id }) => ids.has(id))
}

beforeEach(async () => {
  table = await database.newTable()
})

describe('a table of the version before', () => {
  beforeEach(async () => {
    await put(items)
  })

  test('is not read as it is, and half of it not either', async () => {
    const ids = expected.asked.requests
    const refused = async () => {
      const found = await Promise.allSettled(ids.map((id) => readRequest(table, id)))
      for (const one of found)
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RecordBrokenError)
      return found.filter(({ status }) => status === 'rejected').length
    }
    expect(await refused()).toBe(ids.length)
    await walkUntil(12)
    expect(await refused()).toBeGreaterThan(0)
    expect(await formOf(table)).toBeUndefined()
  })

  test('reads as before when it was walked, killed on the way and walked on', async () => {
    await walkUntil(6)
    await walkUntil(9)
    const { rewritten } = await walkTable(table, currentForm, { segments: 5, pageSize: 4 })
    expect(rewritten).toBeGreaterThan(0)
    expect(await formOf(table)).toBe(currentForm.form)
    const views = await requestViews(table, expected.asked)
    expect(Object.keys(views)).toEqual(Object.keys(expected.views))
    for (const [name, view] of Object.entries(expected.views))
      expect([name, onRecord(asListedBefore(name, views[name], view))]).toEqual([name, onRecord(view)])
  })

  test('what its crashes had left to do is done, and nothing else', async () => {
    await walkTable(table, currentForm)
    const work: unknown[][] = []
    const { now } = expected.asked
    const { resumed } = await reconcile(
      {
        table,
        clock: { now: () => now },
        publicUrl: 'http://127.0.0.1',
        mailer: { async send() {} },
        workflows: {
          async start(workflow, name, input) {
            work.push(['start', workflow, name, { ...input, patienceSeconds: 0 }])
          },
          async succeed(token, output) {
            work.push(['succeed', token, { ...output, patienceSeconds: 0 }])
            return 'taken'
          },
          async fail(token, error) {
            work.push(['fail', token, error])
            return 'taken'
          },
        },
      },
      0,
    )()
    expect(work.map((one) => JSON.stringify(one)).sort()).toEqual(expected.resumedWork)
    expect(resumed).toBe(expected.resumed)
  })

  test('its requests go on to their ends', async () => {
    await walkTable(table, currentForm)
    const clock = { now: () => expected.asked.now }
    const deps = {
      table,
      clock,
      publicUrl: 'http://127.0.0.1',
      mailer: { async send() {} },
      workflows: {
        async start() {},
        succeed: async () => 'taken' as const,
        fail: async () => 'taken' as const,
      },
    }
    const actorOf = (id: string) => {
      const actor = expected.asked.actors.find((one) => one.id === id)
      if (actor === undefined) throw new Error(`No ${id} among the actors.`)
      return actor
    }
    const idOf = (name: string) => expected.names[name] ?? ''
    const open = (requestId: string, stage: 'institution' | 'authority', line = 0, round = 1) =>
      openTask(deps)({ requestId, round, line, stage, token: 'again' })
    const approve = (requestId: string, place: string, actor: string) =>
      decideTask(deps)({ taskId: `${requestId}.${place}`, decision: 'approve' }, actorOf(actor))
    const statusOf = async (name: string) => (await readRequest(table, idOf(name)))?.request.status

    // What the department cut in the form before is what the authority grants, and the ledger holds.
    const two = idOf('two lines')
    expect(await approve(two, '1.1.authority', 'hr.city')).toMatchObject({ ok: true })
    await creditLine(settling(deps))({ requestId: two, line: 1 })
    expect((await readStaff(table, 'staff.li'))?.entries.at(-1)?.fact).toMatchObject({ credit: { hours: 4 } })

    const roster = idOf('class in review')
    expect(await approve(roster, '1.institution', 'unit.admin')).toMatchObject({ ok: true })
    await open(roster, 'authority')
    expect(await approve(roster, '1.0.authority', 'hr.city')).toMatchObject({ ok: true })
    await creditRoster(settling(deps))(roster)
    expect(await statusOf('class in review')).toBe('approved')
    expect((await readStaff(table, 'staff.wu'))?.entries.at(-1)?.source).toBe(`${roster}.0`)

    const late = idOf('late and handed on')
    expect(await approve(late, '1.institution', 'unit.second')).toMatchObject({ ok: true })
    const acts = (await readRequest(table, late))?.request.acts.map(({ act }) => act)
    expect(acts).toEqual(['submit', 'remind', 'reassign', 'escalate', 'approve'])

    expect(await withdrawRequest(deps)(idOf('on hold'), actorOf('unit.admin'))).toMatchObject({ ok: true })
    expect(await withdrawRequest(deps)(idOf('returned'), actorOf('staff.li'))).toMatchObject({ ok: true })
    expect([await statusOf('on hold'), await statusOf('returned')]).toEqual(['withdrawn', 'withdrawn'])

    const again = { ...claimAgain, title: 'partly approved', certificateNo: 'partly approved' }
    const corrected = await resubmitRequest(deps)(idOf('partly approved'), again, actorOf('staff.li'))
    expect(corrected).toMatchObject({ ok: true })
    await open(idOf('partly approved'), 'institution', 1, 2)
    expect(await approve(idOf('partly approved'), '2.institution', 'unit.admin')).toMatchObject({ ok: true })
  })

  test('walked again it stays as it is', async () => {
    await walkTable(table, currentForm)
    const before = await everything()
    expect(await walkTable(table, currentForm)).toEqual({ passes: 0, read: 0, rewritten: 0 })
    // Also where nobody had said that it was done.
    await stateForm(table, 1)
    await walkTable(table, currentForm)
    const same = (all: readonly Item[]) =>
      all
        .filter(({ pk }) => !/^(WALK#|FORM)/.test(String(pk)))
        .map((item) => JSON.stringify(item))
        .sort()
    expect(same(await everything())).toEqual(same(before))
  })
})

describe('a walk', () => {
  const things = Array.from({ length: 60 }, (_, n) => ({ pk: `THING#${n}`, sk: 'THING', count: 0 }))
  const isThing = ({ sk }: Item) => sk === 'THING'
  const steps: Walk['steps'] = [
    { from: 1, kind: isThing, rewrite: (item) => ({ item: { ...item, schema: 2, marked: 'two' } }) },
    {
      from: 2,
      kind: isThing,
      rewrite: (item) => ({ item: { ...item, schema: 3, marked: `${item.marked}, three` } }),
    },
  ]

  test('takes each item through every step from the form that it has', async () => {
    await put([
      ...things,
      { pk: 'OTHER', sk: 'OTHER' },
      { pk: 'THING#x', sk: 'THING', schema: 2, marked: 'here' },
    ])
    expect(await walkTable(table, { form: 3, steps })).toMatchObject({ passes: 2, rewritten: 61 })
    expect(await read(table, { pk: 'THING#x', sk: 'THING' })).toMatchObject({
      schema: 3,
      marked: 'here, three',
    })
    expect(await read(table, { pk: 'THING#5', sk: 'THING' })).toMatchObject({
      schema: 3,
      marked: 'two, three',
    })
    expect(await read(table, { pk: 'OTHER', sk: 'OTHER' })).toEqual({ pk: 'OTHER', sk: 'OTHER' })
  })

  test('loses no write of those who write beside it', async () => {
    await put(things)
    const increment = (key: { pk: string; sk: string }) =>
      retryOnConflict(async () => {
        const item = await read(table, key)
        const count = Number(item?.count)
        await write(table, [
          {
            put: { ...item, ...key, count: count + 1 },
            when: {
              expression: '#count = :count AND (attribute_not_exists(#schema) OR #schema = :schema)',
              names: { '#count': 'count', '#schema': 'schema' },
              values: { ':count': count, ':schema': item?.schema ?? 0 },
            },
          },
        ])
      })
    const writers = mapConcurrently(Array.from({ length: 240 }).keys(), 8, (turn) =>
      increment({ pk: `THING#${turn % things.length}`, sk: 'THING' }),
    )
    await Promise.all([writers, walkTable(table, { form: 3, steps }, { segments: 4, pageSize: 5 })])
    const all = (await everything()).filter(isThing)
    expect(all).toHaveLength(things.length)
    for (const item of all) expect(item).toMatchObject({ count: 4, schema: 3, marked: 'two, three' })
  })

  test('leaves a table alone that a later program has rewritten', async () => {
    await stateForm(table, 4)
    await expect(walkTable(table, { form: 3, steps })).rejects.toThrow(FormUnknownError)
  })

  test('keeps the number of its segments, whatever the next one is told', async () => {
    await put(things)
    const onProgress = () => {
      throw new Killed()
    }
    await expect(
      walkTable(table, { form: 3, steps }, { segments: 2, pageSize: 5, onProgress }),
    ).rejects.toThrow(Killed)
    const { rewritten } = await walkTable(table, { form: 3, steps }, { segments: 7 })
    expect(rewritten).toBeLessThanOrEqual(60)
    const marks = (await everything()).filter(isThing).map(({ marked }) => marked)
    expect(new Set(marks)).toEqual(new Set(['two, three']))
  })
})
