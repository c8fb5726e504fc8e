import { Temporal } from 'temporal-polyfill'
import type { Organisation } from '../../functions/organisations/organisation.ts'
import type { Person } from '../../functions/staff/person.ts'
import { accounts } from './accounts.ts'
import { type Chance, chanceOf } from './chance.ts'
import { nameBy } from './names.ts'
import { LUMING, QINGCHENG } from './organisations.ts'

const TERM = { from: '2024-01-01', to: '2026-12-31' } as const

type Post = Pick<Person, 'postType' | 'hiredOn'> & Partial<Pick<Person, 'institutionId' | 'leader' | 'terms'>>

/** The posts of those who have an account and stand on a register. */
const posts: Readonly<Record<string, Post>> = {
  'staff.li': { postType: 'professional', hiredOn: '2019-08-01' },
  'staff.wang': { postType: 'management', hiredOn: '2019-03-01' },
  'staff.zhao': {
    postType: 'worker',
    hiredOn: '2026-03-16',
    terms: [{ from: '2026-03-16', to: '2029-03-15' }],
  },
  'unit.admin': { postType: 'management', hiredOn: '2015-07-01' },
  'unit.second': { postType: 'management', hiredOn: '2017-09-01' },
  'unit.head': { postType: 'management', hiredOn: '2004-07-15', leader: true },
  'staff.tuya': { postType: 'professional', hiredOn: '2018-08-20', institutionId: LUMING },
  'unit.luming': { postType: 'management', hiredOn: '2012-06-01', institutionId: LUMING },
}

/** The persons who have an account, in the accounts' order. */
export const namedPersons: readonly Person[] = accounts.flatMap(({ id, name, staffId }) => {
  const post = posts[id]
  return staffId === undefined || post === undefined
    ? []
    : [
        {
          id: staffId,
          name,
          institutionId: QINGCHENG,
          leader: false,
          onRegister: true,
          highLevelTalent: false,
          terms: [TERM],
          postChanges: [],
          accountId: id,
          version: 1,
          ...post,
        },
      ]
})

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** New hires begin from spring to summer, so that their induction ends within the year. */
const hiredBy = (chance: Chance, isNew: boolean): string =>
  isNew
    ? `${chance.between(2024, 2025)}-${twoDigits(chance.between(3, 7))}-${twoDigits(chance.between(1, 28))}`
    : `${chance.between(1995, 2023)}-${twoDigits(chance.between(1, 12))}-${twoDigits(chance.between(1, 28))}`

const threeYearsFrom = (from: string) => ({
  from,
  to: Temporal.PlainDate.from(from).add({ years: 3 }).subtract({ days: 1 }).toString(),
})

const termsBy = (chance: Chance, hiredOn: string): Person['terms'] => {
  if (hiredOn >= TERM.from) return [threeYearsFrom(hiredOn)]
  return chance.percent(70) ? [TERM] : [threeYearsFrom('2023-01-01'), threeYearsFrom('2026-01-01')]
}

/** The first of those without an account work at 青城实验中学, so that its registers are worth a look. */
const AT_QINGCHENG = 16

/** A fictional person: the `position`th (from 0) of those without an account. */
export const personAt = (position: number, institutions: readonly Organisation[]): Person => {
  const id = `staff.${String(position + 1).padStart(6, '0')}`
  const chance = chanceOf(id)
  const name = nameBy(chance)
  const postType = chance.pick([
    'professional',
    'professional',
    'professional',
    'management',
    'worker',
  ] as const)
  const isNew = chance.percent(15)
  const hiredOn = hiredBy(chance, isNew)
  const changed = !isNew && chance.percent(4)
  return {
    id,
    name,
    institutionId: position < AT_QINGCHENG ? QINGCHENG : chance.pick(institutions).id,
    postType,
    leader: postType === 'management' && !isNew && chance.percent(10),
    onRegister: true,
    hiredOn,
    highLevelTalent: isNew && postType === 'professional' && chance.percent(8),
    terms: termsBy(chance, hiredOn),
    postChanges: changed
      ? [
          {
            id: 'pc1',
            kind: chance.percent(60) ? 'post_type' : 'duties',
            effectiveOn: `2025-${twoDigits(chance.between(2, 6))}-01`,
          },
        ]
      : [],
    version: 1,
  }
}
