import { type CalendarDate, dateOf } from './calendar.ts'
import type { DeemedKind, Edition, PostType } from './edition.ts'
import { edition2024 } from './edition.ts'
import type { Deemed, Facts, Person } from './facts.ts'
import type { Tenths } from './hours.ts'
import { allowed, type Ruling, refused } from './refusal.ts'

/** What completes a year, or a subject of it, without hours. */
export type Ground = DeemedKind | 'induction'

export interface Completion {
  readonly public: boolean
  readonly professional: boolean
  /** Hours that a discretionary recognition grants: they shrink what is missing and are no hours of training. */
  readonly grantedPublic: Tenths
  readonly grantedProfessional: Tenths
  /** Each ground once, in the order of the facts. */
  readonly grounds: readonly Ground[]
}

const NOTHING: Completion = {
  public: false,
  professional: false,
  grantedPublic: 0,
  grantedProfessional: 0,
  grounds: [],
}

/** Whether a post type may be, or may in that year have been, another one than now. */
const changedPostSince = (person: Person, date: CalendarDate): boolean =>
  person.postChanges.some(({ kind, effectiveOn }) => kind === 'post_type' && effectiveOn >= date)

/**
 * Whether an entry applies to its person. Grade examinations are for workers (Art. 39(4)); who has left a
 * worker's post since the year began may have been one when they passed.
 */
export const appliesTo = ({ kind, year }: Deemed, person: Person, edition: Edition): boolean =>
  !edition.deemed[kind].workersOnly ||
  person.postType === 'worker' ||
  changedPostSince(person, dateOf(year, 1, 1))

const add = (sum: Completion, deemed: Deemed, edition: Edition): Completion => {
  const { completes } = edition.deemed[deemed.kind]
  const { scope } = deemed
  const whole = completes === 'both' || scope === 'all'
  const granted = typeof scope === 'object' ? scope : null
  return {
    public: sum.public || whole,
    professional: sum.professional || whole || completes === 'professional',
    grantedPublic: sum.grantedPublic + (granted?.public ?? 0),
    grantedProfessional: sum.grantedProfessional + (granted?.professional ?? 0),
    grounds: sum.grounds.includes(deemed.kind) ? sum.grounds : [...sum.grounds, deemed.kind],
  }
}

/** What is deemed complete in a year (Art. 39(2)–(6)); `byInduction` is the year that an induction completes. */
export const deemedIn = (
  facts: Facts,
  year: number,
  byInduction: number | null,
  edition: Edition,
): Completion => {
  let sum = NOTHING
  if (byInduction === year) sum = { ...sum, public: true, professional: true, grounds: ['induction'] }
  for (const deemed of facts.deemed)
    if (deemed.year === year && appliesTo(deemed, facts.person, edition)) sum = add(sum, deemed, edition)
  return sum
}

/** Whether a person of this post type may ask for a year to be deemed complete on this ground. */
export const judgeDeemed = (
  { kind, postType }: { kind: DeemedKind; postType: PostType },
  edition: Edition = edition2024,
): Ruling<'DEEMED_WORKERS_ONLY'> => {
  const { article, workersOnly } = edition.deemed[kind]
  return workersOnly && postType !== 'worker' ? refused('DEEMED_WORKERS_ONLY', article) : allowed
}
