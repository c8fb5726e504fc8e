import type { Text } from '../platform/language.ts'
import type { LeaveKind, PostType, RecordFact } from '../platform/terms.ts'
import { leaveKinds } from '../platform/words.ts'
import { asOfDay } from '../staff/dated.ts'
import { dayAfter } from '../staff/held-watch.ts'
import type { Period, Person, Post } from '../staff/person.ts'
import { postsOf } from '../staff/posts.ts'
import { type RecordedChange, withRecorded } from '../staff/record-fact.ts'
import { type Cell, dateCell } from './import-cells.ts'
import type { Column } from './import-table.ts'
import { rowFaults, templateWords } from './words.ts'

const day = { needed: false, takes: templateWords.day } as const

/** The dated facts of a person. A further row of the same staff number states further ones. */
export const dateColumns = [
  {
    field: 'postFrom',
    names: ['岗位开始日期', '岗位起始日期', '任现岗位时间', '岗位开始', '岗位聘用开始', 'postFrom'],
    ...day,
  },
  { field: 'postTo', names: ['岗位结束日期', '岗位截止日期', '岗位结束', 'postTo'], ...day },
  {
    field: 'leaveKind',
    names: ['假期类别', '请假类别', '假别', 'leaveKind'],
    needed: false,
    choices: Object.values(leaveKinds).map(({ zh }) => zh),
  },
  { field: 'leaveFrom', names: ['假期开始日期', '假期开始', '请假开始日期', 'leaveFrom'], ...day },
  { field: 'leaveTo', names: ['假期结束日期', '假期结束', '请假结束日期', 'leaveTo'], ...day },
  { field: 'leaderFrom', names: ['担任领导人员开始日期', '任领导职务时间', 'leaderFrom'], ...day },
  { field: 'leaderTo', names: ['担任领导人员结束日期', '免领导职务时间', 'leaderTo'], ...day },
  { field: 'talentFrom', names: ['高层次人才开始日期', 'talentFrom'], ...day },
  { field: 'talentTo', names: ['高层次人才结束日期', 'talentTo'], ...day },
  { field: 'quotaFrom', names: ['总量控制数开始日期', 'quotaFrom'], ...day },
  { field: 'quotaTo', names: ['总量控制数结束日期', 'quotaTo'], ...day },
  { field: 'registerFrom', names: ['在册开始日期', '入册日期', 'registerFrom'], ...day },
  { field: 'registerTo', names: ['在册结束日期', '离册日期', '离职日期', 'registerTo'], ...day },
] as const satisfies readonly Column<string>[]
export type DateField = (typeof dateColumns)[number]['field']

/** Which columns state which fact; a leave has its end, the others may go on. */
const FACTS = [
  { fact: 'post', from: 'postFrom', to: 'postTo' },
  { fact: 'leave', from: 'leaveFrom', to: 'leaveTo' },
  { fact: 'leader', from: 'leaderFrom', to: 'leaderTo' },
  { fact: 'talent', from: 'talentFrom', to: 'talentTo' },
  { fact: 'quota', from: 'quotaFrom', to: 'quotaTo' },
  { fact: 'register', from: 'registerFrom', to: 'registerTo' },
] as const satisfies readonly { fact: RecordFact; from: DateField; to: DateField }[]

/** The column that states when a fact began. */
export const columnFieldOf = (fact: RecordFact): DateField | 'hiredOn' | 'termFrom' => {
  if (fact === 'hiredOn') return fact
  return fact === 'term' ? 'termFrom' : (FACTS.find((one) => one.fact === fact)?.from ?? 'postFrom')
}

const LEAVES: readonly (readonly [RegExp, LeaveKind])[] = [
  [/病/u, 'sick'],
  [/产|生育/u, 'maternity'],
  [/创业/u, 'entrepreneurship'],
]

const leaveCell = (text: string): Cell<LeaveKind> => {
  if (text === '') return { ok: true, value: undefined }
  const found = LEAVES.find(([pattern]) => pattern.test(text))
  return found ? { ok: true, value: found[1] } : { ok: false, detail: rowFaults.noLeave }
}

/** The column in which a fault of a record's dates stands, by the fault's pointer. */
export const dateFieldOf = (pointer: string): DateField | undefined => {
  const [, list = ''] = pointer.split('/')
  const byList: Readonly<Record<string, DateField>> = {
    posts: 'postFrom',
    leaves: 'leaveFrom',
    leaderPeriods: 'leaderFrom',
    talentPeriods: 'talentFrom',
    quotaPeriods: 'quotaFrom',
    registerPeriods: 'registerFrom',
  }
  return byList[list]
}

interface Reading {
  readonly values: Readonly<Record<DateField, string>>
  readonly cell: <T>(field: DateField, by: (text: string) => Cell<T>) => T | undefined
  readonly blame: (field: DateField, detail: Text) => void
  readonly postType: PostType | undefined
  readonly hiredOn: string | undefined
}

/** The dated facts that a row states, each as it would be filed. */
export const datesIn = ({ values, cell, blame, postType, hiredOn }: Reading): RecordedChange[] => {
  const leave = cell('leaveKind', leaveCell)
  if (values.leaveKind !== '' && values.leaveFrom === '') blame('leaveFrom', rowFaults.needed)
  return FACTS.flatMap(({ fact, from: fromField, to: toField }): RecordedChange[] => {
    // Whoever left the register stood on it from the hiring on.
    const from =
      cell(fromField, dateCell) ?? (fact === 'register' && values.registerTo !== '' ? hiredOn : undefined)
    const to = cell(toField, dateCell)
    if (from === undefined && values[fromField] === '' && values[toField] !== '')
      blame(fromField, rowFaults.halfAPeriod)
    if (from === undefined) return []
    if (to !== undefined && to < from) blame(toField, rowFaults.endFirst)
    if (fact === 'leave' && values.leaveTo === '') blame('leaveTo', rowFaults.needed)
    if (fact === 'leave' && values.leaveKind === '') blame('leaveKind', rowFaults.needed)
    if (fact === 'post' && postType === undefined) blame('postFrom', rowFaults.postWithoutType)
    const value = fact === 'post' ? postType : fact === 'leave' ? leave : true
    return value === undefined ? [] : [{ fact, from, ...(to === undefined ? {} : { to }), value }]
  })
}

/** The same facts by the template's columns, as the preview shows them. */
export const understoodDates = (dated: readonly RecordedChange[]): Partial<Record<DateField, string>> =>
  Object.fromEntries(
    dated.flatMap(({ fact, from, to, value }) => {
      const fields = FACTS.find((one) => one.fact === fact)
      const kind = fact === 'leave' ? leaveKinds[value as LeaveKind].zh : undefined
      return fields === undefined
        ? []
        : [[fields.from, from], [fields.to, to], ...(kind === undefined ? [] : [['leaveKind', kind]])]
    }),
  )

/** The times in which a flag holds by a record; without dates from the hiring on, where the flag is set. */
const periodsOf = (person: Person, fact: RecordFact): readonly Period[] => {
  const always = (flag: boolean): Period[] => (flag ? [{ from: person.hiredOn }] : [])
  switch (fact) {
    case 'leader':
      return person.leaderPeriods ?? always(person.leader)
    case 'talent':
      return person.talentPeriods ?? always(person.highLevelTalent)
    case 'register':
      return person.registerPeriods ?? always(person.onRegister)
    case 'quota':
      return person.quotaPeriods ?? []
    default:
      return []
  }
}

/**
 * What a dated fact of the file changes of a record: itself, the end of a time that is on record as still going on,
 * or nothing.
 */
export const changeOf = (person: Person, change: RecordedChange): RecordedChange | undefined => {
  if (isKnown(person, change)) return undefined
  const { fact, from, to } = change
  const covering = periodsOf(person, fact).find(
    (period) => period.from <= from && (period.to === undefined || (to !== undefined && to <= period.to)),
  )
  if (covering === undefined) return change
  return to !== undefined && covering.to !== to && covering.from === from
    ? { fact, from: dayAfter(to), value: false }
    : undefined
}

const isOver = ({ from, to }: { from: string; to?: string | undefined }, change: RecordedChange) =>
  from === change.from && to === change.to

/** Whether a record says so already. */
const isKnown = (person: Person, change: RecordedChange): boolean => {
  if (change.fact === 'post')
    return postsOf(person).some((post) => isOver(post, change) && post.postType === change.value)
  return (
    change.fact === 'leave' &&
    (person.leaves ?? []).some((leave) => isOver(leave, change) && leave.kind === change.value)
  )
}

/** What a file states otherwise than a record of the day of hiring and the terms. */
export const employmentChanges = (
  before: Pick<Person, 'hiredOn' | 'terms'>,
  after: Pick<Person, 'hiredOn' | 'terms'>,
): RecordedChange[] => [
  ...(after.hiredOn === before.hiredOn ? [] : [{ fact: 'hiredOn', from: after.hiredOn } as const]),
  ...after.terms.flatMap(({ from, to }) =>
    before.terms.some((term) => isOver(term, { fact: 'term', from, to }))
      ? []
      : [{ fact: 'term', from, to } as const],
  ),
]

/**
 * The record of someone new with the dated facts of the file: where it gives dates, they say all there is, and no flag
 * says "always" beside them.
 */
export const withFirstDates = (person: Person, dated: readonly RecordedChange[], today: string): Person => {
  const has = (fact: RecordFact) => dated.some((one) => one.fact === fact)
  const posts = dated.flatMap(({ fact, from, to, value }): Post[] =>
    fact === 'post' ? [{ postType: value as PostType, from, ...(to === undefined ? {} : { to }) }] : [],
  )
  const begun: Person = {
    ...person,
    ...(posts.length === 0 ? {} : { posts: posts.toSorted((a, b) => a.from.localeCompare(b.from)) }),
    leader: person.leader && !has('leader'),
    highLevelTalent: person.highLevelTalent && !has('talent'),
    onRegister: person.onRegister && !has('register'),
  }
  const after = dated
    .filter(({ fact }) => fact !== 'post')
    .reduce((one, change) => withRecorded(one, change, today), begun)
  return dated.length === 0 ? person : asOfDay(after, today)
}
