import { addMonths, formatDate, parseDate } from './calendar.ts'

/** What the libraries hold: who teaches (Art. 30, 31), courses (28), institutions that train (27, 33). */
export const libraryKinds = ['lecturer', 'course', 'institution'] as const
export type LibraryKind = (typeof libraryKinds)[number]

export const libraryArticles = { lecturer: '30', course: '28', institution: '27' } as const

/**
 * Months that a listing holds: the lecturers' library is brought up to date every year (Art. 30); for courses and
 * institutions the text names no time, and three years are taken [R].
 */
export const listedMonths: Readonly<Record<LibraryKind, number>> = {
  lecturer: 12,
  course: 36,
  institution: 36,
}

/** By what institutions that train are chosen (Art. 27): teachers, staff, premises, management, quality. */
export const institutionCriteria = ['teachers', 'staff', 'premises', 'management', 'quality'] as const
export type InstitutionCriterion = (typeof institutionCriteria)[number]

/** Agreeing and disagreeing reviews that decide on a course: two, so that a third decides where the first differ. */
const OF_A_COURSE = 2

/** What is to be reviewed. */
export interface ReviewAsked {
  readonly kind: LibraryKind
  /** The body that submitted it, and the account that did so for it. */
  readonly submittedBy: string
  readonly submitter: string
  /** Of a lecturer: the city whose recommendation the region waits for; undefined: none is above the body. */
  readonly recommendedBy?: string | undefined
}

/** A review that was given: by whom, and for which body. */
export interface GivenReview {
  readonly by: string
  readonly organisationId: string
  readonly approves: boolean
}

/** Somebody who would review: every body where they sit, and the personnel authorities among these. */
export interface Reviewer {
  readonly id: string
  readonly seats: readonly string[]
  readonly authorities: readonly string[]
  /** The region's personnel authority, where they sit at it. */
  readonly region: string | undefined
}

/** For which body somebody reviews now, or why they don't. */
export type ReviewTurn =
  | { readonly as: string }
  /** `own`: they or their body submitted it; `given`: they or their body have reviewed; `not_theirs`: others do. */
  | { readonly not: 'own' | 'given' | 'not_theirs' }

/** Where region itself submitted, another of its officers reviews: nobody stands above it (Art. 35). */
const isOwn = ({ kind, submittedBy, submitter }: ReviewAsked, { id, seats, region }: Reviewer): boolean =>
  id === submitter || (seats.includes(submittedBy) && (kind === 'course' || region !== submittedBy))

const ofCourse = (given: readonly GivenReview[], { authorities }: Reviewer): ReviewTurn => {
  if (authorities.length === 0) return { not: 'not_theirs' }
  const free = authorities.find((one) => !given.some(({ organisationId }) => organisationId === one))
  return free === undefined ? { not: 'given' } : { as: free }
}

const turnAmongThem = (
  { kind, recommendedBy }: ReviewAsked,
  given: readonly GivenReview[],
  reviewer: Reviewer,
): ReviewTurn => {
  if (given.some(({ by }) => by === reviewer.id)) return { not: 'given' }
  if (kind === 'course') return ofCourse(given, reviewer)
  if (recommendedBy !== undefined && given.length === 0)
    return reviewer.authorities.includes(recommendedBy) ? { as: recommendedBy } : { not: 'not_theirs' }
  return reviewer.region === undefined ? { not: 'not_theirs' } : { as: reviewer.region }
}

/**
 * Whose turn a review is. A course (Art. 28): two personnel authorities apart, neither of them the submitter's body, and
 * a third where they differ. A lecturer (30): the city recommends, the region decides. An institution (27): the region.
 * Nobody reviews what they or their body submitted, and nobody twice.
 */
export const reviewTurn = (
  asked: ReviewAsked,
  given: readonly GivenReview[],
  reviewer: Reviewer,
): ReviewTurn => (isOwn(asked, reviewer) ? { not: 'own' } : turnAmongThem(asked, given, reviewer))

/** What the reviews come to so far. */
export const reviewResult = (
  { kind, recommendedBy }: Pick<ReviewAsked, 'kind' | 'recommendedBy'>,
  given: readonly GivenReview[],
): 'open' | 'listed' | 'refused' => {
  const agreeing = given.filter(({ approves }) => approves).length
  const disagreeing = given.length - agreeing
  if (disagreeing >= (kind === 'course' ? OF_A_COURSE : 1)) return 'refused'
  const asked = kind === 'course' || (kind === 'lecturer' && recommendedBy !== undefined) ? OF_A_COURSE : 1
  return agreeing >= asked ? 'listed' : 'open'
}

/** So many days before its last one, the body of an entry is written to [R]. */
export const listingNotices = [60, 14] as const

/** The last day of a listing that begins on a day, `YYYY-MM-DD`; undefined: no such day. */
export const listedUntil = (kind: LibraryKind, day: string): string | undefined => {
  const from = parseDate(day)
  return from === undefined ? undefined : formatDate(addMonths(from, listedMonths[kind]))
}
