import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { searchAudit } from '../../functions/audit/search-audit.ts'
import { certifyAnew } from '../../functions/certificates/certify-anew.ts'
import { issueCertificate } from '../../functions/certificates/issue-certificate.ts'
import { reviseCertificate } from '../../functions/certificates/revise-certificate.ts'
import { revokeCertificate } from '../../functions/certificates/revoke-certificate.ts'
import { signCorrections } from '../../functions/certificates/sign-correction.ts'
import { correctEntry } from '../../functions/ledger/correct-entry.ts'
import { readEligibility } from '../../functions/ledger/read-eligibility.ts'
import { readHistory } from '../../functions/ledger/read-entries.ts'
import { readLedger } from '../../functions/ledger/read-ledger.ts'
import { recordJustified } from '../../functions/ledger/record-justified.ts'
import { sendUnsent } from '../../functions/operations/send-unsent.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { ConditionFailedError } from '../../functions/platform/condition-failed.ts'
import { keys } from '../../functions/platform/keys.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { newRequest } from '../../functions/requests/stored-request.ts'
import { newTask } from '../../functions/requests/task.ts'
import { findDue } from '../../functions/settlement/find-due.ts'
import { resumeSettlements } from '../../functions/settlement/settle-if-due.ts'
import { statementOf } from '../../functions/staff/certificate.ts'
import { requireFacts } from '../../functions/staff/due-obligations.ts'
import { type Fact, type LedgerEntry, nextEntry } from '../../functions/staff/ledger.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { unsettledActs } from '../../functions/staff/unsettled.ts'
import { always2024, edition2024 } from '../../rules/edition.ts'
import { countCredits } from '../../rules/half-days.ts'
import { person } from '../person.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { completeYear, credit } from './people.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = ''

const clock = { now: () => Date.parse(now) }
const deps = () => recordingHost(table, clock, asked)
const signer = {
  keyId: 'test',
  sign: async () => new Uint8Array(64).fill(1),
  publicKeyPem: async () => '',
}

const account = (id: string, more: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  email: `${id}@demo.example`,
  roles: [],
  ...more,
})
const seat = (role: Actor['roles'][number]['role'], organisationId: string) => ({
  roles: [{ role, organisationId, head: false }],
})
const who = {
  li: account('staff.li', { staffId: 'staff.li' }),
  unit: account('unit.admin', seat('institution', 'i')),
  department: account('dept.chen', seat('department', 'd')),
  county: account('hr.county', seat('authority', 'county')),
  city: account('hr.city', seat('authority', 'city')),
  region: account('hr.region', seat('authority', 'region')),
  elsewhere: account('hr.other', seat('authority', 'other')),
  auditor: account('auditor', seat('auditor', 'region')),
}

beforeEach(async () => {
  table = await database.newTable()
  asked = nothingAsked()
  now = '2026-06-15T09:00:00+08:00'
  const authority = (id: string, level: 'county' | 'city' | 'region', overseers: string[]) =>
    newOrganisation({ id, name: `人社局 ${id}`, kind: 'authority', level, overseers })
  await write(table, [
    authority('region', 'region', []),
    authority('city', 'city', ['region']),
    authority('county', 'county', ['city', 'region']),
    authority('other', 'city', ['region']),
    newOrganisation({ id: 'd', name: '教育局', kind: 'department', level: 'county', overseers: [] }),
    newOrganisation({
      id: 'i',
      name: '小学',
      kind: 'institution',
      level: 'county',
      departmentId: 'd',
      authorityId: 'county',
      overseers: ['d', 'county', 'city', 'region'],
    }),
    newPerson(person({ accountId: 'staff.li' })),
    ...Object.values(who).flatMap(newAccount),
  ])
})

/** Enters facts one by one, as the workflows do. */
const enter = async (...facts: readonly Fact[]): Promise<LedgerEntry[]> => {
  const made: LedgerEntry[] = []
  for (const [position, fact] of facts.entries()) {
    const staff = await requireStaff(table, 'staff.li')
    const entry = nextEntry(staff.entries, {
      staffId: 'staff.li',
      recordedAt: `2026-06-${String(position + 1).padStart(2, '0')}T10:00:00.000+08:00`,
      recordedBy: 'hr.county',
      source: `import.${staff.entries.length + 1}`,
      fact,
    })
    await write(table, recordEntry(staff, entry))
    made.push(entry)
  }
  return made
}

/** Does what `settle` does, until nothing is due. */
const settle = async (): Promise<string[]> => {
  const done: string[] = []
  for (;;) {
    const due = await findDue(deps())('staff.li')
    if (due.action === 'none') return done
    if (due.action === 'result') throw new Error('No year is closed here.')
    const input = { staffId: 'staff.li', obligation: due.obligation }
    if (due.action === 'sign') {
      await signCorrections({ table, signer })(input)
      continue
    }
    done.push(`${due.action} ${due.obligation}`)
    if (due.action === 'issue') await issueCertificate({ ...deps(), signer })(input)
    else await reviseCertificate(deps())(input)
  }
}
const certificates = async () => (await readStaff(table, 'staff.li'))?.certificates ?? []

const correct = (body: object, actor: Actor = who.region, key = 'k') =>
  correctEntry(deps())('staff.li', { entry: 1, reason: '重复计算', ...body }, key, actor)
const outcome = async (made: ReturnType<typeof correct>) => {
  const result = await made
  return result.ok ? 'ok' : result.code
}

describe('Art. 35: a higher authority corrects by a new entry', () => {
  test('who may: those above the authority that decided, and the region; nobody else', async () => {
    await enter(...completeYear)
    const answers = await Promise.all(
      Object.entries(who).map(async ([name, actor]) => [
        name,
        await outcome(correct({ entry: 99, void: true }, actor)),
      ]),
    )
    expect(Object.fromEntries(answers)).toEqual({
      li: 'NOT_ALLOWED',
      unit: 'NOT_ALLOWED',
      department: 'NOT_ALLOWED',
      county: 'NOT_ALLOWED',
      city: 'ENTRY_UNKNOWN',
      region: 'ENTRY_UNKNOWN',
      elsewhere: 'NOT_FOUND',
      auditor: 'NOT_ALLOWED',
    })
    expect(await outcome(correct({ void: true }, { ...who.region, staffId: 'staff.li' }))).toBe('OWN_REQUEST')
    const lent: Actor = { ...who.unit, standsInFor: [who.city] }
    expect(await outcome(correct({ void: true }, lent))).toBe('NOT_ALLOWED')
    expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(2)
  })

  test('the region corrects itself where it is the direct authority', async () => {
    await write(table, [
      newOrganisation({
        id: 'ri',
        name: '区直单位',
        kind: 'institution',
        level: 'region',
        authorityId: 'region',
        overseers: ['region'],
      }),
      newPerson(person({ id: 'staff.bao', institutionId: 'ri' })),
    ])
    const staff = await requireStaff(table, 'staff.bao')
    const fact = credit('a')
    await write(
      table,
      recordEntry(
        staff,
        nextEntry([], { staffId: 'staff.bao', recordedAt: now, recordedBy: 'x', source: 'import.1', fact }),
      ),
    )
    const made = await correctEntry(deps())(
      'staff.bao',
      { entry: 1, reason: '误', void: true },
      'k',
      who.region,
    )
    expect(made.ok).toBe(true)
  })

  test('the old entry stays; the new one says what holds, why and by whom; both sides are told', async () => {
    await enter(...completeYear)
    const made = await correct({ grantedHours: 24 })
    expect(made).toMatchObject({
      ok: true,
      value: {
        sequence: 3,
        recordedBy: 'hr.region',
        fact: { kind: 'correction', of: 1, reason: '重复计算', fact: { credit: { hours: 24 } } },
      },
    })
    expect((await readStaff(table, 'staff.li'))?.entries[0]?.fact).toEqual(completeYear[0])
    expect(asked.sent.map(({ to }) => to)).toEqual([['staff.li@demo.example'], ['hr.county@demo.example']])
    for (const mail of asked.sent) {
      expect(mail.text).toContain('更正前：30 学时\n更正后：24 学时\n更正理由：重复计算')
      expect(mail.subject).not.toContain('李雨桐')
    }
  })

  test('the same key with the same body is the same correction; with another it is refused', async () => {
    await enter(...completeYear)
    const [first, again] = [await correct({ grantedHours: 24 }), await correct({ grantedHours: 24 })]
    expect(again).toEqual(first)
    expect(await outcome(correct({ grantedHours: 28 }))).toBe('KEY_REUSED')
    expect(new Set(asked.sent.map(({ id }) => id)).size).toBe(2)
    expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(3)
  })

  test('of a recognised claim: up to what was claimed, and the desk that decided last is told', async () => {
    const line = {
      subject: 'public' as const,
      category: 'in_service' as const,
      mode: 'online' as const,
      from: '2026-03-01',
      to: '2026-03-20',
      hours: 40,
      activity: false,
      claimedTenths: 400,
      grantedTenths: 300,
      status: 'approved' as const,
      round: 1,
      awaiting: false,
    }
    const request = {
      id: 'r1',
      type: 'recognition' as const,
      staffId: 'staff.li',
      institutionId: 'i',
      submittedBy: 'staff.li',
      submittedAt: now,
      status: 'approved' as const,
      round: 1,
      title: '培训',
      lines: [line],
      evidence: [],
      fingerprints: [],
      bodyHash: 'x',
      acts: [],
      version: 1,
    }
    const task = (place: string, role: 'institution' | 'department', organisationId: string, at: string) =>
      newTask({
        requestId: 'r1',
        place,
        type: 'recognition',
        stage: role,
        round: 1,
        organisationId,
        role,
        openedAt: at,
        dueOn: '2026-06-10',
        status: 'decided',
        decided: { at, by: role, byName: role, decision: 'approve' },
        tokens: {},
        lateNotices: 0,
        version: 1,
      })
    const staff = await requireStaff(table, 'staff.li')
    await write(table, [
      newRequest(request),
      task('1.institution', 'institution', 'i', '2026-06-01T09:00:00.000+08:00'),
      task('1.0.department', 'department', 'd', '2026-06-02T09:00:00.000+08:00'),
      ...recordEntry(
        staff,
        nextEntry([], {
          staffId: 'staff.li',
          recordedAt: now,
          recordedBy: 'dept.chen',
          source: 'r1.0',
          fact: credit('r1.0', { hours: 30 }),
        }),
      ),
    ])
    expect(await outcome(correct({ grantedHours: 40.5 }, who.city, '1'))).toBe('GRANT_TOO_HIGH')
    expect(await outcome(correct({ grantedHours: 40 }, who.city, '2'))).toBe('ok')
    expect(asked.sent.map(({ to }) => to)).toEqual([['staff.li@demo.example'], ['dept.chen@demo.example']])
    expect(asked.sent[1]?.text).toContain('/request/r1')
  })

  test('a crash before the certificates could follow: the reconciler lets them follow, once', async () => {
    await enter(...completeYear)
    await settle()
    asked.engineFails = true
    await expect(correct({ void: true })).rejects.toThrow('away')
    asked.engineFails = false
    expect(await resumeSettlements(deps(), 60_000)).toBe(0)
    expect(await resumeSettlements(deps(), 0)).toBe(1)
    expect(asked.started.map(({ input }) => input)).toEqual([{ staffId: 'staff.li' }])
    expect(await resumeSettlements(deps(), 0)).toBe(0)
  })

  test('of two corrections at once both are entered, one after the other, in one whole chain', async () => {
    await enter(...completeYear)
    const made = await Promise.all([
      correct({ grantedHours: 24 }, who.city, 'a'),
      correct({ grantedHours: 28 }, who.region, 'b'),
    ])
    expect(made.map(({ ok }) => ok)).toEqual([true, true])
    const history = await readHistory(table)('staff.li', who.li)
    expect(history).toMatchObject({ ok: true, value: { chain: { whole: true, firstBroken: null } } })
  })

  test('Art. 39(1): a correction upward takes no day from what was entered since', async () => {
    const on = (id: string, halfDays: number): Fact => ({
      kind: 'credit',
      credit: {
        id,
        subject: 'public',
        category: 'in_service',
        mode: 'offline',
        from: '2026-05-11',
        to: '2026-05-11',
        halfDays,
      },
    })
    await enter(on('a', 2))
    expect(await outcome(correct({ grantedHours: 4 }, who.city, '1'))).toBe('ok')
    await enter(on('b', 1))
    expect(await outcome(correct({ grantedHours: 8 }, who.region, '2'))).toBe('ok')
    const staff = await requireStaff(table, 'staff.li')
    const { ignored, credits } = countCredits(
      requireFacts(staff, 2026, '2027-01-01', always2024),
      edition2024,
    )
    expect(credits.map(({ id, halfDays }) => [id, halfDays])).toEqual([
      ['a', 1],
      ['b', 1],
    ])
    expect(ignored).toEqual([{ creditId: 'a', reason: 'day_full', halfDaysCut: 1 }])
  })

  test('what may hold: at most what was claimed, whole half-days, something else than now', async () => {
    const offline = { mode: 'offline' as const, from: '2026-05-11', to: '2026-05-15', halfDays: 8 }
    await enter(
      {
        kind: 'credit',
        credit: { id: 'o', subject: 'public', category: 'in_service', ...offline },
      },
      { kind: 'delay', year: 2025, approvedOn: '2026-01-08' },
      credit('m', { makeUpFor: 2025, hours: 3 }),
      { kind: 'deemed', deemed: { kind: 'degree_course', year: 2026 } },
    )
    expect(await outcome(correct({ grantedHours: 36 }, who.region, '1'))).toBe('GRANT_TOO_HIGH')
    expect(await outcome(correct({ grantedHours: 30 }, who.region, '2'))).toBe('GRANT_NOT_HALF_DAYS')
    expect(await outcome(correct({ grantedHours: 32 }, who.region, '3'))).toBe('CORRECTION_CHANGES_NOTHING')
    expect(await outcome(correct({ entry: 2, grantedHours: 8 }, who.region, '4'))).toBe('INPUT_INVALID')
    expect(await outcome(correct({ entry: 4, grantedHours: 8 }, who.region, '5'))).toBe('INPUT_INVALID')
    expect(await outcome(correct({ entry: 2, void: true }, who.region, '6'))).toBe('CORRECTION_BREAKS_LEDGER')
    expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(4)
    expect(await outcome(correct({ grantedHours: 28 }, who.region, '7'))).toBe('ok')
    // A correction can be corrected, back up to what was claimed.
    expect(await outcome(correct({ entry: 5, grantedHours: 32 }, who.region, '8'))).toBe('ok')
    expect(await outcome(correct({ entry: 3, void: true }, who.region, '9'))).toBe('ok')
    expect(await outcome(correct({ entry: 2, void: true }, who.region, '10'))).toBe('ok')
    expect(await outcome(correct({ entry: 4, void: true }, who.region, '11'))).toBe('ok')
    expect(await outcome(correct({ entry: 4, void: true }, who.region, '12'))).toBe('ENTRY_VOID')
    expect(await outcome(correct({ entry: 3, grantedHours: 2 }, who.region, '13'))).toBe('ENTRY_VOID')
  })
})

describe('Art. 32, 35: certificates follow, each change in one transaction with the standing', () => {
  test('issued, corrected, revoked, restored: one certificate, ever, and one message a change', async () => {
    await enter(credit('a', { hours: 40 }), ...completeYear.slice(1))
    expect(await settle()).toEqual(['issue annual:2026'])
    const [issued] = await certificates()
    await correct({ grantedHours: 33 }, who.region, '1')
    expect(asked.started.map(({ input }) => input)).toEqual([{ staffId: 'staff.li' }])
    expect(await settle()).toEqual(['correct annual:2026'])
    const [corrected] = await certificates()
    expect(corrected).toMatchObject({
      status: 'corrected',
      content: issued?.content,
      signature: issued?.signature,
    })
    expect(corrected && statementOf(corrected).hours).toEqual({ public: 33, professional: 60, total: 93 })
    await correct({ void: true }, who.region, '2')
    expect(await settle()).toEqual(['revoke annual:2026'])
    expect(await certificates()).toMatchObject([
      {
        status: 'revoked',
        history: [
          { kind: 'corrected' },
          { kind: 'revoked', reason: 'not_met', by: 'system', on: '2026-06-15' },
        ],
      },
    ])
    await enter(credit('n', { hours: 31 }))
    expect(await settle()).toEqual(['correct annual:2026'])
    const [restored, ...others] = await certificates()
    expect(others).toEqual([])
    expect(restored).toMatchObject({ status: 'corrected', version: 4, content: issued?.content })
    expect(restored && statementOf(restored).hours.total).toBe(91)
    expect(await settle()).toEqual([])
  })

  test('issued twice at once: one certificate; revised twice at once: one change', async () => {
    await enter(...completeYear)
    const input = { staffId: 'staff.li', obligation: 'annual:2026' }
    const issue = () => issueCertificate({ ...deps(), signer })(input)
    const [one, two] = await Promise.all([issue(), issue()])
    expect(one).toEqual(two)
    await correct({ void: true })
    const revise = () => reviseCertificate(deps())(input)
    expect(await Promise.all([revise(), revise()])).toEqual([
      { number: one.number, revision: 2 },
      { number: one.number, revision: 2 },
    ])
    expect(await certificates()).toMatchObject([{ history: [{ kind: 'revoked' }] }])
  })

  test('a view that is older than the ledger issues nothing', async () => {
    await enter(...completeYear)
    const stale = await requireStaff(table, 'staff.li')
    await enter(credit('c', { hours: 1 }))
    const entry = nextEntry(stale.entries, {
      staffId: 'staff.li',
      recordedAt: now,
      recordedBy: 'x',
      source: 's',
      fact: credit('d'),
    })
    await expect(write(table, recordEntry(stale, entry))).rejects.toBeInstanceOf(ConditionFailedError)
  })

  test('Art. 32: revoked by a higher authority for ever; the person is told why', async () => {
    await enter(...completeYear)
    await settle()
    const number = (await certificates())[0]?.content.number ?? ''
    const revoke = (actor: Actor) => revokeCertificate(deps())(number, '证明材料系伪造', actor)
    for (const [actor, code] of [
      [who.li, 'NOT_ALLOWED'],
      [who.county, 'NOT_ALLOWED'],
      [who.department, 'NOT_ALLOWED'],
      [who.elsewhere, 'NOT_FOUND'],
    ] as const)
      expect(await revoke(actor)).toMatchObject({ ok: false, code })
    expect(await revokeCertificate(deps())('NM2026-A-0', 'x', who.region)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await revoke(who.city)).ok).toBe(true)
    expect(await revoke(who.region)).toMatchObject({ ok: false, code: 'CERTIFICATE_REVOKED' })
    expect(asked.sent.map(({ to, text }) => [to, text.includes('证明材料系伪造')])).toEqual([
      [['staff.li@demo.example'], true],
    ])
    await enter(credit('more'))
    expect(await settle()).toEqual([])
    expect(await certificates()).toMatchObject([{ status: 'revoked' }])
  })

  test('after a fraud: what was false goes first, then honest completion is certified under a new number', async () => {
    await enter(...completeYear)
    await settle()
    const number = (await certificates())[0]?.content.number ?? ''
    const anew = (actor: Actor, of = number) => certifyAnew(deps())(of, '已如实补齐', actor)
    expect(await anew(who.city)).toMatchObject({ ok: false, code: 'CERTIFICATE_NOT_REVOKED' })
    await revokeCertificate(deps())(number, '证明材料系伪造', who.city)
    expect(await anew(who.city)).toMatchObject({ ok: false, code: 'FRAUD_STILL_COUNTS' })
    await correct({ void: true })
    expect(await anew(who.city)).toMatchObject({ ok: false, code: 'OBLIGATION_NOT_MET' })
    await enter(credit('honest'))
    expect(await settle()).toEqual([])
    for (const [actor, code] of [
      [who.li, 'NOT_ALLOWED'],
      [who.county, 'NOT_ALLOWED'],
      [who.elsewhere, 'NOT_FOUND'],
    ] as const)
      expect(await anew(actor)).toMatchObject({ ok: false, code })
    expect(await anew(who.city)).toMatchObject({ ok: true })
    expect(await anew(who.city)).toMatchObject({ ok: false, code: 'CERTIFICATE_SUPERSEDED' })
    expect(asked.started.map(({ name }) => name)).toContain(`anew-${number}`)
    await settle()
    const [first, second, ...more] = await certificates()
    expect(more).toEqual([])
    expect(first).toMatchObject({ status: 'revoked', superseded: { by: 'hr.city', note: '已如实补齐' } })
    expect(second).toMatchObject({ status: 'valid', issue: 2, content: { obligation: 'annual:2026' } })
    expect(second?.content.number).not.toBe(number)
    expect(await settle()).toEqual([])
    // The new one may be revoked in its turn, and then there is a third.
    expect((await revokeCertificate(deps())(second?.content.number ?? '', '再次造假', who.city)).ok).toBe(
      true,
    )
    expect(await settle()).toEqual([])
  })
})

describe('the ledger as a history', () => {
  const chain = async () => {
    const history = await readHistory(table)('staff.li', who.li)
    if (!history.ok) throw new Error(history.code)
    return history.value.chain
  }

  test('each entry as it was made, with who made it; for the person and those above them', async () => {
    await enter(...completeYear)
    await correct({ void: true })
    const history = await readHistory(table)('staff.li', who.city)
    expect(history).toMatchObject({
      ok: true,
      value: {
        items: [
          {
            sequence: 1,
            recordedBy: 'hr.county',
            recordedByName: 'hr.county',
            correctionOf: null,
            reason: null,
          },
          { sequence: 2, source: 'import.2', fact: { kind: 'credit' } },
          { sequence: 3, recordedBy: 'hr.region', fact: null, correctionOf: 1, reason: '重复计算' },
        ],
        chain: { whole: true, firstBroken: null },
      },
    })
    expect(await readHistory(table)('staff.li', who.elsewhere)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await readHistory(table)('nobody', who.region)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a ledger without entries is whole', async () => {
    expect(await chain()).toEqual({ whole: true, firstBroken: null })
  })

  test.each([1, 2, 3])(
    'entry %i changed, deleted or made unreadable in the table is found',
    async (sequence) => {
      const made = await enter(...completeYear, credit('c'))
      const entry = made[sequence - 1]
      const key = keys.ledgerEntry('staff.li', sequence)
      const put = (Item: object) =>
        table.client.send(new PutCommand({ TableName: table.name, Item: { ...key, ...Item } }))
      await put({ ...entry, recordedBy: 'someone' })
      expect(await chain()).toEqual({ whole: false, firstBroken: sequence })
      await put({ ...entry, fact: { kind: 'nothing' } })
      expect(await chain()).toEqual({ whole: false, firstBroken: sequence })
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: key }))
      expect(await chain()).toEqual({ whole: false, firstBroken: sequence })
      await put({ ...entry })
      expect(await chain()).toEqual({ whole: true, firstBroken: null })
    },
  )

  test('a well-forged entry added at the end is found', async () => {
    const made = await enter(...completeYear)
    const forged = nextEntry(made, {
      staffId: 'staff.li',
      recordedAt: now,
      recordedBy: 'hr.county',
      source: 'forged',
      fact: credit('f'),
    })
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.ledgerEntry('staff.li', 3), ...forged } }),
    )
    expect(await chain()).toEqual({ whole: false, firstBroken: 3 })
  })

  test('as of a past day: what was known and due then; a future day is refused', async () => {
    await enter(...completeYear)
    await correct({ void: true })
    const on = async (asOf?: string) => {
      const ledger = await readLedger(deps())('staff.li', { year: 2026, asOf }, who.li, 'zh')
      return ledger.ok
        ? [
            ledger.value.assessment.asOf,
            ledger.value.assessment.annual.status,
            ledger.value.facts.credits.length,
          ]
        : [ledger.code, ledger.errors?.[0]?.pointer]
    }
    expect(await on('2026-05-31')).toEqual(['2026-05-31', 'open', 0])
    expect(await on('2026-06-01')).toEqual(['2026-06-01', 'open', 1])
    expect(await on('2026-06-02')).toEqual(['2026-06-02', 'met', 2])
    expect(await on('2026-06-14')).toEqual(['2026-06-14', 'met', 2])
    expect(await on('2026-06-15')).toEqual(['2026-06-15', 'open', 1])
    expect(await on()).toEqual(['2026-06-15', 'open', 1])
    expect(await on('2026-06-16')).toEqual(['INPUT_INVALID', '/asOf'])
    expect(await on('2023-12-31')).toEqual(['INPUT_INVALID', '/asOf'])
  })
})

/** A table that takes so many transactions, and then is away. */
const failingAfter = (writes: number): Table => {
  let left = writes
  const client = Object.create(table.client, {
    send: {
      value: (command: { readonly constructor: { readonly name: string } }) => {
        const isWrite = ['TransactWriteCommand', 'PutCommand', 'DeleteCommand'].includes(
          command.constructor.name,
        )
        if (isWrite && left === 0) return Promise.reject(new Error('away'))
        if (isWrite) left -= 1
        return table.client.send(command as never)
      },
    },
  })
  return { ...table, client }
}

describe('Art. 7: a justified reason for an incomplete year', () => {
  const justify = async (actor: Actor, year = 2025) => {
    const made = await recordJustified(deps())('staff.li', { year, reason: '长期驻外' }, actor)
    return made.ok ? 'ok' : [made.code, made.article].filter(Boolean).join(' ')
  }

  test('who finds so: a department or authority over the institution, never the institution, never oneself', async () => {
    expect(await justify(who.unit)).toBe('NOT_ALLOWED 7')
    expect(await justify(who.li)).toBe('NOT_ALLOWED 7')
    expect(await justify(who.auditor)).toBe('NOT_ALLOWED 7')
    expect(await justify(who.elsewhere)).toBe('NOT_FOUND')
    expect(await justify({ ...who.department, staffId: 'staff.li' })).toBe('OWN_REQUEST 7')
    expect(await justify(who.department)).toBe('ok')
  })

  test('once a year; not for a year that is complete, does not apply, or has not begun', async () => {
    await enter(...completeYear)
    expect(await justify(who.department, 2026)).toBe('NOTHING_TO_JUSTIFY 7')
    expect(await justify(who.department, 2027)).toBe('INPUT_INVALID')
    expect(await justify(who.county)).toBe('ok')
    expect(await justify(who.region)).toBe('ALREADY_JUSTIFIED')
    const [last] = (await readStaff(table, 'staff.li'))?.entries.slice(-1) ?? []
    // Voided by a higher authority, it may be found anew.
    expect(await outcome(correct({ entry: last?.sequence, void: true }))).toBe('ok')
    expect(await justify(who.department)).toBe('ok')
  })

  test('the person is told once, in a letter whose subject says nothing of them', async () => {
    await justify(who.department)
    expect(asked.sent).toMatchObject([
      { to: ['staff.li@demo.example'], subject: '您有一个年度已登记正当理由' },
    ])
    const [mail] = asked.sent
    expect(mail?.text).toContain('2025 年度')
    expect(mail?.text).toContain('长期驻外')
    expect(await justify(who.unit)).toBe('NOT_ALLOWED 7')
    expect(asked.sent).toHaveLength(1)
  })

  test('sent again, by whomever and in whatever words, it is refused: one entry and one letter stand', async () => {
    const again = (reason: string, actor: Actor) =>
      recordJustified(deps())('staff.li', { year: 2025, reason }, actor)
    expect(await again('长期驻外', who.department)).toMatchObject({
      ok: true,
      value: {
        recordedBy: 'dept.chen',
        source: 'justified.2025.d',
        fact: { kind: 'justified', year: 2025, reason: '长期驻外' },
      },
    })
    for (const [reason, actor] of [
      ['长期驻外', who.department],
      ['另有原因', who.department],
      ['长期驻外', who.county],
    ] as const)
      expect(await again(reason, actor)).toMatchObject({ code: 'ALREADY_JUSTIFIED' })
    const ofYear = ({ fact }: LedgerEntry) => fact.kind === 'justified'
    expect((await readStaff(table, 'staff.li'))?.entries.filter(ofYear)).toHaveLength(1)
    expect(asked.sent).toHaveLength(1)
  })

  test('who found it, when and why is found by an auditor', async () => {
    await justify(who.department)
    const query = { person: 'staff.li', act: 'justified', limit: 10 }
    const found = await searchAudit(table)(query, who.auditor)
    expect(found.ok && found.value.items).toMatchObject([
      {
        ...{ act: 'justified', actor: 'dept.chen', actorName: 'dept.chen', reason: '长期驻外' },
        at: '2026-06-15T09:00:00.000+08:00',
        about: { kind: 'ledger', id: 'staff.li#1' },
      },
    ])
    expect(await searchAudit(table)(query, who.department)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('a crash before anything could follow leaves a mark, and the reconciler goes on', async () => {
    const away = { ...deps(), table: failingAfter(1) }
    await expect(
      recordJustified(away)('staff.li', { year: 2025, reason: '长期驻外' }, who.department),
    ).rejects.toThrow('away')
    expect((await unsettledActs(table, { limit: 10 })).items.map(({ staffId }) => staffId)).toEqual([
      'staff.li',
    ])
    expect(await resumeSettlements(deps(), 0)).toBe(1)
    expect((await unsettledActs(table, { limit: 10 })).items).toEqual([])
    // The letter stood in the transaction of the entry: the refusal of a repeat would have lost it.
    expect(asked.sent).toEqual([])
    expect(await sendUnsent(deps())).toBe(1)
    expect(asked.sent).toMatchObject([{ to: ['staff.li@demo.example'] }])
    expect(await sendUnsent(deps())).toBe(0)
  })

  test('a change of the register is marked in its own transaction, where the rules see a difference', async () => {
    const change = (version: number, more: object) =>
      changePerson({ ...deps(), table: failingAfter(1) })(
        'staff.li',
        PersonChangeBody.parse({ version, reason: '更正', ...more }),
        who.city,
      )
    const before = (await readStaff(table, 'staff.li'))?.person.version ?? 0
    await change(before, { hiredOn: '2019-08-02' })
    expect((await unsettledActs(table, { limit: 10 })).items.map(({ occasion }) => occasion)).toEqual([
      `register-staff.li-${before + 1}`,
    ])
    expect(await resumeSettlements(deps(), 0)).toBe(1)
    await change(before + 1, { disability: true })
    expect((await unsettledActs(table, { limit: 10 })).items).toEqual([])
  })

  test('who found so, and why, stands beside the verdict that it changes', async () => {
    const row = async () => {
      const found = await readEligibility(deps())(
        'staff.li',
        { business: 'grade_promotion', year: 2025 },
        who.county,
        'zh',
      )
      return found.ok && 'verdict' in found.value
        ? [found.value.verdict, found.value.justifiedBy.map(({ id, name, reason }) => [id, name, reason])]
        : []
    }
    expect(await row()).toEqual(['refuse', []])
    await justify(who.department)
    expect(await row()).toEqual(['review', [['dept.chen', 'dept.chen', '长期驻外']]])
    expect(asked.sent.map(({ to }) => to)).toEqual([['staff.li@demo.example']])
  })

  test('without a business: every one that applies', async () => {
    const found = await readEligibility(deps())('staff.li', { year: 2025 }, who.li, 'zh')
    expect(found.ok && 'items' in found.value && found.value.items.map(({ business }) => business)).toEqual([
      'appraisal_excellent',
      'commendation',
      'grade_promotion',
      'regularization',
      'contract_renewal',
    ])
  })
})
