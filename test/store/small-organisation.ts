import { newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { newPerson } from '../../functions/staff/person.ts'

const account = (
  id: string,
  more: { staffId?: string; role?: 'institution' | 'department' | 'authority'; organisationId?: string } = {},
) => ({
  id,
  name: id,
  email: `${id}@demo.example`,
  ...(more.staffId === undefined ? {} : { staffId: more.staffId }),
  roles:
    more.role && more.organisationId
      ? [{ role: more.role, organisationId: more.organisationId, head: false }]
      : [],
})

/** One institution with its department and authority, and one person at each desk. */
export const accounts = {
  li: account('staff.li', { staffId: 'staff.li' }),
  registrar: account('unit.admin', { staffId: 'unit.admin', role: 'institution', organisationId: 'i' }),
  department: account('dept.chen', { role: 'department', organisationId: 'd' }),
  authority: account('hr.city', { role: 'authority', organisationId: 'a' }),
}

const person = (id: string) => ({
  id,
  name: id,
  institutionId: 'i',
  postType: 'professional' as const,
  leader: false,
  onRegister: true,
  hiredOn: '2019-08-01',
  highLevelTalent: false,
  terms: [],
  postChanges: [],
  accountId: id,
  version: 1,
})

export const seedSmall = async (table: Table): Promise<void> => {
  await write(table, [
    newOrganisation({ id: 'a', name: '人社局', kind: 'authority', level: 'city', overseers: [] }),
    newOrganisation({ id: 'd', name: '教育局', kind: 'department', level: 'city', overseers: [] }),
    newOrganisation({
      id: 'i',
      name: '中学',
      kind: 'institution',
      level: 'city',
      departmentId: 'd',
      authorityId: 'a',
      overseers: ['d', 'a'],
    }),
    newPerson(person('staff.li')),
    newPerson(person('unit.admin')),
    ...Object.values(accounts).flatMap(newAccount),
  ])
}
