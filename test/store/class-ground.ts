import { type Account, newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { newProgramme } from '../../functions/programmes/programme.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { personOf, seedRegisters } from './registers-ground.ts'

/** The account of somebody of `seedOneClass`. */
export const accountOf = (staffId: string): Account => ({
  ...{ id: `account.${staffId}`, name: `名${staffId}`, email: `${staffId}@demo.example`, staffId, roles: [] },
})

const register = (table: Table, staffId: string, institutionId: string) =>
  write(table, [
    ...registerPerson(
      personOf(staffId, { institutionId, staffNo: staffId, accountId: `account.${staffId}` }),
      { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
    ),
    ...newAccount(accountOf(staffId)),
  ])

/**
 * The class `p1` of the department `d`, two half-days of 10 June 2026, for everybody; `one` and `two` of the institution
 * `j`, and `nurse` of the hospital `h`, with which nobody has an account.
 */
export const seedOneClass = async (table: Table): Promise<void> => {
  await seedRegisters(table)
  await write(table, [
    newOrganisation({
      ...{ id: 'h', name: '敕勒川医院', kind: 'institution', level: 'city', departmentId: 'd' },
      ...{ authorityId: 'a', overseers: ['d', 'dr', 'a', 'r'] },
    }),
    newProgramme({
      ...{ id: 'p1', year: 2026, title: '暑期研修班', organiserId: 'd', organiserName: '市教育局' },
      courses: [
        {
          ...{ title: '公共课', subject: 'public', category: 'in_service', mode: 'offline', kind: 'theory' },
          ...{ feeFen: 0, minutes: 240, lecturers: [] },
        },
      ],
      sessions: [
        { day: '2026-06-10', half: 'morning', course: 0 },
        { day: '2026-06-10', half: 'afternoon', course: 0 },
      ],
      ...{ firstDay: '2026-06-10', lastDay: '2026-06-10', place: '中心', capacity: 9, budget: '本级财政' },
      ...{ audience: { organisations: [], postTypes: [] }, plan: { why: '临时任务' } },
      ...{
        filedBy: 'dept',
        filedAt: '2026-05-01T09:00:00.000+08:00',
        state: 'accepted',
        acts: [],
        version: 1,
      },
      acceptedAt: '2026-05-02T09:00:00.000+08:00',
    }),
  ])
  for (const id of ['one', 'two']) await register(table, id, 'j')
  await register(table, 'nurse', 'h')
}
