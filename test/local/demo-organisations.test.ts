import { expect, test } from 'vitest'
import { Account } from '../../functions/organisations/account.ts'
import { Organisation } from '../../functions/organisations/organisation.ts'
import { oversees, sitsAt } from '../../functions/organisations/visibility.ts'
import { accounts, demoAccounts } from '../../local/demo/accounts.ts'
import { administration, institutionsFor } from '../../local/demo/organisations.ts'
import { namedPersons } from '../../local/demo/people.ts'
import { places } from '../../local/demo/regions.ts'

const institutions = institutionsFor(240)
const organisations = [...administration, ...institutions]
const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
const organisation = (id: string | undefined): Organisation => Organisation.parse(byId.get(id ?? 'none'))
const named = (name: string): Organisation =>
  Organisation.parse(organisations.find((one) => one.name === name))
const account = (id: string): Account => Account.parse(accounts.find((one) => one.id === id))

test('the region has its 12 cities and leagues and its 103 counties and banners', () => {
  expect(places.filter(({ code }) => code.length === 4)).toHaveLength(12)
  expect(places.filter(({ code }) => code.length === 6)).toHaveLength(103)
  expect(places.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['内蒙古自治区', '兴安盟', '乌海市', '鄂伦春自治旗', '昆都仑区']),
  )
  expect(places.filter(({ name }) => /市辖区|开发区|管委会|管理区/.test(name))).toEqual([])
})

test('满洲里 and 二连浩特 stand beside the cities: their authorities answer to the region', () => {
  for (const name of ['满洲里市人社局', '二连浩特市人社局'])
    expect(named(name)).toMatchObject({
      level: 'city',
      parentId: 'authority-15',
      overseers: ['authority-15'],
    })
  expect(named('海拉尔区人社局')).toMatchObject({ parentId: named('呼伦贝尔市人社局').id, level: 'county' })
})

test('every organisation parses, has an id and a name of its own, and hangs on organisations that exist', () => {
  expect(byId.size).toBe(organisations.length)
  expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length)
  for (const one of organisations) {
    expect(() => Organisation.parse(one)).not.toThrow()
    expect(one.id).toMatch(/^(authority|department|institution)-[a-z0-9-]+$/)
    for (const id of [one.parentId, one.departmentId, one.authorityId, ...one.overseers])
      if (id !== undefined) expect(byId.has(id), `${one.id} → ${id}`).toBe(true)
  }
})

test('who oversees an institution is its department and its authority, and all above them', () => {
  const above = (id: string | undefined): string[] =>
    id === undefined ? [] : [id, ...above(organisation(id).parentId)]
  for (const { departmentId, authorityId, overseers } of institutions)
    expect(overseers).toEqual([...above(departmentId), ...above(authorityId)])
  for (const { parentId, overseers } of administration) expect(overseers).toEqual(above(parentId))
})

test('there are several dozens of institutions at every level, some without a competent department', () => {
  expect(institutions.length).toBeGreaterThan(48)
  for (const level of ['region', 'city', 'county'])
    expect(institutions.some((one) => one.level === level)).toBe(true)
  const without = institutions.filter(({ departmentId }) => departmentId === undefined)
  expect(without.length).toBeGreaterThan(3)
  expect(without.length).toBeLessThan(institutions.length / 3)
  for (const { level, authorityId } of institutions) expect(organisation(authorityId).level).toBe(level)
})

test('a large demo has an institution to twelve persons, still each of its own name', () => {
  const many = institutionsFor(60_000)
  expect(many).toHaveLength(5_000)
  expect(new Set(many.map(({ name }) => name)).size).toBe(5_000)
  expect(new Set(many.map(({ id }) => id)).size).toBe(5_000)
})

test('青城实验中学 belongs to 呼和浩特市教育局 and, at city level, to 呼和浩特市人社局', () => {
  const school = named('青城实验中学')
  expect(school).toMatchObject({ kind: 'institution', level: 'city' })
  expect(organisation(school.departmentId).name).toBe('呼和浩特市教育局')
  expect(organisation(school.authorityId).name).toBe('呼和浩特市人社局')
})

test('the accounts of the contract sit where it says', () => {
  const school = named('青城实验中学').id
  expect(sitsAt(account('unit.admin'), school, 'institution')).toBe(true)
  expect(sitsAt(account('dept.chen'), named('呼和浩特市教育局').id, 'department')).toBe(true)
  expect(sitsAt(account('hr.city'), named('呼和浩特市人社局').id, 'authority')).toBe(true)
  expect(sitsAt(account('hr.region'), named('自治区人社厅').id, 'authority')).toBe(true)
  expect(account('auditor').roles.map(({ role }) => role)).toEqual(['auditor'])
  expect(account('operator').roles.map(({ role }) => role)).toEqual(['operator'])
  const [county] = account('hr.county').roles
  expect(organisation(county?.organisationId)).toMatchObject({ kind: 'authority', level: 'county' })
  for (const id of ['staff.li', 'staff.wang', 'staff.zhao']) {
    expect(account(id)).toMatchObject({ staffId: id, roles: [] })
    expect(namedPersons.find((person) => person.id === id)?.institutionId).toBe(school)
  }
})

test('each desk of 青城实验中学’s route has a second person and a head, so that no own claim is stuck', () => {
  const school = named('青城实验中学')
  const route = [
    [school.id, 'institution'],
    [school.departmentId, 'department'],
    [school.authorityId, 'authority'],
  ]
  for (const [id, role] of route) {
    const seats = accounts.flatMap(({ roles }) =>
      roles.filter((seat) => seat.organisationId === id && seat.role === role),
    )
    expect(seats.length).toBeGreaterThanOrEqual(2)
    expect(seats.filter(({ head }) => head)).toHaveLength(1)
  }
})

test('hr.city oversees 青城实验中学 and hr.county does not; hr.region and the auditor oversee all', () => {
  const school = named('青城实验中学')
  for (const id of ['unit.admin', 'dept.chen', 'hr.city', 'hr.region', 'auditor'])
    expect(oversees(account(id), school), id).toBe(true)
  expect(oversees(account('hr.county'), school)).toBe(false)
  expect(oversees(account('hr.county'), named('昆都仑区鹿鸣小学'))).toBe(true)
  expect(oversees(account('hr.city'), named('昆都仑区鹿鸣小学'))).toBe(false)
  for (const institution of institutions)
    for (const id of ['hr.region', 'auditor']) expect(oversees(account(id), institution)).toBe(true)
})

test('the accounts parse, are fictional addresses, sit at organisations that exist, and are all listed', () => {
  expect(demoAccounts.map(({ id }) => id)).toEqual(accounts.map(({ id }) => id))
  for (const one of accounts) {
    expect(Account.parse(one).email).toBe(`${one.id}@demo.example`)
    for (const { organisationId } of one.roles) expect(byId.has(organisationId)).toBe(true)
    expect(namedPersons.some(({ id }) => id === one.staffId)).toBe(one.staffId !== undefined)
  }
  for (const { title } of demoAccounts) expect(title).toMatch(/^[^\n]{4,40}$/)
})
