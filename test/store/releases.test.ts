import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { listOrganisationsBelow } from '../../functions/organisations/view-organisation.ts'
import { PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { listReleasedTo } from '../../functions/persons/list-released.ts'
import { tellTransfer } from '../../functions/persons/tell-transfer.ts'
import { listPersonChangesFor, readPersonFor } from '../../functions/persons/view-person.ts'
import { keys } from '../../functions/platform/keys.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { changePerson as storedChange } from '../../functions/staff/person-change.ts'
import { releasesTo } from '../../functions/staff/release.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = '2026-06-15T09:00:00+08:00'
const deps = () => recordingHost(table, { now: () => Date.parse(now) }, asked)
beforeEach(async () => {
  now = '2026-06-15T09:00:00+08:00'
  asked = nothingAsked()
  table = await database.newTable()
  await seedRegisters(table)
})

const change = (version: number, more: object, actor: Actor = people.registrar) =>
  changePerson(deps())('staff.li', PersonChangeBody.parse({ version, reason: '工作需要', ...more }), actor)
const release = (version: number, to: string | null, actor: Actor = people.registrar) =>
  change(version, { releasedTo: to }, actor)
const take = (version: number, more: object = {}, actor: Actor = people.sibling) =>
  change(version, { institutionId: 'j', ...more }, actor)

const listed = async (institution: string, actor: Actor) => {
  const list = await listReleasedTo(table, institution, actor)
  return list.ok ? list.value.items : list.code
}
const idsAt = async (institution: string): Promise<string[]> =>
  (await releasesTo(table, institution)).map(({ staffId }) => staffId)

describe('the receiving institution finds who was released to it', () => {
  test('what the taking over needs, and nothing else', async () => {
    expect(await listed('j', people.sibling)).toEqual([])
    await release(1, 'j')
    now = '2026-06-16T09:00:00+08:00'
    await change(2, { name: '李静仪', disability: true })
    expect(await listed('j', people.sibling)).toEqual([
      {
        id: 'staff.li',
        name: '李静仪',
        postType: 'professional',
        hiredOn: '2019-08-01',
        institution: { id: 'i', name: '中学i' },
        releasedOn: '2026-06-15',
        version: 3,
        mayTakeOver: true,
      },
    ])
    expect(await readPersonFor(table, 'staff.li', people.sibling)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each<[keyof typeof people, string, unknown]>([
    ['sibling', 'j', [true]],
    ['city', 'j', [true]],
    ['region', 'j', [true]],
    ['department', 'j', [false]],
    ['auditor', 'j', [false]],
    ['registrar', 'j', 'NOT_FOUND'],
    ['lower', 'j', 'NOT_FOUND'],
    ['county', 'j', 'NOT_FOUND'],
    ['li', 'j', 'NOT_FOUND'],
    ['registrar', 'i', []],
    ['sibling', 'nowhere', 'NOT_FOUND'],
  ])('%s asks who is released to %s: who may take them over is said', async (who, institution, expected) => {
    await release(1, 'j')
    const items = await listed(institution, people[who])
    expect(typeof items === 'string' ? items : items.map(({ mayTakeOver }) => mayTakeOver)).toEqual(expected)
  })

  test('an authority above the receiving institution alone sees the release, and does not take over', async () => {
    await release(1, 'l')
    expect(await listed('l', people.county)).toMatchObject([{ mayTakeOver: false }])
    expect(await change(2, { institutionId: 'l' }, people.county)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await change(2, { institutionId: 'l' }, people.lower)).ok).toBe(true)
  })

  test('nobody takes themselves over', async () => {
    const own: Actor = { ...people.sibling, staffId: 'staff.li' }
    await release(1, 'j')
    expect(await listed('j', own)).toMatchObject([{ mayTakeOver: false }])
    expect(await take(2, {}, own)).toMatchObject({ code: 'OWN_RECORD' })
  })
})

describe('each step of a transfer is mailed to whom it concerns', () => {
  const told = async (outcome: ReturnType<typeof change>, actor: Actor) => {
    const done = await outcome
    if (!done.ok) throw new Error(done.code)
    asked = nothingAsked()
    await tellTransfer(deps(), done.value.before, done.value.person, actor)
    expect(asked.sent.map(({ subject }) => subject).join()).not.toContain('李静怡')
    return asked.sent.map(({ to, subject }) => [[...to].sort().join(), subject]).sort()
  }
  const LI = 'li@demo.example'
  const OWN = 'unit.admin@demo.example,unit.head@demo.example'
  const OTHER = 'unit.sibling@demo.example'
  beforeEach(async () => {
    const staff = await readStaff(table, 'staff.li')
    if (staff === undefined) throw new Error('The register was expected.')
    const act = { at: '2026-06-01T09:00:00.000+08:00', by: 'unit.admin', reason: 'x', what: 'changed' }
    await write(table, storedChange(staff, { ...staff.person, accountId: 'staff.li' }, act))
  })

  test('who leaves the register by an authority is told that the account ended, and how certificates go on', async () => {
    expect(await told(change(2, { onRegister: false }, people.city), people.city)).toEqual([
      [LI, '您已离册，账号随之停用'],
    ])
    expect(asked.sent[0]?.text).toContain('/verify')
  })

  test('released: who may take over, and the person; taken over: the person and who was left', async () => {
    expect(await told(release(2, 'j'), people.registrar)).toEqual([
      [LI, '您的单位已同意您调出'],
      [OTHER, '有一名人员同意调入贵单位，请办理接收'],
    ])
    expect(asked.sent.find(({ to }) => to.includes(OTHER))?.text).toContain(
      '/persons/staff.li/take-over?institution=j',
    )
    expect(await told(take(3), people.sibling)).toEqual([
      [LI, '您已转入新单位，培训事项由新单位办理'],
      [OWN, '贵单位的一名人员已由新单位接收'],
    ])
  })

  test('withdrawn, or moved by an authority above: who acted is not told, all others are', async () => {
    await release(2, 'j')
    expect(await told(release(3, null), people.registrar)).toEqual([
      [LI, '您的调出已由所在单位撤回'],
      [OTHER, '一名人员的调入已由原单位撤回'],
    ])
    expect(await told(take(4, {}, people.city), people.city)).toEqual([
      [LI, '您已转入新单位，培训事项由新单位办理'],
      [OWN, '贵单位的一名人员已由新单位接收'],
      [OTHER, '有一名人员已转入贵单位'],
    ])
  })

  test('another change of the record is told to nobody', async () => {
    expect(await told(change(2, { disability: true }), people.registrar)).toEqual([])
  })
})

describe('a release ends with the transaction that ends it', () => {
  test('released elsewhere, it moves', async () => {
    await release(1, 'j')
    await release(2, 'l')
    expect([await idsAt('j'), await idsAt('l')]).toEqual([[], ['staff.li']])
    expect(await take(3)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('withdrawn, there is nobody to take over', async () => {
    await release(1, 'j')
    expect(await release(2, null)).toMatchObject({ ok: true })
    expect(await idsAt('j')).toEqual([])
    expect(await take(3)).toMatchObject({ code: 'NOT_FOUND' })
    const changes = await listPersonChangesFor(table, 'staff.li', people.registrar)
    expect(changes.ok && changes.value.items.map(({ what }) => what)).toEqual([
      'release_withdrawn',
      'released',
      'registered',
    ])
    expect(changes.ok && changes.value.institutions).toEqual(
      expect.arrayContaining([{ id: 'j', name: '中学j' }]),
    )
  })

  test('taken over, or moved elsewhere by an authority above', async () => {
    await release(1, 'j')
    expect((await take(2)).ok).toBe(true)
    expect(await idsAt('j')).toEqual([])
    expect((await change(3, { releasedTo: 'i' }, people.sibling)).ok).toBe(true)
    expect((await change(4, { institutionId: 'l' }, people.city)).ok).toBe(true)
    expect([await idsAt('i'), await idsAt('l')]).toEqual([[], []])
  })

  test('another change keeps it, and says that it was a change', async () => {
    await release(1, 'j')
    await change(2, { releasedTo: 'j', disability: true })
    expect(await idsAt('j')).toEqual(['staff.li'])
    const changes = await listPersonChangesFor(table, 'staff.li', people.registrar)
    expect(changes).toMatchObject({ value: { items: [{ what: 'changed' }, { what: 'released' }, {}] } })
  })

  test('a record that was released before releases were kept can be withdrawn and taken over', async () => {
    const forget = async () => {
      const when = { expression: 'attribute_exists(pk)' }
      await write(table, [{ remove: keys.release('j', 'staff.li'), when }])
    }
    await release(1, 'j')
    await forget()
    expect((await release(2, null)).ok).toBe(true)
    await release(3, 'j')
    await forget()
    expect((await take(4)).ok).toBe(true)
  })
})

describe('of those who act on a release at once one prevails', () => {
  test('taking over against withdrawing: the record and the list say the same', async () => {
    for (let round = 0; round < 5; round += 1) {
      table = await database.newTable()
      await seedRegisters(table)
      await release(1, 'j')
      const [taken, withdrawn] = await Promise.all([take(2), release(2, null)])
      expect([taken.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
      const person = await readPerson(table, 'staff.li')
      expect(person).toMatchObject({ version: 3, institutionId: taken.ok ? 'j' : 'i' })
      expect(person?.releasedTo).toBeUndefined()
      expect(await idsAt('j')).toEqual([])
    }
  })

  test('of ten releases to two institutions one stands, at that institution alone', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => release(1, index % 2 === 0 ? 'j' : 'l')),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const to = (await readPerson(table, 'staff.li'))?.releasedTo
    expect([await idsAt('j'), await idsAt('l')]).toEqual(to === 'j' ? [['staff.li'], []] : [[], ['staff.li']])
  })

  test('taken over twice, the second is told that it is done', async () => {
    await release(1, 'j')
    const outcomes = await Promise.all([take(2), take(2)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'STALE_VERSION' })
  })
})

describe('a registrar finds the receiving institution by its authority', () => {
  const below = async (actor: Actor, parent: string, kind?: 'institution' | 'authority') => {
    const list = await listOrganisationsBelow(table, { parent, kind }, actor, { limit: 100 })
    return list.ok ? list.value.items.map(({ id }) => id) : list.code
  }

  test('names are public facts: those who keep a register find them below every authority', async () => {
    expect(await below(people.registrar, 'r', 'authority')).toEqual(['a', 'b'])
    expect(await below(people.registrar, 'k', 'institution')).toEqual(['l'])
    expect(await below(people.county, 'a', 'institution')).toEqual(['i', 'j'])
  })

  test('nobody else does, and nothing but names below authorities', async () => {
    expect(await below(people.li, 'r')).toBe('NOT_FOUND')
    expect(await below({ ...people.li, standsInFor: [people.registrar] }, 'k', 'institution')).toBe(
      'NOT_FOUND',
    )
    expect(await below(people.department, 'k')).toBe('NOT_FOUND')
    expect(await below(people.registrar, 'd')).toBe('NOT_FOUND')
    expect(await below(people.registrar, 'l')).toBe('NOT_FOUND')
  })

  test('a kind alone, page by page', async () => {
    expect(await below(people.city, 'a')).toEqual(['k'])
    expect(await below(people.city, 'a', 'authority')).toEqual(['k'])
    const first = await listOrganisationsBelow(table, { parent: 'a', kind: 'institution' }, people.city, {
      limit: 1,
    })
    expect(first).toMatchObject({ ok: true, value: { items: [{ id: 'i' }] } })
    const cursor = (first.ok && first.value.cursor) || ''
    const next = await listOrganisationsBelow(table, { parent: 'a', kind: 'institution' }, people.city, {
      limit: 1,
      cursor,
    })
    expect(next).toMatchObject({ ok: true, value: { items: [{ id: 'j' }] } })
  })
})
