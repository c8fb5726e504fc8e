import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { searchAudit } from '../../functions/audit/search-audit.ts'
import { checkEligibility } from '../../functions/ledger/check-eligibility.ts'
import { readEligibility } from '../../functions/ledger/read-eligibility.ts'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { endClient, listClientsFor, registerClient } from '../../functions/organisations/keep-clients.ts'
import { clientChanges, machineIn } from '../../functions/organisations/machine-client.ts'
import { keys } from '../../functions/platform/keys.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { openFunctions } from '../../local/functions.ts'
import { person } from '../person.ts'
import { callers, seedGround, staffAt } from '../roles/ground.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
let table: Table

beforeEach(async () => {
  table = await database.newTable()
  await seedGround(table, clock)
})

const city: Actor = callers.authority
const region: Actor = callers['region’s authority']
const auditor: Actor = callers['region’s auditor']
const register = (id: string, staffNo?: string) =>
  write(
    table,
    registerPerson(person({ id, ...(staffNo === undefined ? {} : { staffNo }) }), {
      ...{ at: '2026-06-01T09:00:00.000+08:00', by: 'unit', reason: '登记' },
    }),
  )
const renewal = { business: 'contract_renewal' } as const

describe('Art. 7, 35, 43–46: eligibility asked about in batches', () => {
  test('each check is answered as the single one is, in the order asked', async () => {
    const checks = [
      { staffId: staffAt('l'), business: 'grade_promotion', year: 2025 },
      { staffId: staffAt('i'), ...renewal },
      { staffId: staffAt('l'), business: 'regularization' },
      { staffId: staffAt('i'), business: 'skill_grade_exam' },
    ]
    const answers = await checkEligibility({ table, clock })(checks, city, 'zh')
    const single = readEligibility({ table, clock })
    for (const [place, { staffId, ...query }] of checks.entries())
      expect(answers[place]).toEqual({
        staffId,
        business: query.business,
        outcome: await single(staffId, query, city, 'zh'),
      })
    expect(answers.map(({ outcome }) => outcome.ok)).toEqual([true, true, true, false])
  })

  test('a year that asks nothing of the person is named, where a year was asked about', async () => {
    await write(
      table,
      registerPerson(person({ id: 's.new', hiredOn: '2026-03-02' }), {
        ...{ at: '2026-06-01T09:00:00.000+08:00', by: 'unit', reason: '登记' },
      }),
    )
    const ask = (business: string, year?: number) =>
      readEligibility({ table, clock })('s.new', { business, year }, city, 'zh')
    // By default the last year that is over: they were not hired yet.
    expect(await ask('grade_promotion')).toMatchObject({
      ...{ ok: false, code: 'BUSINESS_NOT_APPLICABLE' },
      errors: [{ pointer: '/year', detail: { zh: expect.stringContaining('2025 年度') } }],
    })
    expect(await ask('grade_promotion', 2026)).toMatchObject({ ok: true })
    const other = await ask('skill_grade_exam')
    expect(other).toMatchObject({ ok: false, code: 'BUSINESS_NOT_APPLICABLE' })
    expect(other.ok ? [] : other.errors).toBeUndefined()
  })

  test('by the institution’s own number; of whom the caller may not see there is nobody', async () => {
    await register('s.n', '000123')
    const answers = await checkEligibility({ table, clock })(
      [
        { staffNo: '000123', institution: 'i', ...renewal },
        { staffNo: '123', institution: 'i', ...renewal },
        { staffId: staffAt('j'), ...renewal },
        { staffId: 'nobody', ...renewal },
      ],
      city,
      'zh',
    )
    expect(answers.map(({ staffId, outcome }) => [staffId, outcome.ok || outcome.code])).toEqual([
      ['s.n', true],
      [undefined, 'NOT_FOUND'],
      [undefined, 'NOT_FOUND'],
      [undefined, 'NOT_FOUND'],
    ])
  })

  test('a broken ledger stops its own checks and no other', async () => {
    await write(table, [
      { remove: keys.ledgerEntry(staffAt('i'), 1), when: { expression: 'attribute_exists(pk)' } },
    ])
    const asked = (actor: Actor) =>
      checkEligibility({ table, clock })(
        [
          { staffId: staffAt('i'), ...renewal },
          { staffId: staffAt('l'), ...renewal },
        ],
        actor,
        'zh',
      )
    expect((await asked(city)).map(({ outcome }) => outcome.ok || outcome.code)).toEqual([
      'LEDGER_BROKEN',
      true,
    ])
    // To whoever may not know of the person, there is still nobody.
    const sibling: Actor = { ...city, roles: [{ role: 'authority', organisationId: 'c2', head: false }] }
    expect((await asked(sibling)).map(({ outcome }) => outcome.ok || outcome.code)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ])
  })

  test('each reading is on record: of the person, and of who asked; one that found nobody is not', async () => {
    await checkEligibility({ table, clock })(
      [
        { staffId: staffAt('i'), ...renewal },
        { staffId: staffAt('i'), business: 'skill_grade_exam' },
        { staffId: staffAt('j'), ...renewal },
      ],
      city,
      'zh',
    )
    const search = searchAudit(table)
    for (const query of [{ person: staffAt('i') }, { actor: city.id }]) {
      const found = await search({ ...query, act: 'eligibility_read', limit: 100 }, auditor)
      expect(found).toMatchObject({
        ok: true,
        value: {
          items: [
            {
              actor: city.id,
              actorName: city.name,
              about: { kind: 'person', id: staffAt('i') },
              fields: [
                { field: 'contract_renewal', after: 'review' },
                { field: 'skill_grade_exam', after: 'BUSINESS_NOT_APPLICABLE' },
              ],
            },
          ],
        },
      })
    }
    expect(
      await search({ person: staffAt('j'), act: 'eligibility_read', limit: 100 }, auditor),
    ).toMatchObject({ ok: true, value: { items: [] } })
  })

  test('500 checks read each person once: a few calls a person, whatever is asked about them', async () => {
    const persons = Array.from({ length: 10 }, (_, n) => `s.${n}`)
    for (const id of persons) await register(id)
    const checks = Array.from({ length: 500 }, (_, n) => ({
      staffId: `s.${n % 10}`,
      ...renewal,
      year: 2024 + (n % 3),
    }))
    let calls = 0
    const counting: Table = {
      ...table,
      client: Object.assign(Object.create(table.client), {
        send: (...given: Parameters<typeof table.client.send>) => {
          calls += 1
          return table.client.send(...given)
        },
      }),
    }
    const answers = await checkEligibility({ table: counting, clock })(checks, city, 'zh')
    expect(answers.filter(({ outcome }) => outcome.ok)).toHaveLength(500)
    // The readings in force, and of each person the record, the standing, the institution and what is put on record.
    expect(calls).toBeLessThanOrEqual(10 + 4 * persons.length)
  })
})

describe('another system calls for itself', () => {
  const client = { id: 'hr-city', name: '市人事系统', organisationId: 'c', scope: 'eligibility' } as const
  const enter = (more: object = {}, actor = region) =>
    registerClient({ table, clock })({ ...client, ...more, reason: '接入方案' }, actor)

  const Reply = z.object({ statusCode: z.number(), body: z.string() })
  const asMachine = async (route: string, claims: object, more: object = {}) => {
    const functions = openFunctions(() => ({ table, clock }) as never)
    const name = route.startsWith('POST') ? 'ledger-writes' : 'ledger-reads'
    const reply = Reply.parse(
      await functions.invoke(name, {
        routeKey: route,
        headers: {},
        isBase64Encoded: false,
        requestContext: {
          http: { method: route.split(' ')[0] },
          authorizer: { jwt: { claims: { iss: 'https://login.example', sub: 'f3b0', ...claims } } },
        },
        ...more,
      }),
    )
    return { status: reply.statusCode, body: JSON.parse(reply.body) }
  }
  const asks = (claims: object, staffIds = [staffAt('i'), staffAt('l'), staffAt('j')]) =>
    asMachine('POST /api/eligibility/checks', claims, {
      body: JSON.stringify({ checks: staffIds.map((staffId) => ({ staffId, ...renewal })) }),
    })
  const token = { client_id: 'hr-city', scope: 'openid platform/eligibility' }

  test('it sees what an auditor of its organisation would, and calls nothing else', async () => {
    expect(await enter()).toMatchObject({ ok: true, value: { organisation: { id: 'c', name: '市人社局' } } })
    const { status, body } = await asks(token)
    expect([
      status,
      body.items.map((one: { problem: { code: string } | null }) => one.problem?.code),
    ]).toEqual([200, [undefined, undefined, 'NOT_FOUND']])
    const ledger = await asMachine('GET /api/staff/{id}/ledger', token, {
      pathParameters: { id: staffAt('i') },
    })
    expect([ledger.status, ledger.body.code]).toEqual([404, 'NOT_FOUND'])
    const found = await searchAudit(table)({ actor: 'client:hr-city', limit: 100 }, auditor)
    expect(found.ok && found.value.items.map(({ act, about }) => [act, about.id]).sort()).toEqual([
      ['eligibility_read', staffAt('i')],
      ['eligibility_read', staffAt('l')],
    ])
  })

  test('without the scope, unknown, or ended it calls nothing', async () => {
    expect((await asks(token)).body.code).toBe('SYSTEM_UNKNOWN')
    await enter()
    expect((await asks({ client_id: 'hr-city', scope: 'openid' })).body.code).toBe('ACCOUNT_UNKNOWN')
    expect((await asks(token)).status).toBe(200)
    expect(await endClient({ table, clock })('hr-city', '停用', region)).toMatchObject({ ok: true })
    expect((await asks(token)).body.code).toBe('SYSTEM_UNKNOWN')
    expect(await endClient({ table, clock })('hr-city', '停用', region)).toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(await enter({ organisationId: 'c2' })).toMatchObject({ ok: true })
    expect((await asks(token, [staffAt('j')])).body.items[0].problem).toBeNull()
    expect((await clientChanges(table, 'hr-city')).map(({ what }) => what)).toEqual([
      'registered',
      'ended',
      'registered',
    ])
  })

  test('a token with the scope is never taken for a person’s, whoever has that name', async () => {
    await write(table, newAccount({ id: 'hr-city', name: '王', email: 'w@people.example', roles: [] }))
    expect((await asks({ ...token, sub: 'hr-city' })).body.code).toBe('SYSTEM_UNKNOWN')
  })

  test('the region alone enters and ends; the same again changes nothing, another under its id is refused', async () => {
    expect(await enter({}, city)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await listClientsFor(table)(city)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await enter({ organisationId: 'none' })).toMatchObject({ code: 'INPUT_INVALID' })
    await enter()
    expect(await enter()).toMatchObject({ ok: true })
    expect(await enter({ organisationId: 'c2' })).toMatchObject({ code: 'CLIENT_TAKEN' })
    expect(await clientChanges(table, 'hr-city')).toHaveLength(1)
    expect(await listClientsFor(table)(region)).toMatchObject({
      value: { items: [{ id: 'hr-city' }, { id: 'hr-known' }] },
    })
  })

  test('the client of a token is named as providers name it', () => {
    const scope = 'eligibility'
    expect(machineIn({ sub: 's', scope, client_id: 'a', azp: 'b' })?.clientId).toBe('a')
    expect(machineIn({ sub: 's', scope, azp: 'b' })?.clientId).toBe('b')
    expect(machineIn({ sub: 's', scope })?.clientId).toBe('s')
    expect(machineIn({ sub: 's', scope: 'eligibility2 openid' })).toBeUndefined()
    expect(machineIn({ sub: 's' })).toBeUndefined()
  })
})
