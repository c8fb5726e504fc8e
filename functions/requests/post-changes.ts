import type { Write } from '../platform/table.ts'
import type { Person } from '../staff/person.ts'
import { addPostChange, changePerson } from '../staff/person-change.ts'
import { takesPost } from '../staff/posts.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { changeOf, type PostChangeRequest } from './request.ts'
import type { PostChangeBody } from './submissions.ts'

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

/**
 * The change that a new filing takes over: a dropped one of the same kind, post and date. It keeps its id, so
 * the training that names it counts (Art. 45).
 */
export const takenOver = (
  { postChanges }: Person,
  { kind, toPostType, effectiveOn }: Pick<PostChangeBody, 'kind' | 'toPostType' | 'effectiveOn'>,
): Change | undefined =>
  postChanges.findLast(
    (one) =>
      one.dropped === true &&
      one.kind === kind &&
      one.toPostType === toPostType &&
      one.effectiveOn === effectiveOn,
  )

/** Opens the obligation of transfer training (Art. 21); a filing that was returned and corrected keeps its change. */
export const openPostChange = (
  staff: StaffRecord,
  filing: Pick<PostChangeRequest, 'id' | 'changeId'>,
  { kind, toPostType, effectiveOn, reason }: PostChangeBody,
  { by, at }: Writer,
): Write[] => {
  const id = changeOf(filing)
  const change: Change = {
    id,
    kind,
    effectiveOn,
    ...(toPostType === undefined ? {} : { toPostType }),
    ...(id === filing.id ? {} : { filing: filing.id }),
  }
  return staff.person.postChanges.some((one) => one.id === id)
    ? changePerson(
        staff,
        replaced(staff, id, () => change),
        { at, by, reason, what: 'post_change' },
      )
    : addPostChange(staff, change, { at, by, reason })
}

/**
 * Drops a filing’s change: it counts no more, whatever training names it. `refused`: a desk or the rule
 * refused the filing, so the training may still be claimed and a new filing takes it over.
 */
export const dropPostChange = (
  staff: StaffRecord,
  request: PostChangeRequest,
  { by, at }: Writer,
  refused: boolean,
): Write[] =>
  changePerson(
    staff,
    replaced(staff, changeOf(request), (one) => ({
      ...one,
      dropped: true,
      ...(refused ? { refused } : {}),
    })),
    { at, by, reason: request.reason, what: 'post_change' },
  )

/** The filing was approved: the person holds the new post from its own date on (Art. 18), which may lie ahead. */
export const takePost = (staff: StaffRecord, request: PostChangeRequest, { by, at }: Writer): Write[] => {
  const { toPostType, effectiveOn, reason } = request
  const approved = replaced(staff, changeOf(request), (one) => ({ ...one, approved: true }))
  const person =
    toPostType === undefined ? approved : takesPost(approved, toPostType, effectiveOn, at.slice(0, 10))
  return changePerson(staff, person, { at, by, reason, what: 'post_change' })
}

/** After an upheld objection to a refusal: the change is no longer dropped. */
export const reopenChange = (staff: StaffRecord, request: PostChangeRequest, { by, at }: Writer): Write[] =>
  changePerson(
    staff,
    replaced(staff, changeOf(request), ({ dropped: _, refused: __, ...one }) => one),
    { at, by, reason: request.reason, what: 'post_change' },
  )
