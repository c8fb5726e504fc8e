import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { as, call, until } from './client.ts'

const QINGCHENG = 'institution-qingcheng'
const [head, registrar, region, city] = [as('unit.head'), as('unit.admin'), as('hr.region'), as('hr.city')]

/** A login that nobody has used, and an address of its own. */
const newLogin = () => `new.person.${randomUUID().slice(0, 8)}`
const addressOf = (login: string) => `${login}@people.example`
const key = () => ({ 'idempotency-key': randomUUID() })

interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

const mailsTo = async (address: string): Promise<Letter[]> => {
  const { body } = await call('/local/mail', { headers: { accept: 'application/json' } })
  const mails: Letter[] = Array.isArray(body) ? body : body.items
  return mails.filter(({ to }) => String(to).includes(address))
}

/** The token of the mail's link, once so many mails with one have gone to an address. */
const tokenOf = async (address: string, nth = 1, page = 'invitations'): Promise<string> =>
  until(`mail ${nth} to ${address}`, async () => {
    const found = (await mailsTo(address)).flatMap(
      ({ text }) => new RegExp(`/${page}/([\\w-]+)`).exec(text)?.[1] ?? [],
    )
    const tokens = [...new Set(found)]
    return tokens.length >= nth ? tokens.at(page === 'invitations' ? nth - 1 : -1) : undefined
  })

/** Invites someone new to a seat at 青城实验中学, as its head. */
const invite = async (more: object = {}, inviter = head) => {
  const login = newLogin()
  const made = await inviter.post(
    '/api/accounts',
    {
      name: '新来的人',
      email: addressOf(login),
      seat: { organisationId: QINGCHENG, role: 'institution', head: false },
      ...more,
    },
    key(),
  )
  return { login, made, id: String(made.body.id), path: `/api/accounts/${made.body.id}` }
}
const bind = (login: string, token: string) => as(login).post(`/api/invitations/${token}/binding`)
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

describe('an invitation', () => {
  test('leads a new login to its account, once; before that the login is told what to do', async () => {
    const { login, made, id } = await invite()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ id, status: 'invited', email: addressOf(login) })
    const unknown = await as(login).get('/api/me')
    expect(codeOf(unknown)).toEqual([403, 'ACCOUNT_UNKNOWN'])
    expect(unknown.body.title).toMatch(/邀请邮件/)

    const token = await tokenOf(addressOf(login))
    const [mail] = await mailsTo(addressOf(login))
    expect(mail?.text).toMatch(new RegExp(`https?://[^\\s]+/invitations/${token}`))
    expect(mail?.subject).not.toContain('新来的人')
    // Whoever looks at the link changes nothing: a scanner of mails least of all.
    for (let times = 0; times < 3; times += 1) {
      const seen = await as(login).get(`/api/invitations/${token}`)
      expect(seen).toMatchObject({ status: 200, body: { name: '新来的人' } })
      await call(`/invitations/${token}`)
    }
    expect(codeOf(await as(login).get('/api/me'))).toEqual([403, 'ACCOUNT_UNKNOWN'])
    expect((await call(`/api/invitations/${token}/binding`, { method: 'POST' })).status).toBe(401)

    const bound = await bind(login, token)
    expect(bound).toMatchObject({ status: 200, body: { id, status: 'active' } })
    expect(codeOf(await bind(newLogin(), token))).toEqual([409, 'ALREADY_BOUND'])
    expect(codeOf(await bind(login, token))).toEqual([409, 'ALREADY_BOUND'])
    expect((await as(login).get('/api/me')).body).toMatchObject({
      id,
      name: '新来的人',
      roles: [{ role: 'institution', organisation: { id: QINGCHENG } }],
    })
    expect((await as(login).get('/api/tasks?box=todo')).status).toBe(200)
  })

  test('that is no invitation is not found, whatever it looks like', async () => {
    const { login } = await invite()
    for (const token of ['x', randomUUID(), '%2e%2e', 'A'.repeat(43)])
      expect((await bind(login, token)).status, token).toBe(404)
  })

  test('is made once under a key, and another body under the same key is refused', async () => {
    const login = newLogin()
    const body = {
      name: '新来的人',
      email: addressOf(login),
      seat: { organisationId: QINGCHENG, role: 'institution', head: false },
    }
    const once = key()
    const [first, second] = await Promise.all([
      head.post('/api/accounts', body, once),
      head.post('/api/accounts', body, once),
    ])
    expect([first.status, second.status, first.body.id === second.body.id]).toEqual([201, 201, true])
    expect(codeOf(await head.post('/api/accounts', { ...body, name: '别人' }, once))).toEqual([
      422,
      'KEY_REUSED',
    ])
    expect((await head.post('/api/accounts', body)).body.code).toBe('IDEMPOTENCY_KEY_MISSING')
    await tokenOf(addressOf(login))
    // Letters go out in order: once a later one is there, a second to this address would be.
    await tokenOf(addressOf((await invite()).login))
    expect(await mailsTo(addressOf(login))).toHaveLength(1)
  })

  test('is sent again: the link before it is good for nothing', async () => {
    const { login, path } = await invite()
    const first = await tokenOf(addressOf(login))
    expect(await head.post(`${path}/invitation`)).toMatchObject({ status: 200, body: { status: 'invited' } })
    const second = await tokenOf(addressOf(login), 2)
    expect(second).not.toBe(first)
    expect((await bind(login, first)).status).toBe(404)
    expect((await bind(login, second)).status).toBe(200)
  })

  test('is withdrawn with a reason: the seat goes with it', async () => {
    const { login, path, id } = await invite()
    const token = await tokenOf(addressOf(login))
    expect((await head.post(`${path}/withdrawal`)).status).toBe(400)
    const withdrawn = await head.post(`${path}/withdrawal`, { reason: '填错了人' })
    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn', roles: [] } })
    expect((await bind(login, token)).status).toBe(404)
    const { items } = (await head.get(`/api/organisations/${QINGCHENG}/seats`)).body
    expect(items.map(({ accountId }: { accountId: string }) => accountId)).not.toContain(id)
    // It belongs nowhere any more: the region alone still finds it.
    expect((await head.post(`${path}/invitation`)).status).toBe(404)
    expect(codeOf(await region.post(`${path}/invitation`))).toEqual([409, 'INVITATION_CLOSED'])
  })

  test('a login leads to one account alone, an account may have several logins', async () => {
    const { login, path, id } = await invite()
    await bind(login, await tokenOf(addressOf(login)))
    const other = await invite()
    const taken = await bind(login, await tokenOf(addressOf(other.login)))
    expect(codeOf(taken)).toEqual([409, 'LOGIN_TAKEN'])
    expect(codeOf(await bind('unit.admin', await tokenOf(addressOf(other.login))))).toEqual([
      409,
      'LOGIN_TAKEN',
    ])
    expect((await head.post(`${path}/invitation`)).status).toBe(200)
    const further = newLogin()
    expect((await bind(further, await tokenOf(addressOf(login), 2))).body.id).toBe(id)
    expect((await as(further).get('/api/me')).body.id).toBe(id)
    expect((await as(login).get('/api/me')).body.id).toBe(id)
  })

  test('nobody gets an account by taking its id, or an administrator’s name, for a login', async () => {
    const { id } = await invite()
    for (const login of [id, 'setup', 'system'])
      expect(codeOf(await as(login).get('/api/me')), login).toEqual([403, 'ACCOUNT_UNKNOWN'])
  })
})

describe('who may invite', () => {
  const seatAt = (organisationId: string, role: string, isHead = false) => ({
    seat: { organisationId, role, head: isHead },
  })

  test('the head, an authority above, the region; neither a colleague nor a sibling', async () => {
    for (const inviter of [head, city, region]) expect((await invite({}, inviter)).made.status).toBe(201)
    expect(codeOf((await invite({}, registrar)).made)).toEqual([403, 'NOT_ALLOWED'])
    expect(codeOf((await invite({}, as('dept.chen'))).made)).toEqual([403, 'NOT_ALLOWED'])
    for (const account of ['unit.luming', 'hr.county'])
      expect((await invite({}, as(account))).made.status, account).toBe(404)
    expect(codeOf((await invite({}, as('staff.li'))).made)).toEqual([403, 'NOT_ALLOWED'])
    expect(codeOf((await invite({}, as('auditor'))).made)).toEqual([403, 'NOT_ALLOWED'])
    expect(codeOf((await invite(seatAt('authority-1501', 'auditor'), as('hr.head'))).made)).toEqual([
      403,
      'NOT_ALLOWED',
    ])
    expect((await invite(seatAt('authority-1501', 'auditor'), region)).made.status).toBe(201)
  })

  test('without seat and person there is nothing to invite to; faults are named by their fields', async () => {
    const { made } = await invite({ seat: undefined })
    expect(made.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/seat' }] })
    const bad = await invite({ email: 'nowhere', name: ' ' })
    expect(bad.made.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/email',
      '/name',
    ])
  })

  test('nobody gives a seat to themselves, under their own address or to whom they owe their own', async () => {
    expect(codeOf((await invite({ email: 'unit.head@demo.example' })).made)).toEqual([403, 'OWN_RECORD'])
    // The head of 青城 makes a second head, who may not give the first one anything.
    const second = await invite(seatAt(QINGCHENG, 'institution', true))
    await bind(second.login, await tokenOf(addressOf(second.login)))
    const seat = { action: 'add', accountId: 'unit.head', role: 'institution', head: true, reason: '回报' }
    const given = await as(second.login).post(`/api/organisations/${QINGCHENG}/seats`, seat)
    expect(codeOf(given)).toEqual([403, 'SEAT_OWED'])
    const third = await invite(seatAt(QINGCHENG, 'institution', true), as(second.login))
    expect(third.made.status).toBe(201)
    await bind(third.login, await tokenOf(addressOf(third.login)))
    expect(codeOf(await as(third.login).post(`/api/organisations/${QINGCHENG}/seats`, seat))).toEqual([
      403,
      'SEAT_OWED',
    ])
    expect((await city.post(`/api/organisations/${QINGCHENG}/seats`, seat)).status).toBe(200)
  })

  test('the registrar invites a person on their register, once, by the name on it', async () => {
    const person = await registrar.post('/api/persons', {
      ...{ institutionId: QINGCHENG, staffNo: randomUUID().slice(0, 12), name: '阿古拉' },
      ...{ postType: 'professional', hiredOn: '2024-03-01' },
    })
    expect(person.status).toBe(201)
    const wanted = { staffId: person.body.id, seat: undefined, name: '阿骨拉' }
    expect((await invite(wanted, as('unit.luming'))).made.status).toBe(404)
    expect(codeOf((await invite(wanted, as('dept.chen'))).made)).toEqual([403, 'NOT_ALLOWED'])
    const { made, id } = await invite(wanted, registrar)
    expect(made).toMatchObject({ status: 201, body: { name: '阿古拉', staffId: person.body.id } })
    expect(codeOf((await invite(wanted, registrar)).made)).toEqual([409, 'PERSON_HAS_ACCOUNT'])
    expect(codeOf((await invite({ staffId: 'unit.admin', seat: undefined }, registrar)).made)).toEqual([
      403,
      'OWN_RECORD',
    ])
    // Withdrawn, the person is free for another invitation.
    expect((await registrar.post(`/api/accounts/${id}/withdrawal`, { reason: '邮箱有误' })).status).toBe(200)
    const anew = await invite(wanted, registrar)
    expect(anew.made.status).toBe(201)
    const { login, id: accountId } = anew
    await bind(login, await tokenOf(addressOf(login)))
    expect((await as(login).get(`/api/staff/${person.body.id}/ledger?year=2026`)).status).toBe(200)
    const list = await registrar.get(`/api/accounts?organisation=${QINGCHENG}&limit=2`)
    const ids: string[] = list.body.items.map((one: { id: string }) => one.id)
    let { cursor } = list.body
    while (cursor !== null) {
      const { body } = await registrar.get(
        `/api/accounts?organisation=${QINGCHENG}&limit=2&cursor=${encodeURIComponent(cursor)}`,
      )
      ids.push(...body.items.map((one: { id: string }) => one.id))
      cursor = body.cursor
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([accountId, 'unit.admin', 'unit.head', 'staff.li']))

    // Who leaves the register has no account to act with.
    const leaving = { version: 4, reason: '辞职', onRegister: false }
    const alone = await registrar.post(`/api/persons/${person.body.id}`, leaving)
    expect([alone.status, alone.body.code]).toEqual([422, 'CHANGE_NEEDS_CONFIRMATION'])
    const left = await as('hr.city').post(`/api/persons/${person.body.id}`, leaving)
    expect(left.status).toBe(200)
    expect(codeOf(await as(login).get('/api/me'))).toEqual([403, 'ACCOUNT_SUSPENDED'])
    const { body } = await registrar.get(`/api/accounts/${accountId}`)
    expect(body).toMatchObject({ status: 'suspended' })
    expect(body.acts[0]).toMatchObject({ what: 'suspended', by: 'hr.city', reason: '辞职' })
  })

  test('who sees an organisation’s accounts, and whose addresses', async () => {
    const path = `/api/accounts?organisation=${QINGCHENG}`
    const addresses = async (account: string) => {
      const { status, body } = await as(account).get(path)
      return status === 200 ? body.items.some(({ email }: { email: unknown }) => email !== null) : status
    }
    expect(await addresses('unit.head')).toBe(true)
    expect(await addresses('hr.city')).toBe(true)
    expect(await addresses('auditor')).toBe(false)
    expect(await addresses('unit.luming')).toBe(404)
    expect((await as('unit.head').get('/api/accounts?organisation=x')).status).toBe(404)
    expect((await as('unit.head').get(`${path}&cursor=x`)).status).toBe(400)
  })
})

describe('suspension', () => {
  test('ends what an account may do at once, with a reason, until it is resumed', async () => {
    const { login, path, id } = await invite()
    await bind(login, await tokenOf(addressOf(login)))
    expect((await as(login).get('/api/me')).status).toBe(200)
    expect((await head.post(`${path}/suspension`)).status).toBe(400)
    expect((await as('unit.luming').post(`${path}/suspension`, { reason: 'x' })).status).toBe(404)
    expect(codeOf(await registrar.post(`${path}/suspension`, { reason: 'x' }))).toEqual([403, 'NOT_ALLOWED'])
    expect(codeOf(await as(login).post(`${path}/suspension`, { reason: 'x' }))).toEqual([403, 'OWN_RECORD'])
    const suspended = await head.post(`${path}/suspension`, { reason: '手机丢失' })
    expect(suspended).toMatchObject({ status: 200, body: { status: 'suspended' } })
    const refused = await as(login).get('/api/me')
    expect(codeOf(refused)).toEqual([403, 'ACCOUNT_SUSPENDED'])
    expect(refused.body.title).toMatch(/停用/)
    expect(codeOf(await head.post(`${path}/invitation`))).toEqual([409, 'INVITATION_CLOSED'])
    const seats = (await head.get(`/api/organisations/${QINGCHENG}/seats`)).body.items
    expect(seats.find(({ accountId }: { accountId: string }) => accountId === id)).toMatchObject({
      status: 'suspended',
    })
    const resumed = await head.post(`${path}/resumption`, { reason: '已找回' })
    expect(resumed).toMatchObject({ status: 200, body: { status: 'active' } })
    expect((await as(login).get('/api/me')).status).toBe(200)
    const { items } = (await as('auditor').get(`/api/audit?account=${id}`)).body
    const said = items.map(({ act, actor, reason }: Record<string, string>) => [act, actor, reason])
    expect(said).toEqual(
      expect.arrayContaining([
        ['account_resumed', 'unit.head', '已找回'],
        ['account_suspended', 'unit.head', '手机丢失'],
        ['account_bound', id, null],
        ['account_invited', 'unit.head', '邀请开通账号'],
        ['seat_given', 'unit.head', '邀请开通账号'],
      ]),
    )
    expect(JSON.stringify(items)).not.toContain('@')
  })
})

describe('a new address', () => {
  test('holds once it is confirmed from its own mail, by the account itself', async () => {
    const { login, path, id } = await invite()
    await bind(login, await tokenOf(addressOf(login)))
    const elsewhere = addressOf(newLogin())
    const asked = await as(login).post(`${path}/address`, { email: elsewhere })
    expect(asked).toMatchObject({ status: 200, body: { id, confirmed: false, delivered: true } })
    const token = await tokenOf(elsewhere, 1, 'addresses')
    expect((await as(login).get('/api/me')).body.email).toBe(addressOf(login))
    const confirm = (account: string) => as(account).post(`/api/addresses/${token}/confirmation`)
    expect((await confirm('unit.head')).status).toBe(404)
    expect(await confirm(login)).toMatchObject({ status: 200, body: { email: elsewhere } })
    expect(codeOf(await confirm(login))).toEqual([409, 'LINK_USED'])
    expect((await as(login).get('/api/me')).body.email).toBe(elsewhere)
    await until(
      'the word to the old address',
      async () =>
        (await mailsTo(addressOf(login))).some(({ subject }) => subject.includes('已更换')) || undefined,
    )
  })

  test('of an account that nobody has signed in to is where the invitation goes now', async () => {
    const { login, path } = await invite()
    const first = await tokenOf(addressOf(login))
    const right = addressOf(newLogin())
    expect(codeOf(await as('dept.chen').post(`${path}/address`, { email: right }))).toEqual([
      403,
      'NOT_ALLOWED',
    ])
    const own = await head.post(`${path}/address`, { email: 'unit.head@demo.example' })
    expect(codeOf(own)).toEqual([403, 'NOT_ALLOWED'])
    expect((await head.post(`${path}/address`, { email: right })).body).toMatchObject({ confirmed: true })
    expect((await bind(login, first)).status).toBe(404)
    expect((await bind(login, await tokenOf(right))).status).toBe(200)
  })
})

describe('the checklist', () => {
  test('tells the region what is missing, item by item, and takes a trial of the mail', async () => {
    expect((await city.get('/api/checklist')).status).toBe(403)
    const { status, body } = await region.get('/api/checklist')
    expect(status).toBe(200)
    expect(body.items.map(({ item }: { item: string }) => item)).toEqual([
      ...['organisations', 'desks', 'persons', 'providers', 'rates', 'readings', 'mail', 'rehearsal'],
    ])
    expect((await city.post('/api/checklist/mail')).status).toBe(403)
    expect((await region.post('/api/checklist/mail')).body.taken).toBe(true)
    const { items } = (await region.get('/api/checklist')).body
    expect(items.find(({ item }: { item: string }) => item === 'mail')).toMatchObject({ done: true })
  })
})

test('a login is bound by a claim only where the deployment names one', async () => {
  expect(codeOf(await as(newLogin()).post('/api/me/binding'))).toEqual([403, 'ACCOUNT_UNKNOWN'])
  expect((await as('unit.luming').post('/api/me/binding')).body).toMatchObject({ id: 'unit.luming' })
})
