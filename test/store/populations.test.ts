import { beforeEach, describe, expect, test } from 'vitest'
import { exportPersons } from '../../functions/imports/export-persons.ts'
import { importPersons } from '../../functions/imports/import-file.ts'
import { organisationsFrom } from '../../functions/imports/import-organisations.ts'
import { organisationColumns, organisationExample } from '../../functions/imports/organisation-rows.ts'
import { tableIn } from '../../functions/imports/read-table.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { institutionsOf, readOrganisation } from '../../functions/organisations/organisation.ts'
import { NewOrganisation, OrganisationChangeBody } from '../../functions/organisations/organisations-api.ts'
import {
  changeOrganisation,
  registerOrganisation,
} from '../../functions/organisations/register-organisation.ts'
import { viewOrganisation } from '../../functions/organisations/view-organisation.ts'
import { NewPerson, PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { registerPerson } from '../../functions/persons/register-person.ts'
import { readPersonFor } from '../../functions/persons/view-person.ts'
import { readCsv, writeCsv } from '../../functions/platform/spreadsheet/csv.ts'
import type { Table } from '../../functions/platform/table.ts'
import { preparePostChange } from '../../functions/requests/prepare-post-change.ts'
import { factsOf } from '../../functions/staff/facts-of.ts'
import { personsOf, readPerson } from '../../functions/staff/person.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const host = () => recordingHost(table, clock)
const city = people.city

/** An organ of the city: 市档案局. */
let organ: string

const registered = async (more: object) => {
  const made = await registerOrganisation(host())(
    NewOrganisation.parse({
      name: '市档案局',
      kind: 'institution',
      level: 'city',
      authorityId: 'a',
      ...more,
    }),
    undefined,
    city,
  )
  if (!made.ok) throw new Error(`${made.code} ${JSON.stringify(made.errors)}`)
  return made.value
}

beforeEach(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  organ = (await registered({ population: 'organ_worker' })).id
})

const register = (more: object = {}, institutionId = organ) =>
  registerPerson(host())(
    NewPerson.parse({
      ...{ institutionId, staffNo: 'g1', name: '白音', postType: 'worker', hiredOn: '2026-03-02' },
      ...more,
    }),
    undefined,
    city,
  )
const idOf = async (made: ReturnType<typeof register>) => {
  const outcome = await made
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.person.id
}
const change = (id: string, version: number, more: object) =>
  changePerson(host())(id, PersonChangeBody.parse({ version, reason: '更正', ...more }), city)

describe('Art. 47: the register of an organ holds its workers', () => {
  test('a body says whose staff its register holds; those of before are institutions', async () => {
    const [own, school] = [await readOrganisation(table, organ), await readOrganisation(table, 'i')]
    if (own === undefined || school === undefined) throw new Error('Not there')
    expect(await viewOrganisation(table, own, city)).toMatchObject({
      kind: 'institution',
      population: 'organ_worker',
    })
    expect(await viewOrganisation(table, school, city)).toMatchObject({ population: 'institution' })
    const office = await readOrganisation(table, 'a')
    if (office === undefined) throw new Error('Not there')
    expect(await viewOrganisation(table, office, city)).toMatchObject({ population: null })
  })

  test('an authority has no population', async () => {
    const made = await registerOrganisation(host())(
      NewOrganisation.parse({
        ...{ name: '旗人社局', kind: 'authority', level: 'county', parentId: 'a' },
        population: 'organ_worker',
      }),
      undefined,
      city,
    )
    expect(made).toMatchObject({ ok: false, code: 'ORGANISATION_MISPLACED' })
    expect(!made.ok && made.errors?.map(({ pointer }) => pointer)).toEqual(['/population'])
  })

  test('a worker is one of the organ, and assessed as one; nobody else is entered', async () => {
    const id = await idOf(register())
    expect(await readPersonFor(table, id, city)).toMatchObject({ value: { population: 'organ_worker' } })
    const staff = await readStaff(table, id)
    if (staff === undefined) throw new Error('Not there')
    expect(factsOf(staff, 2026, '2026-06-15').person).toMatchObject({ populations: 'organ_worker' })
    expect(await register({ staffNo: 'g2', postType: 'management' })).toMatchObject({
      ...{ ok: false, code: 'INPUT_INVALID' },
      errors: [{ pointer: '/postType' }],
    })
    expect(await change(id, 1, { postType: 'professional' })).toMatchObject({
      ...{ ok: false, code: 'INPUT_INVALID' },
      errors: [{ pointer: '/postType' }],
    })
    expect(await change(id, 1, { name: '白音宝力格' })).toMatchObject({ ok: true })
  })

  test('whoever moves follows the body that takes them over, to and fro', async () => {
    const id = await idOf(register())
    expect(await change(id, 1, { institutionId: 'i' })).toMatchObject({ ok: true })
    expect((await readPerson(table, id))?.population).toBeUndefined()
    expect(await change(id, 2, { institutionId: organ })).toMatchObject({ ok: true })
    expect(await readPerson(table, id)).toMatchObject({ population: 'organ_worker' })
    const teacher = await idOf(register({ postType: 'professional', staffNo: 't1' }, 'i'))
    expect(await change(teacher, 1, { institutionId: organ })).toMatchObject({
      ...{ ok: false, code: 'INPUT_INVALID' },
      errors: [{ pointer: '/postType' }],
    })
  })

  test('another type of post is filed for nobody there; other duties are', async () => {
    const staffId = await idOf(register())
    const registrar: Actor = {
      ...people.registrar,
      staffId: 'someone.else',
      roles: [{ role: 'institution', organisationId: organ, head: true }],
    }
    const file = (more: object) =>
      preparePostChange(
        host(),
        {
          ...{ type: 'post_change', staffId, kind: 'post_type', toPostType: 'management' },
          ...{ effectiveOn: '2026-07-01', reason: '转岗', evidence: [], ...more },
        } as Parameters<typeof preparePostChange>[1],
        { requestId: 'r1', actor: registrar, round: 1 } as unknown as Parameters<typeof preparePostChange>[2],
      )
    expect(await file({})).toMatchObject({ ok: false, errors: [{ pointer: '/toPostType' }] })
    expect(await file({ kind: 'duties', toPostType: undefined })).toMatchObject({ ok: true })
  })

  test('what a body is stays once somebody stands on its register', async () => {
    const change = (version: number, population: string, id = organ) =>
      changeOrganisation(host())(
        id,
        OrganisationChangeBody.parse({ version, reason: '更正', population }),
        city,
      )
    expect(await change(1, 'institution')).toMatchObject({ ok: true, value: { population: 'institution' } })
    expect(await change(2, 'organ_worker')).toMatchObject({ ok: true })
    await idOf(register())
    expect(await change(3, 'institution')).toMatchObject({
      ...{ ok: false, code: 'ORGANISATION_MISPLACED' },
      errors: [{ pointer: '/population' }],
    })
    // Saying what it is already changes nothing.
    expect(await change(3, 'organ_worker')).toMatchObject({ ok: true, value: { version: 3 } })
  })
})

const bytes = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${rows.join('\r\n')}\r\n`)

describe('Art. 47: files', () => {
  const load = (row: string, mode: 'apply' | 'preview' = 'apply') => {
    const read = tableIn(
      readCsv(bytes('机构名称,机构类别,层级,上级机构', row)),
      organisationColumns,
      organisationExample,
    )
    if (!read.ok) throw new Error(read.code)
    return organisationsFrom(host())(
      read.value,
      { mode, partial: false, answers: new Map(), begun: performance.now() },
      people.region,
      'zh',
    )
  }

  test.each(['机关', '参公单位', '参公事业单位', '机关（参公单位）'])('%s is an organ', async (kind) => {
    expect(await load(`市统计局,${kind},盟市,市人社局`)).toMatchObject({ value: { applied: 1 } })
    const { items } = await institutionsOf(table, { id: 'a', kind: 'authority' }, { limit: 100 })
    expect(items.find(({ name }) => name === '市统计局')).toMatchObject({ population: 'organ_worker' })
    expect(await load(`市统计局,${kind},盟市,市人社局`)).toMatchObject({ value: { unchanged: 1 } })
    expect(await load('市统计局,事业单位,盟市,市人社局', 'preview')).toMatchObject({
      value: { failed: 1, errors: [{ column: '机构类别' }] },
    })
  })

  const HEADER = '工号,姓名,岗位类型,聘用日期,人员范围'
  const persons = (institutionId: string, ...rows: string[]) =>
    importPersons(host())(
      { bytes: bytes(HEADER, ...rows), mode: 'apply', partial: true, institutionId },
      city,
      'zh',
    )

  test('persons follow the body; a column that says otherwise, or another post, is a fault of its row', async () => {
    expect(
      await persons(
        organ,
        ...['G1,白音,工勤技能,2026-03-02,机关工勤', 'G2,乌兰,工勤技能,2026-03-02,'],
        ...['G3,陈晨,管理,2026-03-02,', 'G4,苏和,工勤技能,2026-03-02,事业单位工作人员'],
      ),
    ).toMatchObject({
      value: {
        new: 2,
        errors: [
          { row: 4, column: '岗位类型' },
          { row: 5, column: '人员范围' },
        ],
      },
    })
    await persons(organ, 'G1,白音,工勤技能,2026-03-02,机关工勤', 'G2,乌兰,工勤技能,2026-03-02,')
    const { items } = await personsOf(table, organ, { limit: 10 })
    expect(items.map(({ population }) => population)).toEqual(['organ_worker', 'organ_worker'])
    const file = await exportPersons(table, organ, city)
    if (!file.ok) throw new Error(file.code)
    expect(file.value[1]).toContain('机关（参公单位）工勤人员')
    const again = { mode: 'apply', partial: false, institutionId: organ } as const
    expect(
      await importPersons(host())(
        { ...again, bytes: new TextEncoder().encode(writeCsv(file.value)) },
        city,
        'zh',
      ),
    ).toMatchObject({ value: { unchanged: 2, new: 0, failed: 0 } })
  })
})
