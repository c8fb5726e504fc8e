import type { Person } from '../functions/staff/person.ts'

/** Someone of a professional post, hired long before the rules, in an institution called `i`. */
export const person = (more: Partial<Person> = {}): Person => ({
  id: 'staff.li',
  name: '李雨桐',
  institutionId: 'i',
  postType: 'professional',
  leader: false,
  onRegister: true,
  hiredOn: '2019-08-01',
  highLevelTalent: false,
  terms: [],
  postChanges: [],
  version: 1,
  ...more,
})
