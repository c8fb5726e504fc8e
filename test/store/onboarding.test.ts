import { beforeEach, describe, expect, test } from 'vitest'
import { NewAccount, SetupInput } from '../../functions/onboarding/api.ts'
import { bindByClaim } from '../../functions/onboarding/bind-by-claim.ts'
import { bindInvitation, viewInvitation } from '../../functions/onboarding/bind-invitation.ts'
import { changeAddress, confirmAddress } from '../../functions/onboarding/change-address.ts'
import { resumeAccount, suspendAccount } from '../../functions/onboarding/end-account.ts'
import { type IdentityClaim, parseIdentityClaim } from '../../functions/onboarding/identity-claim.ts'
import { inviteAccount } from '../../functions/onboarding/invite-account.ts'
import { linkPerson } from '../../functions/onboarding/link-person.ts'
import { sendInvitation } from '../../functions/onboarding/send-invitation.ts'
import { readSetup, setUp } from '../../functions/onboarding/set-up.ts'
import { type Actor, readActor, readDesk } from '../../functions/organisations/account.ts'
import { accountActs, readAccountRecord } from '../../functions/organisations/account-record.ts'
import { changeSeat } from '../../functions/organisations/change-seat.ts'
import { accountOf, type Login } from '../../functions/organisations/login.ts'
import { SeatChange } from '../../functions/organisations/organisations-api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import type { Mail } from '../../functions/platform/mail.ts'
import type { Outcome } from '../../functions/platform/refusals.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const DAY = 24 * 60 * 60 * 1000
const database = withTestDatabase()
let table: Table
let now: number
let sent: Mail[]
let isDown: boolean
const clock = { now: () => now }
const mailer = {
  async send(mail: Mail) {
    if (isDown) throw new Error('down')
    sent.push(mail)
  },
}
const host = () => ({ table, clock, mailer, publicUrl: 'http://platform.example' })

beforeEach(async () => {
  now = Date.parse('2026-06-15T09:00:00+08:00')
  sent = []
  isDown = false
  table = await database.newTable()
  await seedRegisters(table)
})

const login = (subject: string, claims: object = {}): Login => ({
  issuer: 'https://login.example',
  subject,
  claims: { ...claims },
})
const tokenIn = (mail: Mail | undefined): string =>
  /\/(?:invitations|addresses)\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'ok' : outcome.code)

let made = 0
const invite = async (more: object = {}, actor: Actor = people.head) => {
  made += 1
  const body = NewAccount.parse({
    ...{ name: '新来的人', email: `new${made}@people.example` },
    ...{ seat: { organisationId: 'i', role: 'institution', head: false } },
    ...more,
  })
  const account = given(await inviteAccount(host())(body, `key ${made}`, actor))
  return { account, token: tokenIn(sent.at(-1)) }
}
const bind = (token: string, subject: string) => bindInvitation({ table, clock })(token, login(subject))
const actorOf = async (subject: string): Promise<Actor> => {
  const id = await accountOf(table, login(subject))
  const actor = id === undefined ? undefined : await readActor(table, id, '2026-06-15')
  if (actor === undefined) throw new Error(`${subject} is nobody.`)
  return actor
}

describe('one invitation, one login', () => {
  test('of two logins that bind at once, one wins, and the other leads nowhere', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { token, account } = await invite()
      const logins = [`one ${round}`, `two ${round}`, `three ${round}`]
      const outcomes = await Promise.all(logins.map((subject) => bind(token, subject)))
      expect(outcomes.map(codeOf).sort()).toEqual(['ALREADY_BOUND', 'ALREADY_BOUND', 'ok'])
      const led = await Promise.all(logins.map((subject) => accountOf(table, login(subject))))
      expect(led.filter((id) => id === account.id)).toHaveLength(1)
      expect(led.filter((id) => id === undefined)).toHaveLength(2)
    }
  })

  test('of two invitations that one login takes at once, it takes one', async () => {
    const [first, second] = [await invite(), await invite()]
    const outcomes = await Promise.all([bind(first.token, 'same'), bind(second.token, 'same')])
    expect(outcomes.map(codeOf).sort()).toEqual(['LOGIN_TAKEN', 'ok'])
  })

  test('bound and sent again at once: the new link, or the binding, stands, never a lost one', async () => {
    const { token, account } = await invite()
    const [bound] = await Promise.all([bind(token, 'one'), sendInvitation(host())(account.id, people.head)])
    const stands = await readAccountRecord(table, account.id)
    expect(stands?.status).toBe(bound.ok ? 'active' : 'invited')
    expect(codeOf(await bind(tokenIn(sent.at(-1)), 'two'))).toBe('ok')
  })

  test('it holds for 14 days to the millisecond, and reading it changes nothing', async () => {
    const [inTime, late] = [await invite(), await invite()]
    now += 14 * DAY
    const before = await everyItem(table)
    for (let times = 0; times < 3; times += 1)
      expect(codeOf(await viewInvitation({ table, clock })(inTime.token))).toBe('ok')
    expect(await everyItem(table)).toEqual(before)
    expect(codeOf(await bind(inTime.token, 'in time'))).toBe('ok')
    now += 1
    expect(codeOf(await bind(late.token, 'late'))).toBe('LINK_EXPIRED')
    expect(codeOf(await bind(inTime.token, 'again'))).toBe('ALREADY_BOUND')
  })

  test('no token and no subject stands in the table; addresses stand in no key', async () => {
    const { token, account } = await invite({ mobile: '138 0013 8000' })
    isDown = true
    await sendInvitation(host())(account.id, people.head)
    isDown = false
    const again = given(await sendInvitation(host())(account.id, people.head))
    await bind(tokenIn(sent.at(-1)), 'subject-of-the-login')
    const items = await everyItem(table)
    const whole = JSON.stringify(items)
    for (const secret of [token, tokenIn(sent.at(-1)), 'subject-of-the-login']) {
      expect(secret).not.toBe('')
      expect(whole).not.toContain(secret)
    }
    const keys = items
      .flatMap(({ pk, sk, listed, found, swept }) => [pk, sk, listed, found, swept])
      .join('\n')
    expect(keys).not.toContain(again.email)
    expect(keys).not.toContain('13800138000')
  })

  test('a mail server that is down is said, and sending again mends it', async () => {
    isDown = true
    const { account } = await invite()
    expect(account.invitation?.undelivered).toBe(true)
    isDown = false
    const again = given(await sendInvitation(host())(account.id, people.head))
    expect(again.invitation?.undelivered).toBeUndefined()
  })

  test('asked for twice at once under one key it is one account, one seat and one mail', async () => {
    const body = NewAccount.parse({
      ...{ name: '新来的人', email: 'twice@people.example' },
      seat: { organisationId: 'i', role: 'institution', head: false },
    })
    const both = await Promise.all([1, 2].map(() => inviteAccount(host())(body, 'twice', people.head)))
    expect(new Set(both.map((one) => given(one).id)).size).toBe(1)
    expect(sent).toHaveLength(1)
  })
})

describe('seats of those who cannot act', () => {
  const desk = async () => (await readDesk(table, 'i', 'institution', '2026-06-15')).map(({ id }) => id)
  const why = { by: people.head, reason: 'x' }

  test('an invited or suspended account holds an empty seat', async () => {
    const { token, account } = await invite()
    expect(await desk()).not.toContain(account.id)
    await bind(token, 'one')
    expect(await desk()).toContain(account.id)
    await suspendAccount({ table, clock })(account.id, why)
    expect(await desk()).not.toContain(account.id)
    await resumeAccount({ table, clock })(account.id, why)
    expect(await desk()).toContain(account.id)
  })

  test('the last one who can act keeps the desk, whoever else is invited to it', async () => {
    await invite({}, people.city)
    const take = (accountId: string) =>
      changeSeat({ table, clock })(
        'i',
        SeatChange.parse({ action: 'remove', accountId, role: 'institution', reason: 'x' }),
        people.city,
      )
    expect(codeOf(await take('unit.admin'))).toBe('ok')
    expect(codeOf(await take('unit.head'))).toBe('DESK_LEFT_EMPTY')
  })

  test('a seat given and an account suspended at once: both are so afterwards', async () => {
    const { token, account } = await invite()
    await bind(token, 'one')
    await Promise.all([
      suspendAccount({ table, clock })(account.id, { by: people.city, reason: 'x' }),
      changeSeat({ table, clock })(
        'j',
        SeatChange.parse({ action: 'add', accountId: account.id, role: 'institution', reason: 'x' }),
        people.city,
      ),
    ])
    expect(await readAccountRecord(table, account.id)).toMatchObject({
      status: 'suspended',
      roles: [{ organisationId: 'i' }, { organisationId: 'j' }],
    })
  })

  test('whoever leaves the register is suspended in the same act', async () => {
    const deps = { table, clock, workflows: { start: async () => undefined } }
    const { token, account } = await invite({ staffId: 'staff.li', seat: undefined }, people.registrar)
    await bind(token, 'li')
    const person = await readPerson(table, 'staff.li')
    expect(person?.accountId).toBe(account.id)
    const left = await changePerson(Object.assign(deps))(
      'staff.li',
      { version: person?.version ?? 0, reason: '退休', onRegister: false },
      people.city,
    )
    expect(codeOf(left)).toBe('ok')
    expect((await readAccountRecord(table, account.id))?.status).toBe('suspended')
    expect((await accountActs(table, account.id)).at(-1)).toMatchObject({
      ...{ what: 'suspended', by: 'hr.city', reason: '退休' },
    })
  })
})

describe('accounts of the version before', () => {
  test('their id is their login; accounts with bindings are never found by their id', async () => {
    expect(await accountOf(table, login('hr.city'))).toBe('hr.city')
    const { token, account } = await invite()
    expect(await accountOf(table, login(account.id))).toBeUndefined()
    await bind(token, 'one')
    expect(await accountOf(table, login(account.id))).toBeUndefined()
    expect(await accountOf(table, { ...login('one'), issuer: 'https://elsewhere.example' })).toBeUndefined()
  })

  test('they get a further login, and are suspended, like any other', async () => {
    given(await sendInvitation(host())('unit.head', people.city))
    expect(codeOf(await bind(tokenIn(sent.at(-1)), 'head of the school'))).toBe('ok')
    expect((await actorOf('head of the school')).id).toBe('unit.head')
    expect((await actorOf('unit.head')).id).toBe('unit.head')
  })
})

describe('setup', () => {
  const first = SetupInput.parse({ name: '管理员', email: 'first@region.example' })

  test('is done once, also of two at once, and leads to the region’s head', async () => {
    const empty = await database.newTable()
    const there = { ...host(), table: empty }
    const both = await Promise.all([setUp(there, first), setUp(there, first)])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ALREADY_SET_UP', 'ok'])
    expect(sent).toHaveLength(1)
    expect(await setUp(there, first)).toMatchObject({ ok: false, code: 'ALREADY_SET_UP' })
    const bound = await bindInvitation(there)(tokenIn(sent[0]), login('boss'))
    expect(codeOf(bound)).toBe('ok')
    const marker = await readSetup(empty)
    const boss = await readActor(empty, marker?.accountId ?? '', '2026-06-15')
    expect(boss?.roles).toEqual([{ role: 'authority', organisationId: marker?.authorityId, head: true }])
  })

  test('recovers the first account on record: taken up, seated, with a link for another login', async () => {
    const empty = await database.newTable()
    const there = { ...host(), table: empty }
    expect(await setUp(there, SetupInput.parse({ recover: true, reason: 'x' }))).toMatchObject({
      code: 'NOT_SET_UP',
    })
    await setUp(there, first)
    await bindInvitation(there)(tokenIn(sent.at(-1)), login('boss'))
    expect(await setUp(there, SetupInput.parse({ recover: true }))).toMatchObject({ code: 'INPUT_MISSING' })
    const recovered = await setUp(
      there,
      SetupInput.parse({ recover: true, reason: '登录失效', email: 'second@region.example' }),
    )
    if (!recovered.ok) throw new Error(recovered.code)
    expect(recovered.link).toBe(`http://platform.example/invitations/${tokenIn(sent.at(-1))}`)
    expect(sent.at(-1)?.to).toEqual(['second@region.example'])
    expect(codeOf(await bindInvitation(there)(tokenIn(sent.at(-1)), login('boss again')))).toBe('ok')
    expect((await accountActs(empty, recovered.accountId)).map(({ what, by }) => `${what} ${by}`)).toEqual([
      'invited setup',
      `bound ${recovered.accountId}`,
      'recovered setup',
      `bound ${recovered.accountId}`,
    ])
  })

  test('takes the region’s authority that is there', async () => {
    const wrong = SetupInput.parse({ ...first, authorityId: 'i' })
    expect(await setUp(host(), wrong)).toMatchObject({ code: 'AUTHORITY_UNKNOWN' })
    expect(await setUp(host(), SetupInput.parse({ ...first, authorityId: 'r' }))).toMatchObject({
      ok: true,
      authorityId: 'r',
    })
  })
})

describe('an account found by what the sign-in says', () => {
  const claimed = (subject: string, claims: object, by: string) =>
    bindByClaim({ table, clock, identityClaim: parseIdentityClaim(by) })(login(subject, claims))

  test('a setting is one of the known claims, or names what another speaks of', () => {
    const parsed: (IdentityClaim | undefined)[] = ['none', 'email', 'custom:no=employee_number'].map(
      parseIdentityClaim,
    )
    expect(parsed).toEqual([
      undefined,
      { claim: 'email', kind: 'email' },
      { claim: 'custom:no', kind: 'employee_number' },
    ])
    expect(() => parseIdentityClaim('name')).toThrow('name')
  })

  test('by a verified address alone, and then bound for good', async () => {
    const { account, token } = await invite({ email: 'Zhang@People.example' })
    const claims = { email: 'zhang@people.example' }
    expect(codeOf(await claimed('z', claims, 'none'))).toBe('ACCOUNT_UNKNOWN')
    expect(codeOf(await claimed('z', claims, 'email'))).toBe('ACCOUNT_UNKNOWN')
    expect(codeOf(await claimed('z', { ...claims, email_verified: 'false' }, 'email'))).toBe(
      'ACCOUNT_UNKNOWN',
    )
    expect(codeOf(await claimed('z', { ...claims, email_verified: 'true' }, 'email'))).toBe('ok')
    expect(await accountOf(table, login('z'))).toBe(account.id)
    expect((await actorOf('z')).status).toBe('active')
    expect(codeOf(await bind(token, 'other'))).toBe('NOT_FOUND')
    expect(codeOf(await claimed('z', {}, 'email'))).toBe('ok')
  })

  test('what fits several is refused, never guessed; what fits none is unknown', async () => {
    await invite({ mobile: '138-0013-8000' })
    expect(codeOf(await claimed('m', { phone_number: '+86 13800138000' }, 'phone_number'))).toBe('ok')
    await invite({ mobile: '13800138000' })
    expect(codeOf(await claimed('n', { phone_number: '13800138000' }, 'phone_number'))).toBe(
      'CLAIM_AMBIGUOUS',
    )
    expect(codeOf(await claimed('n', { phone_number: '13900000000' }, 'phone_number'))).toBe(
      'ACCOUNT_UNKNOWN',
    )
    expect(codeOf(await claimed('n', { phone_number: ' ' }, 'phone_number'))).toBe('ACCOUNT_UNKNOWN')
  })

  test('by the number of the register, as it is now', async () => {
    const { account } = await invite({ staffId: 'staff.li', seat: undefined }, people.registrar)
    expect(codeOf(await claimed('li', { no: 'a1' }, 'no=employee_number'))).toBe('ok')
    await suspendAccount({ table, clock })(account.id, { by: people.head, reason: 'x' })
    expect(codeOf(await claimed('li2', { no: 'A1' }, 'no=employee_number'))).toBe('ACCOUNT_SUSPENDED')
  })
})

describe('a new address', () => {
  test('a later wish takes the place of an earlier one; each holds 14 days', async () => {
    const { token } = await invite()
    await bind(token, 'one')
    const actor = await actorOf('one')
    await changeAddress(host())(actor.id, 'a@people.example', actor)
    const first = tokenIn(sent.at(-1))
    await changeAddress(host())(actor.id, 'b@people.example', actor)
    const second = tokenIn(sent.at(-1))
    expect(codeOf(await confirmAddress(host())(first, actor))).toBe('NOT_FOUND')
    now += 14 * DAY + 1
    expect(codeOf(await confirmAddress(host())(second, actor))).toBe('LINK_EXPIRED')
    expect((await readAccountRecord(table, actor.id))?.email).not.toBe('b@people.example')
  })
})

describe('Art. 38: whoever got a seat before they stood on a register has one account all the same', () => {
  const alone = () => invite({ name: '名newcomer' })
  const stand = () =>
    write(
      table,
      registerPerson(personOf('newcomer', { staffNo: 'N1' }), {
        ...{ at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
      }),
    )
  const link = (id: string, actor: Actor = people.city, staffId = 'newcomer') =>
    linkPerson({ table, clock })(id, { staffId, reason: '同一人' }, actor)

  test('it is linked to their record by whoever is above, once, and then it is theirs', async () => {
    const { account, token } = await alone()
    await stand()
    given(await bind(token, 'sub-newcomer'))
    expect(codeOf(await link(account.id))).toBe('ok')
    expect(codeOf(await link(account.id))).toBe('ok')
    expect(await readPerson(table, 'newcomer')).toMatchObject({ accountId: account.id })
    expect(await actorOf('sub-newcomer')).toMatchObject({ id: account.id, staffId: 'newcomer' })
    expect((await accountActs(table, account.id)).map(({ what }) => what)).toEqual([
      'invited',
      'bound',
      'person_linked',
    ])
  })

  test('not by themselves, nor by who does not keep the register, nor to another name, nor twice', async () => {
    const { account } = await alone()
    await stand()
    const self: Actor = { ...people.registrar, id: account.id }
    expect(codeOf(await link(account.id, self))).toBe('OWN_RECORD')
    expect(codeOf(await link(account.id, people.sibling))).toBe('NOT_FOUND')
    expect(codeOf(await link(account.id, people.city, 'staff.li'))).toBe('INPUT_INVALID')
    expect(codeOf(await link('unit.admin', people.city))).toBe('WRONG_STATE')
    given(await link(account.id))
    const other = await invite({ name: '名newcomer' })
    expect(codeOf(await link(other.account.id))).toBe('PERSON_HAS_ACCOUNT')
  })
})
