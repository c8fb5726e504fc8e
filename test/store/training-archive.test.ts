import { beforeEach, describe, expect, test } from 'vitest'
import type { TrainingRecord } from '../../functions/ledger/api.ts'
import { formsOf, readTrainingArchive } from '../../functions/ledger/training-archive.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
const deps = () => recordingHost(table, { now: () => Date.parse('2026-06-15T09:00:00+08:00') })

const course = {
  category: 'in_service' as const,
  mode: 'offline' as const,
  from: '2026-05-11',
  to: '2026-05-15',
  fullTime: true,
  passed: true,
}
const claim = {
  type: 'recognition' as const,
  staffId: 'staff.li',
  title: '骨干教师集中培训',
  provider: '市委党校',
  certificateNo: '青培〔2026〕19 号',
  lines: [
    { ...course, subject: 'public' as const, halfDays: 4 },
    { ...course, subject: 'professional' as const, halfDays: 6 },
    {
      subject: 'professional' as const,
      category: 'in_service' as const,
      mode: 'online' as const,
      from: '2026-03-02',
      to: '2026-03-20',
      hours: 2.5,
    },
  ],
  evidence: [],
}

describe('Art. 34: the training archive', () => {
  beforeEach(async () => {
    table = await database.newTable()
    await seedSmall(table)
  })

  test('has kind, content, time and result of all that is on record; a line that is not decided is not there', async () => {
    const submitted = await submitRequest(deps())(claim, 'k', accounts.li)
    if (!submitted.ok) throw new Error(submitted.code)
    const requestId = submitted.value.id
    for (const line of [2, 0]) await creditLine(settling(deps()))({ requestId, line })
    const archive = await readTrainingArchive(table)('staff.li', accounts.registrar)
    expect(archive).toMatchObject({ ok: true })
    if (!archive.ok) return
    const named = { title: claim.title, provider: claim.provider, certificateNo: claim.certificateNo }
    expect(archive.value.items).toEqual([
      {
        ...named,
        ...{
          id: `${requestId}.2`,
          requestId,
          mayOpenRequest: true,
          subject: 'professional',
          category: 'in_service',
          mode: 'online',
        },
        ...{
          from: '2026-03-02',
          to: '2026-03-20',
          hours: 2.5,
          fullTime: false,
          passed: null,
          makeUpFor: null,
        },
      },
      {
        ...named,
        ...{
          id: `${requestId}.0`,
          requestId,
          mayOpenRequest: true,
          subject: 'public',
          category: 'in_service',
          mode: 'offline',
        },
        ...{ from: '2026-05-11', to: '2026-05-15', hours: 16, fullTime: true, passed: true, makeUpFor: null },
      },
    ])
    expect(archive.value.appraisal).toEqual([
      {
        year: 2026,
        trainings: [
          { ...named, category: 'in_service', from: '2026-05-11', to: '2026-05-15', hours: 16, passed: true },
        ],
      },
    ])
    expect(archive.value.cadre).toEqual([])
  })

  test('after a move the training is in the archive, and its request stays closed to the new institution', async () => {
    await write(table, [
      newOrganisation({
        id: 'j',
        name: '小学',
        kind: 'institution',
        level: 'city',
        authorityId: 'a',
        overseers: ['a'],
      }),
    ])
    const submitted = await submitRequest(deps())(claim, 'k', accounts.li)
    if (!submitted.ok) throw new Error(submitted.code)
    await creditLine(settling(deps()))({ requestId: submitted.value.id, line: 0 })
    const move = { version: 1, reason: '调动', institutionId: 'j' }
    expect(await changePerson(deps())('staff.li', move, accounts.authority)).toMatchObject({ ok: true })
    const roles = [{ role: 'institution' as const, organisationId: 'j', head: false }]
    const seen = async (actor: Actor) => {
      const archive = await readTrainingArchive(table)('staff.li', actor)
      return archive.ok
        ? archive.value.items.map(({ title, mayOpenRequest }) => [title, mayOpenRequest])
        : archive.code
    }
    expect(await seen({ ...accounts.registrar, roles })).toEqual([[claim.title, false]])
    expect(await seen(accounts.registrar)).toBe('NOT_FOUND')
    expect(await seen(accounts.li)).toEqual([[claim.title, true]])
  })

  test('is for the person and those above them alone', async () => {
    expect(await readTrainingArchive(table)('staff.li', accounts.li)).toMatchObject({ ok: true })
    const stranger = { ...accounts.registrar, id: 'x', staffId: 'x', roles: [] }
    expect(await readTrainingArchive(table)('staff.li', stranger)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('Art. 34: what is entered in the two forms', () => {
  const record = (id: string, more: Partial<TrainingRecord> = {}): TrainingRecord => ({
    id,
    requestId: null,
    mayOpenRequest: false,
    title: null,
    provider: null,
    certificateNo: null,
    subject: 'public',
    category: 'in_service',
    mode: 'offline',
    from: '2026-03-01',
    to: '2026-03-05',
    hours: 40,
    fullTime: true,
    passed: null,
    makeUpFor: null,
    ...more,
  })

  test('two subjects of one class are one training, in hours of both; it is passed where no part was failed', () => {
    const lines = [
      record('r.0', { requestId: 'r', hours: 12.1, passed: true }),
      record('r.1', { requestId: 'r', hours: 8.2, subject: 'professional' }),
      record('s.0', { requestId: 's', passed: true }),
      record('s.1', { requestId: 's', passed: false }),
    ]
    const [year] = formsOf(lines).appraisal
    expect(year?.trainings.map(({ hours, passed }) => [hours, passed])).toEqual([
      [20.3, true],
      [80, false],
    ])
  })

  test('two trainings of one claim, with other days between them, stay two', () => {
    const lines = [
      record('r.0', { requestId: 'r', from: '2026-03-01', to: '2026-03-31', hours: 90 }),
      record('r.1', { requestId: 'r', from: '2026-05-01', to: '2026-05-31', hours: 60 }),
    ]
    const { appraisal, cadre } = formsOf(lines)
    expect(appraisal[0]?.trainings.map(({ from, hours }) => [from, hours])).toEqual([
      ['2026-03-01', 90],
      ['2026-05-01', 60],
    ])
    expect(cadre).toEqual([])
  })

  test('a class over New Year is in the appraisal of both years, and once, whole, in the cadre form', () => {
    const lines = [
      record('r.0', { requestId: 'r', from: '2025-11-17', to: '2025-12-31', hours: 100 }),
      record('r.1', { requestId: 'r', from: '2026-01-01', to: '2026-01-16', hours: 60 }),
      record('part-time', { from: '2026-02-01', to: '2026-06-30', fullTime: false }),
    ]
    const { appraisal, cadre } = formsOf(lines)
    expect(appraisal.map(({ year, trainings }) => [year, trainings.map(({ hours }) => hours)])).toEqual([
      [2025, [100]],
      [2026, [60]],
    ])
    expect(cadre.map(({ from, to, hours }) => [from, to, hours])).toEqual([['2025-11-17', '2026-01-16', 160]])
  })
})
