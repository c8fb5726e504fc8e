import { as, call, claim, online, publicWeek, reaches, until } from '../../acceptance/client.ts'

const li = as('staff.li')
const registrar = as('unit.admin')
const region = as('hr.region')

/** Each claim has a day and a proof of its own: nothing about it has to be looked at singly. */
let days = 0
const ownDay = () => {
  const date = new Date(Date.UTC(2026, 1, 2 + days++)).toISOString().slice(0, 10)
  return { ...publicWeek(date, date, 1), subject: 'professional' }
}
const filed = async (title: string) => {
  const proof = String((await li.upload()).body.id)
  const { body } = await li.submit({ ...claim('staff.li', [proof], [ownDay()]), title })
  return { id: String(body.id), task: await registrar.task(body.id) }
}

const registered = async (name: string, more: object = {}): Promise<string> => {
  const { body } = await registrar.post('/api/persons', {
    institutionId: 'institution-qingcheng',
    name,
    postType: 'professional',
    hiredOn: '2020-03-01',
    ...more,
  })
  return String(body.id)
}

/** The link of the latest mail to an address, once there is one. */
export const linkTo = (address: string, kind: 'invitations' | 'addresses'): Promise<string> =>
  until(`the mail to ${address}`, async () => {
    const { body } = await call('/local/mail', { headers: { accept: 'application/json' } })
    const mails: { to: unknown; text: string }[] = Array.isArray(body) ? body : body.items
    return mails
      .filter(({ to }) => String(to).includes(address))
      .flatMap(({ text }) => new RegExp(`/${kind}/[\\w-]+`).exec(text)?.[0] ?? [])
      .at(-1)
  })

/** A claim of two lines, of which the department has sent back the second. */
const partlyReturned = async (): Promise<string> => {
  const lines = [publicWeek('2026-09-14', '2026-09-15', 4), online('2026-09-16', '2026-09-17', 8)]
  const { id } = (await li.submit(claim('staff.li', [], lines))).body
  await registrar.decide(await registrar.task(id), 'approve')
  const department = as('dept.chen')
  await department.decide(await department.task(id, 1), 'return', { reason: '请核对学时。' })
  return String(id)
}

const claims = async () => {
  const returned = await filed('退回的培训')
  await registrar.decide(returned.task, 'return', { reason: '请补充结业证书。' })
  await reaches('staff.li', returned.id, 'returned')
  const decided = await filed('已经办理的培训')
  await registrar.decide(decided.task, 'reject', { reason: '与另一份重复' })
  const handed = await filed('转给同事的培训')
  await registrar.post(`/api/tasks/${handed.task}/reassignment`, { to: 'unit.second', reason: '请代为核对' })
  const withdrawn = await filed('撤回的培训')
  await li.post(`/api/requests/${withdrawn.id}/withdraw`)
  const again = await filed('收回决定的培训')
  await registrar.decide(again.task, 'approve')
  const takenBack = await as('dept.chen').task(again.id, 0)
  await registrar.post(`/api/tasks/${again.task}/taking-back`)
  const open = await filed('等待办理的培训')
  for (const number of ['一', '二', '三']) await filed(`线上研修（第${number}批）`)
  return { returned, partly: await partlyReturned(), decided, handed, withdrawn, takenBack, open }
}

const othersRequests = async () => {
  const change = await registrar.submit({
    type: 'post_change',
    staffId: 'staff.wang',
    kind: 'post_type',
    toPostType: 'professional',
    effectiveOn: '2026-10-12',
    reason: '轮岗到教研室。',
    evidence: [],
  })
  await reaches('unit.admin', change.body.id, 'on_hold')
  const discretion = await as('staff.tuya').submit({
    type: 'deemed',
    staffId: 'staff.tuya',
    kind: 'discretionary',
    year: 2024,
    ground: 'other_cause',
    reason: '产假超过三个月。',
    evidence: [(await as('staff.tuya').upload()).body.id],
  })
  const first = await as('unit.luming').task(discretion.body.id)
  await as('unit.luming').decide(first, 'approve')
  return { change: String(change.body.id), discretion: await as('hr.county').task(discretion.body.id, 0) }
}

/** A class of two, one of whom has as long a name as a person may have. */
const roster = async (): Promise<string> => {
  const long = '阿布都热合曼·买买提依明·吐尔逊江·热合木吐拉·艾山江·玉素甫江·阿不力克木·𠮷䶮㛃喆·努尔麦'
  await registered(long, { staffNo: 'Q1' })
  await registered('𠮷田', { staffNo: 'Q2' })
  const form = new FormData()
  const fields = {
    title: '骨干教师集中培训',
    provider: '呼和浩特市教师进修学院',
    subject: 'professional',
    category: 'in_service',
    trainingMode: 'offline',
    from: '2026-05-18',
    to: '2026-05-22',
    halfDays: '10',
    fullTime: 'true',
    evidence: String((await registrar.upload()).body.id),
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([`工号,姓名,考核合格\nQ1,${long},是\nQ2,𠮷田,否\n`]), '名单.csv')
  const made = await registrar.send('/api/imports?kind=roster&mode=apply', { method: 'POST', body: form })
  return as('unit.second').task(made.body.request.id)
}

const persons = async () => {
  const own = await registered('孟根花')
  const released = await registered('萨仁高娃', { staffNo: 'W-601' })
  await registrar.post(`/api/persons/${released}`, {
    version: 1,
    reason: '商调',
    releasedTo: 'institution-luming',
  })
  const justified = await registered('敖登')
  await as('dept.chen').post(`/api/staff/${justified}/justified`, { year: 2025, reason: '长期驻村' })
  return { own, released, justified, short: await registered('包乌力吉') }
}

const invited = async () => {
  const invite = async (name: string, email: string) =>
    region.post(
      '/api/accounts',
      { name, email, seat: { organisationId: 'authority-15', role: 'authority', head: false } },
      { 'idempotency-key': email },
    )
  const { body } = await invite('其其格', 'qiqige@region.example')
  return { account: String(body.id), invitation: await linkTo('qiqige@region.example', 'invitations') }
}

const years = async () => {
  await region.post('/api/years/2026/rehearsal')
  await until('the rehearsal', async () =>
    (await region.get('/api/years/2026/rehearsal')).body.status === 'done' ? true : undefined,
  )
  await region.post('/api/years/2025/close')
  await until('the close', async () =>
    (await region.get('/api/years/2025')).body.status === 'closed' ? true : undefined,
  )
}

/** What the tour walks over: requests in several states, people who move, years that are closed and rehearsed. */
export const prepareGround = async () => {
  const [certificate] = (await li.get('/api/certificates')).body.items
  const ground = {
    certificate: { number: String(certificate.number), code: String(certificate.verifyCode) },
    claims: await claims(),
    ...(await othersRequests()),
    roster: await roster(),
    persons: await persons(),
    ...(await invited()),
    provider: String((await region.get('/api/providers')).body.items[0].id),
  }
  // It would complete the year, and lies at its desk: the rehearsal names it.
  const lines = [publicWeek('2026-05-11', '2026-05-15'), online('2026-06-01', '2026-06-30', 60)]
  await registrar.task((await li.submit(claim('staff.li', [], lines))).body.id)
  await years()
  const [execution] = (await as('operator').get(`/api/executions?request=${ground.claims.open.id}`)).body
    .items
  return { ...ground, execution: `/executions/${execution.workflow}/${execution.name}` }
}

export type Ground = Awaited<ReturnType<typeof prepareGround>>
