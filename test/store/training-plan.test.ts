import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { keys } from '../../functions/platform/keys.ts'
import { read, type Table, write } from '../../functions/platform/table.ts'
import type { FilingBody } from '../../functions/programmes/api.ts'
import { programmeFigures } from '../../functions/programmes/figures.ts'
import { keepPlan } from '../../functions/programmes/keep-plan.ts'
import type { PlanBody } from '../../functions/programmes/plans-api.ts'
import { prepareFiling } from '../../functions/programmes/prepare-filing.ts'
import {
  newProgramme,
  type Programme,
  readProgramme,
  replaceProgramme,
} from '../../functions/programmes/programme.ts'
import { listPlans, viewPlan } from '../../functions/programmes/view-plan.ts'
import { fileRequest } from '../../functions/requests/submit-request.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const deps = () => recordingHost(table, { now: () => now }, asked)

beforeEach(async () => {
  asked = nothingAsked()
  now = Date.parse('2026-03-31T09:00:00+08:00')
  table = await database.newTable()
  await seedRegisters(table)
})

const row = (more: object = {}): PlanBody['rows'][number] => ({
  ...{ title: '公共科目集中培训', subject: 'public', audience: '全体人员', people: 50, halfDays: 6 },
  ...{ budgetFen: 2_000_000, month: 7 },
  ...more,
})
const keep = (more: Partial<PlanBody> = {}, id = 'i', actor: Actor = people.registrar) =>
  keepPlan(deps())(id, { year: 2026, rows: [row()], file: false, version: 0, ...more }, actor)
const view = async (actor: Actor, id = 'i') => {
  const found = await viewPlan(table, id, 2026, actor)
  return found.ok ? found.value : found.code
}

describe('Art. 5, 11: an annual plan, filed upwards and adjusted on record', () => {
  test('a draft is its own desk’s alone; filed, whoever is signed in reads it, and the desk above is told', async () => {
    expect(await keep()).toMatchObject({ ok: true, value: { state: 'draft' } })
    expect(asked.sent).toEqual([])
    expect(await view(people.department)).toBe('NOT_FOUND')
    expect(await view(people.registrar)).toMatchObject({ state: 'draft', mayKeep: true })
    const drafted = { ...row({ people: 60 }), id: '1' }
    expect(await keep({ rows: [drafted], file: true, version: 1 })).toMatchObject({ ok: true })
    // An institution with a department files with it.
    expect(asked.sent).toMatchObject([{ id: 'plan-i-2026-2', to: [people.department.email] }])
    expect(await view(people.sibling)).toMatchObject({
      ...{ state: 'filed', late: false, mayKeep: false, filedTo: { id: 'd' } },
      rows: [{ id: '1', people: 60, held: { halfDays: 0, people: 0 } }],
    })
    const list = await listPlans(table, 'd', 2026, { limit: 10 }, people.department)
    expect(list.ok && list.value.items).toMatchObject([{ organisation: { id: 'i' }, rows: 1, people: 60 }])
    expect(await listPlans(table, 'd', 2026, { limit: 10 }, people.registrar)).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('[R] after 31 March it is late, and says so; nobody keeps another’s', async () => {
    now = Date.parse('2026-04-01T00:00:00+08:00')
    expect(await keep({ file: true })).toMatchObject({ ok: true })
    expect(await view(people.registrar)).toMatchObject({ late: true })
    expect(await keep({}, 'j', people.registrar)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await keep({ file: true }, 'd', people.department)).toMatchObject({ value: { filedTo: 'a' } })
    expect(await keep({ file: true }, 'a', people.city)).toMatchObject({ value: { filedTo: 'r' } })
    expect(await keep({ rows: [], file: true }, 'b', people.region)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await keep({ rows: [], file: true }, 'r', people.region)).toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('filed, it changes with a reason alone, and what it said before stays', async () => {
    await keep({ file: true })
    const adjusted = { rows: [row({ id: '1', people: 80 }), row({ title: '专题' })], version: 1 }
    expect(await keep(adjusted)).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/reason' }] })
    expect(await keep({ ...adjusted, version: 0 })).toMatchObject({ code: 'STALE_VERSION' })
    expect(await keep({ ...adjusted, reason: '新增任务' })).toMatchObject({
      value: { state: 'filed', rows: [{ id: '1', people: 80 }, { id: '2' }] },
    })
    expect(await read(table, keys.planRevision('i', 2026, 1))).toMatchObject({ rows: [{ people: 50 }] })
    expect(await view(people.sibling)).toMatchObject({
      acts: [{ act: 'file' }, { act: 'adjust', reason: '新增任务' }],
    })
  })

  test('of two who keep it at once one is told', async () => {
    const both = await Promise.all([keep(), keep({ rows: [row({ title: '另一个' })] })])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['STALE_VERSION', 'ok'])
  })
})

test('a programme takes a row, and the plan shows what of it was held', async () => {
  await keep({ file: true, rows: [row(), row({ title: '专题' })] })
  const filing = (plan: FilingBody['plan']): FilingBody => ({
    ...{ organiserId: 'i', title: '公共科目第一期', place: '线上', capacity: 9, budget: '部门预算', plan },
    courses: [
      {
        ...{ title: '师德', category: 'in_service', subject: 'public', mode: 'online', kind: 'remote' },
        ...{ feeFen: 0, minutes: 45, lecturers: [], from: '2026-07-01', to: '2026-07-02', hours: 1 },
      },
    ],
    sessions: [],
    audience: { organisations: ['i'], postTypes: [] },
  })
  const file = async (plan: FilingBody['plan'], key: string) =>
    fileRequest(deps(), prepareFiling)(filing(plan), key, people.registrar)
  expect(await file({ year: 2026, item: '随意', row: '9' }, 'k1')).toMatchObject({
    code: 'INPUT_INVALID',
    errors: [{ pointer: '/plan/row' }],
  })
  const filed = await file({ year: 2026, item: '随意', row: '1' }, 'k2')
  const id = filed.ok ? filed.value.id : ''
  const programme = await readProgramme(table, id)
  // The plan says what the row is called, not whoever files.
  expect(programme?.plan).toEqual({ year: 2026, item: '公共科目集中培训', row: '1' })
  await file({ why: '临时任务' }, 'k3')
  // What is not public yet is shown to its own desk alone.
  expect(await view(people.sibling)).toMatchObject({ rows: [{ programmes: [] }, {}], besides: [] })
  if (programme)
    await write(table, [
      replaceProgramme(programme, {
        ...programme,
        state: 'closed',
        acceptedAt: '2026-06-01T09:00:00.000+08:00',
        sessions: [
          { day: '2026-07-01', half: 'morning', course: 0 },
          { day: '2026-07-01', half: 'afternoon', course: 0 },
        ],
        held: { enrolled: 9, attended: 8, passed: 7, halfDays: 14 },
      }),
    ])
  expect(await view(people.registrar)).toMatchObject({
    rows: [
      { id: '1', programmes: [{ id, state: 'closed' }], held: { halfDays: 2, people: 7 } },
      { id: '2', programmes: [], held: { halfDays: 0, people: 0 } },
    ],
    besides: [{ why: '临时任务' }],
  })
  // A row that a programme carries out stays; another may go.
  const reason = '压缩经费'
  expect(await keep({ rows: [row({ id: '2' })], version: 1, reason })).toMatchObject({
    code: 'INPUT_INVALID',
    errors: [{ pointer: '/rows' }],
  })
  expect(await keep({ rows: [row({ id: '1' })], version: 1, reason })).toMatchObject({ ok: true })
})

describe('what programmes come to, by organisation', () => {
  const one = (id: string, organiserId: string, more: Partial<Programme>): Programme => ({
    ...{ id, year: 2026, title: id, organiserId, organiserName: organiserId, budget: '部门预算' },
    courses: [
      {
        ...{ title: id, category: 'in_service', subject: 'public', mode: 'offline', kind: 'theory' },
        ...{ feeFen: 9600, minutes: 1440, lecturers: [] },
      },
    ],
    sessions: ['2026-07-06', '2026-07-07', '2026-07-08'].flatMap((day) =>
      (['morning', 'afternoon'] as const).map((half) => ({ day, half, course: 0 })),
    ),
    ...{ firstDay: '2026-07-06', lastDay: '2026-07-08', place: '党校', capacity: 40 },
    ...{ audience: { organisations: [], postTypes: [] }, plan: { why: '临时' }, filedBy: 'x' },
    ...{ filedAt: '2026-06-01T09:00:00.000+08:00', acts: [], version: 1, state: 'accepted' },
    acceptedAt: '2026-06-02T09:00:00.000+08:00',
    ...more,
  })

  test('filed, held, people, hours, cost a day against the cap (Art. 26)', async () => {
    const { acceptedAt: _, ...waiting } = one('p3', 'i', { state: 'in_review' })
    await write(table, [
      newProgramme(
        one('p1', 'i', { state: 'closed', held: { enrolled: 9, attended: 8, passed: 7, halfDays: 40 } }),
      ),
      newProgramme(one('p2', 'i', { state: 'cancelled' })),
      newProgramme(waiting),
      newProgramme(one('p4', 'i', { year: 2025 })),
      newProgramme(one('p5', 'k', {})),
    ])
    const found = await programmeFigures(table, 'd', 2026, { limit: 10 }, people.department)
    // 96 yuan of the 192 that 1,440 minutes of theory may cost; three days.
    expect(found.ok && found.value.items.find(({ organisation }) => organisation.id === 'i')).toMatchObject({
      ...{ filed: 3, accepted: 2, cancelled: 1, closed: 1, places: 40, enrolled: 9, attended: 8, passed: 7 },
      ...{ hours: 160, feeFenADay: 3200, highestShareOfCap: 500, hasBelow: false },
    })
    expect(await programmeFigures(table, 'd', 2026, { limit: 10 }, people.registrar)).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('page by page: itself, the authorities below, then the institutions, each once', async () => {
    const names: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 10; page += 1) {
      const found = await programmeFigures(table, 'a', 2026, { limit: 1, cursor }, people.city)
      if (!found.ok) throw new Error(found.code)
      names.push(...found.value.items.map(({ organisation }) => organisation.id))
      if (found.value.cursor === null) break
      cursor = found.value.cursor
    }
    expect(names).toEqual(['a', 'k', 'i', 'j'])
  })
})
