import type { Write } from '../platform/table.ts'
import type { Person } from '../staff/person.ts'
import { addPostChange, changePerson } from '../staff/person-change.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { PostChangeBody } from './api.ts'
import type { PostChangeRequest } from './request.ts'

/** Who changes the register, and when. */
interface Writer {
  readonly by: string
  readonly at: string
}

type Change = Person['postChanges'][number]

const replaced = (staff: StaffRecord, id: string, change: (before: Change) => Change): Person => ({
  ...staff.person,
  postChanges: staff.person.postChanges.map((one) => (one.id === id ? change(one) : one)),
})

/** Opens the obligation of transfer training (Art. 21); a filing that was returned and corrected keeps its change. */
export const openPostChange = (
  staff: StaffRecord,
  id: string,
  { kind, toPostType, effectiveOn, reason }: PostChangeBody,
  { by, at }: Writer,
): Write[] => {
  const change: Change = { id, kind, effectiveOn, ...(toPostType === undefined ? {} : { toPostType }) }
  return staff.person.postChanges.some((one) => one.id === id)
    ? changePerson(
        staff,
        replaced(staff, id, () => change),
        { at, by, reason, what: 'post_change' },
      )
    : addPostChange(staff, change, { at, by, reason })
}

/** Nothing came of a filing: its obligation is dropped, unless a training was entered for it. */
export const dropPostChange = (
  staff: StaffRecord,
  { id, reason }: PostChangeRequest,
  { by, at }: Writer,
): Write[] =>
  changePerson(
    staff,
    replaced(staff, id, (one) => ({ ...one, dropped: true })),
    { at, by, reason, what: 'post_change' },
  )

/** The filing was approved: the person holds the new post on the register (Art. 18). */
export const takePost = (
  staff: StaffRecord,
  { toPostType, reason }: PostChangeRequest,
  { by, at }: Writer,
): Write[] =>
  toPostType === undefined
    ? []
    : changePerson(staff, { ...staff.person, postType: toPostType }, { at, by, reason, what: 'post_change' })
