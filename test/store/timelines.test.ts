import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { remindTask } from '../../functions/desks/remind-task.ts'
import { brokenRecords } from '../../functions/integrity/broken-records.ts'
import { walkRecords } from '../../functions/integrity/walk-records.ts'
import { currentForm } from '../../functions/operations/forms.ts'
import {
  accountFault,
  changeAccount,
  readAccountRecord,
} from '../../functions/organisations/account-record.ts'
import {
  organisationFault,
  readOrganisation,
  recordChange,
} from '../../functions/organisations/organisation.ts'
import { putSeat } from '../../functions/organisations/seat.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { keys, SHARDS } from '../../functions/platform/keys.ts'
import { RecordBrokenError } from '../../functions/platform/ledger-broken.ts'
import { type Item, read, readPartition, type Table, write } from '../../functions/platform/table.ts'
import type { Stage } from '../../functions/platform/terms.ts'
import { stateForm, walkTable } from '../../functions/platform/walk.ts'
import { findRequest } from '../../functions/requests/find-request.ts'
import { faultIn } from '../../functions/requests/sound-request.ts'
import { lookAtRequest, readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { changePerson } from '../../functions/staff/person-change.ts'
import { lookAtStaff, readStaff } from '../../functions/staff/staff.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

/** Every single item of what is on record, forged one at a time: altered, dropped, put back, added. */

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  asked = nothingAsked()
  now = Date.parse('2026-06-15T09:00:00+08:00')
})

const put = (item: Item) => table.client.send(new PutCommand({ TableName: table.name, Item: item }))
const remove = ({ pk, sk }: Item) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))
const everything = async (): Promise<Item[]> =>
  (await table.client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true }))).Items ?? []

/** The items of every state that a record went through, by key: what an older backup or a stream would hold. */
const versions = new Map<string, Map<string, Item>>()
const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`
const keep = async (pk: string) => {
  for (const item of await readPartition(table, pk)) {
    const known = versions.get(nameOf(item)) ?? new Map<string, Item>()
    versions.set(nameOf(item), known.set(JSON.stringify(item), item))
  }
}

/** One forgery of each attribute of an item: another value, and none. */
const alteredIn = (item: Item): Item[] =>
  Object.keys(item)
    .filter((name) => name !== 'pk' && name !== 'sk')
    .flatMap((name) => {
      const { [name]: value, ...without } = item
      const other = typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}~` : 'forged'
      return [without, { ...item, [name]: other }]
    })

/** Forges each of the items alone and puts it right again; answers the forgeries that `fault` did not find. */
const unfound = async (items: readonly Item[], fault: () => Promise<string | undefined>) => {
  expect(await fault()).toBeUndefined()
  const missed: string[] = []
  let tried = 0
  const look = async (what: string) => {
    tried += 1
    if ((await fault()) === undefined) missed.push(what)
  }
  for (const item of items) {
    for (const forged of alteredIn(item)) {
      await put(forged)
      await look(`${nameOf(item)} altered: ${JSON.stringify(forged)}`)
    }
    for (const older of versions.get(nameOf(item))?.values() ?? [])
      if (JSON.stringify(older) !== JSON.stringify(item)) {
        await put(older)
        await look(`${nameOf(item)} put back: ${JSON.stringify(older)}`)
      }
    await remove(item)
    await look(`${nameOf(item)} dropped`)
    await put(item)
  }
  expect(await fault()).toBeUndefined()
  return { missed, tried }
}

const submit = async () => {
  const line = { subject: 'professional', category: 'in_service', mode: 'online' } as const
  const submitted = await submitRequest(deps())(
    {
      ...{ type: 'recognition', staffId: 'staff.li', title: '培训', evidence: [] },
      lines: [{ ...line, from: '2026-03-01', to: '2026-03-20', hours: 10 }],
      ...{ provider: '网院', certificateNo: 'A-1' },
    },
    'k1',
    accounts.li,
  )
  if (!submitted.ok) throw new Error(submitted.code)
  return submitted.value.id
}
const open = (id: string, stage: Stage) =>
  openTask(deps())({ requestId: id, round: 1, line: 0, stage, token: `t-${stage}`, execution: `${id}-1-0` })
const task = async (id: string, stage: Stage) => {
  const found = (await readRequest(table, id))?.tasks.find((one) => one.stage === stage)
  if (found === undefined) throw new Error(`No task at ${stage}.`)
  return `${id}.${found.place}`
}
const decide = async (id: string, stage: Stage, actor: (typeof accounts)[keyof typeof accounts]) => {
  const decided = await decideTask(deps())({ taskId: await task(id, stage), decision: 'approve' }, actor)
  if (!decided.ok) throw new Error(decided.code)
}

/** A request from its filing to the ledger; `after` is called when something was written. */
const recognised = async (): Promise<string> => {
  const id = await submit()
  const { pk } = keys.request(id)
  await keep(pk)
  await open(id, 'institution')
  await keep(pk)
  const reminded = await remindTask(deps())(await task(id, 'institution'), accounts.li)
  if (!reminded.ok) throw new Error(reminded.code)
  await keep(pk)
  await decide(id, 'institution', accounts.registrar)
  await keep(pk)
  await open(id, 'department')
  await keep(pk)
  await decide(id, 'department', accounts.department)
  await keep(pk)
  await open(id, 'authority')
  await keep(pk)
  await decide(id, 'authority', accounts.authority)
  await keep(pk)
  await creditLine(settling(deps()))({ requestId: id, line: 0 })
  await keep(pk)
  return id
}

describe('a request’s timeline', () => {
  const faultOf = async (id: string) => (await lookAtRequest(table, id)).fault?.fault

  test('every single item altered, dropped or put back is found', async () => {
    const id = await recognised()
    const items = await readPartition(table, keys.request(id).pk)
    const { missed, tried } = await unfound(items, async () =>
      faultIn(table, await readPartition(table, keys.request(id).pk)),
    )
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(100)
  })

  test('a task that was never opened is found, whatever it says', async () => {
    const id = await recognised()
    const own = (await readPartition(table, keys.request(id).pk, 'TASK#'))[0]
    await put({ ...own, sk: 'TASK#2.institution', place: '2.institution' })
    expect(await faultOf(id)).toBe('seal TASK#2.institution')
  })

  test('whoever would act on it stops, and to strangers it does not exist', async () => {
    const id = await submit()
    await open(id, 'institution')
    const place = await task(id, 'institution')
    const item = (await readPartition(table, keys.request(id).pk, 'TASK#'))[0]
    await put({ ...item, notes: [] })
    await expect(
      decideTask(deps())({ taskId: place, decision: 'approve' }, accounts.registrar),
    ).rejects.toThrow(RecordBrokenError)
    await expect(findRequest(table, id, accounts.li)).rejects.toThrow(RecordBrokenError)
    const stranger = { ...accounts.li, id: 'stranger', staffId: 'stranger', email: 's@demo.example' }
    expect(await findRequest(table, id, stranger)).toMatchObject({ ok: false, code: 'NOT_FOUND' })
  })
})

const act = { at: '2026-06-15T09:00:00.000+08:00', by: 'hr.city', reason: '更正' }

describe('changes on record', () => {
  test('of an organisation: every single item altered, dropped or put back is found', async () => {
    for (const name of ['第一中学', '第一高级中学']) {
      const before = await readOrganisation(table, 'i')
      if (before === undefined) throw new Error('No organisation.')
      await write(table, recordChange(before, { ...before, name }, { ...act, what: 'changed' }))
      await keep(keys.organisation('i').pk)
    }
    const items = (await readPartition(table, keys.organisation('i').pk)).filter(
      ({ sk }) => sk === 'ORGANISATION' || String(sk).startsWith('CHANGE#'),
    )
    expect(items).toHaveLength(3)
    const { missed } = await unfound(items, () => organisationFault(table, 'i'))
    expect(missed).toEqual([])
  })

  test('of an account, its seats among them: every single item altered, dropped or put back is found', async () => {
    const account = { ...accounts.department, id: 'dept.new', email: 'new@demo.example', roles: [] }
    await put({ ...keys.account('dept.new'), ...account })
    await walked()
    for (const what of ['suspended', 'resumed'] as const) {
      const before = await readAccountRecord(table, 'dept.new')
      if (before === undefined) throw new Error('No account.')
      await write(table, changeAccount(before, before, { ...act, what }))
      await keep(keys.account('dept.new').pk)
    }
    const before = await readAccountRecord(table, 'dept.new')
    if (before === undefined) throw new Error('No account.')
    const seat = { accountId: before.id, role: 'department', head: false } as const
    const change = { ...{ organisationId: 'd', sequence: 1, before: null, after: { head: false } }, ...act }
    await write(table, putSeat(before, 'd', seat, { ...seat, ...change }))
    const seats = (await everything()).filter(({ sk }) => String(sk).startsWith('SEATING#'))
    expect(seats).toHaveLength(1)
    const own = await readPartition(table, keys.account('dept.new').pk)
    const acts = await readPartition(table, keys.accountAct('dept.new', 1).pk)
    expect(acts).toHaveLength(2)
    const { missed } = await unfound([...own, ...acts, ...seats], () => accountFault(table, 'dept.new'))
    expect(missed).toEqual([])
  })

  test('of a person: every single item altered, dropped or put back is found', async () => {
    for (const name of ['李一', '李二']) {
      const before = await readStaff(table, 'staff.li')
      if (before === undefined) throw new Error('Nobody.')
      await write(table, changePerson(before, { ...before.person, name }, { ...act, what: 'changed' }))
      await keep(keys.person('staff.li').pk)
    }
    const items = (await readPartition(table, keys.person('staff.li').pk)).filter(
      ({ sk }) => sk === 'PERSON' || String(sk).startsWith('CHANGE#'),
    )
    const fault = async () => {
      try {
        return (await lookAtStaff(table, 'staff.li')).fault
      } catch {
        // It no longer is a person's record at all.
        return 'unreadable'
      }
    }
    // A person whose own item is gone is found by the root of the night before.
    const { missed } = await unfound(items, fault)
    expect(missed).toEqual(['STAFF#staff.li PERSON dropped'])
  })
})

/** A table of the version before is walked to this one's form. */
const walked = async () => {
  await stateForm(table, 5)
  return walkTable(table, currentForm)
}

test('what stands unsealed from the version before is sealed by the walk, and afterwards unsealed is broken', async () => {
  const id = await recognised()
  const bare = (await everything()).filter(({ sk }) =>
    /^(REQUEST|TASK#|PERSON$|ORGANISATION$|ACCOUNT$|CHANGE#)/.test(String(sk)),
  )
  for (const { seal: _, seen: __, chain: ___, previous: ____, ...item } of bare)
    await (item.sk === 'REQUEST#HEAD' ? remove(item) : put(item))
  expect((await lookAtRequest(table, id)).fault?.fault).toMatch(/^seal /)
  await walked()
  expect((await readRequest(table, id))?.request.status).toBe('approved')
  expect((await lookAtStaff(table, 'staff.li')).fault).toBeUndefined()
  expect(await organisationFault(table, 'i')).toBeUndefined()
  expect(await accountFault(table, 'hr.city')).toBeUndefined()
  const { seal: _, ...own } = (await read(table, keys.request(id))) ?? {}
  await put(own)
  expect((await lookAtRequest(table, id)).fault?.fault).toBe('seal REQUEST')
})

test('the night’s walk lists what is broken within its nights, what was acted on the next night, and takes off what is mended', async () => {
  const id = await recognised()
  const walk = async (day: string) => {
    for (let shard = 0; shard < SHARDS; shard += 1) await walkRecords(table, day, shard)
    return (await brokenRecords(table)).map((one) => [one.kind, one.id, one.since])
  }
  const own = (await read(table, keys.request(id))) ?? {}
  const place = (await read(table, keys.organisation('i'))) ?? {}
  await put({ ...own, title: '另一个' })
  expect(await walk('2026-06-16')).toEqual([['request', id, '2026-06-16']])
  await put(own)
  await put({ ...place, name: '另一所' })
  const days = Array.from({ length: 28 }, (_, at) =>
    new Date(Date.UTC(2026, 5, 17 + at)).toISOString().slice(0, 10),
  )
  let found: unknown[][] = []
  for (const day of days) found = await walk(day)
  expect(found.map(([kind, of]) => [kind, of])).toEqual([['organisation', 'i']])
})
