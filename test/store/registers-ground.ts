import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { Role } from '../../functions/platform/terms.ts'
import type { Person } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { person } from '../person.ts'

const seated = (
  id: string,
  role: Role,
  organisationId: string,
  more: { staffId?: string; head?: boolean } = {},
) => ({
  id,
  name: `名${id}`,
  email: `${id}@demo.example`,
  ...(more.staffId === undefined ? {} : { staffId: more.staffId }),
  roles: [{ role, organisationId, head: more.head ?? false }],
})

/** Someone at every level, at two sibling institutions of a city, and at one of a county. */
export const people = {
  region: seated('hr.region', 'authority', 'r', { head: true }),
  auditor: seated('auditor', 'auditor', 'r'),
  city: seated('hr.city', 'authority', 'a'),
  county: seated('hr.county', 'authority', 'k'),
  department: seated('dept', 'department', 'd'),
  registrar: seated('unit.admin', 'institution', 'i', { staffId: 'unit.admin' }),
  head: seated('unit.head', 'institution', 'i', { head: true }),
  sibling: seated('unit.sibling', 'institution', 'j', { head: true }),
  lower: seated('unit.lower', 'institution', 'l', { head: true }),
  li: { id: 'staff.li', name: '李静怡', email: 'li@demo.example', staffId: 'staff.li', roles: [] },
} satisfies Record<string, Actor>

const organisations: Organisation[] = [
  { id: 'r', name: '自治区人社厅', kind: 'authority', level: 'region', overseers: [] },
  { id: 'dr', name: '教育厅', kind: 'department', level: 'region', overseers: [] },
  { id: 'a', name: '市人社局', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] },
  { id: 'b', name: '另一市人社局', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] },
  { id: 'd', name: '市教育局', kind: 'department', level: 'city', parentId: 'dr', overseers: ['dr'] },
  { id: 'k', name: '区人社局', kind: 'authority', level: 'county', parentId: 'a', overseers: ['a', 'r'] },
  ...['i', 'j'].map((id) => ({
    id,
    name: `中学${id}`,
    kind: 'institution' as const,
    level: 'city' as const,
    departmentId: 'd',
    authorityId: 'a',
    overseers: ['d', 'dr', 'a', 'r'],
  })),
  {
    id: 'l',
    name: '区小学',
    kind: 'institution',
    level: 'county',
    authorityId: 'k',
    overseers: ['k', 'a', 'r'],
  },
]

export const personOf = (id: string, more: Partial<Person> = {}): Person =>
  person({ id, name: `名${id}`, ...more })

const seeding = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }

export const seedRegisters = async (table: Table): Promise<void> => {
  await write(table, [
    ...organisations.map(newOrganisation),
    ...Object.values(people).flatMap((account) => newAccount(account)),
  ])
  await write(table, registerPerson(personOf('staff.li', { staffNo: 'A1' }), seeding))
  await write(
    table,
    registerPerson(personOf('unit.admin', { staffNo: 'A2', accountId: 'unit.admin' }), seeding),
  )
}
