import { firstDayOf, lastDayOf } from './calendar.ts'
import type { DeemedKind, Edition } from './edition.ts'
import { edition2024 } from './edition.ts'
import type { Deemed, Facts, Person } from './facts.ts'
import { heldIn, heldOn } from './held.ts'
import type { Tenths } from './hours.ts'
import { allowed, type Ruling, refused } from './refusal.ts'

/** What completes a year, or a subject of it, without hours. */
export type Ground = DeemedKind | 'induction'

export interface Completion {
  /** The public subject is complete; only a deeming of both subjects does that. */
  readonly public: boolean
  readonly professional: boolean
  /** The professional subject was deemed complete by itself. */
  readonly professionalAlone: boolean
  /** Hours that a discretionary recognition grants: they reduce what is missing and are no training hours. */
  readonly grantedPublic: Tenths
  readonly grantedProfessional: Tenths
  /** Each ground once, in the order of the facts. */
  readonly grounds: readonly Ground[]
}

const NOTHING: Completion = {
  public: false,
  professional: false,
  professionalAlone: false,
  grantedPublic: 0,
  grantedProfessional: 0,
  grounds: [],
}

const BY_INDUCTION: Completion = { ...NOTHING, public: true, professional: true, grounds: ['induction'] }

/** Whether a post type may be, or may in that year have been, another one than now. */
const changedPostSince = (person: Person, year: number): boolean =>
  person.postChanges.some(({ kind, effectiveOn }) => kind === 'post_type' && effectiveOn >= firstDayOf(year))

/**
 * Whether whoever passed a grade examination held a worker's post (Art. 39(4)): on its day, or on any day of
 * its year where the day is unknown. Without dated posts, a worker's post since left counts if the person's
 * post type changed in that year or later.
 */
const wasWorker = ({ year, passedOn }: Deemed, person: Person): boolean => {
  if (person.posts === undefined) return person.postType === 'worker' || changedPostSince(person, year)
  return passedOn === undefined
    ? heldIn(person, 'worker', firstDayOf(year), lastDayOf(year))
    : heldOn(person, 'worker', passedOn)
}

/** Whether an entry applies to its person. Grade examinations are for workers (Art. 39(4)). */
export const appliesTo = (deemed: Deemed, person: Person, edition: Edition): boolean =>
  !edition.deemed[deemed.kind].workersOnly || wasWorker(deemed, person)

/**
 * Whether the condition of an entry is met by `asOf`: a leave's appraisal (Art. 39(5)), an examination's day.
 */
export const hasCome = ({ kind, appraised, passedOn }: Deemed, { asOf }: Facts): boolean =>
  kind === 'entrepreneurship_leave' ? appraised !== false : passedOn === undefined || passedOn <= asOf

const add = (sum: Completion, deemed: Deemed, edition: Edition): Completion => {
  const { completes } = edition.deemed[deemed.kind]
  const { scope } = deemed
  const whole = completes === 'both' || scope === 'all'
  const alone = completes === 'professional'
  const granted = typeof scope === 'object' ? scope : null
  return {
    public: sum.public || whole,
    professional: sum.professional || whole || alone,
    professionalAlone: sum.professionalAlone || alone,
    grantedPublic: sum.grantedPublic + (granted?.public ?? 0),
    grantedProfessional: sum.grantedProfessional + (granted?.professional ?? 0),
    grounds: sum.grounds.includes(deemed.kind) ? sum.grounds : [...sum.grounds, deemed.kind],
  }
}

/**
 * What is deemed complete in a year (Art. 39(2)–(6)); `byInduction`: an induction in time completes the year.
 */
export const deemedIn = (facts: Facts, year: number, byInduction: boolean, edition: Edition): Completion => {
  let sum = byInduction ? BY_INDUCTION : NOTHING
  for (const deemed of facts.deemed)
    if (deemed.year === year && hasCome(deemed, facts) && appliesTo(deemed, facts.person, edition))
      sum = add(sum, deemed, edition)
  return sum
}

/** Whether a person may ask for a year to be deemed complete on this ground: an examination by the post held at it. */
export const judgeDeemed = (
  claim: Pick<Deemed, 'kind' | 'year' | 'passedOn'>,
  person: Person,
  edition: Edition = edition2024,
): Ruling<'DEEMED_WORKERS_ONLY'> =>
  appliesTo({ ...claim, scope: null }, person, edition)
    ? allowed
    : refused('DEEMED_WORKERS_ONLY', edition.deemed[claim.kind].article)
