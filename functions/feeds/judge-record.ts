import { isUnlikely, judgeCompletion } from '../../rules/completions.ts'
import { isListedThroughout } from '../../rules/providers.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { Provider } from '../registers/provider.ts'
import type { Person } from '../staff/person.ts'
import type { FeedRecord } from './api.ts'
import { routeOf, routeText } from './feed-route.ts'
import type { FeedRow } from './feed-row.ts'
import type { FindLearner } from './find-learners.ts'

/** Held rows of nobody known are the region's to look at. */
export const REGION_DESK = '#region'

/** What rows of one call are judged on. */
export interface JudgedOn {
  readonly provider: Provider
  readonly listings: readonly Provider[]
  readonly findLearner: FindLearner
  readonly institutions: ReadonlyMap<string, Organisation>
  readonly today: string
  /** The moment, as people there write it. */
  readonly at: string
}

/** Whether the region lists a row's provider on all its days, as the list stands now (Art. 41). */
export const isListedRow = (
  listings: readonly Provider[],
  { providerId, from, to }: Pick<FeedRow, 'providerId' | 'from' | 'to'>,
): boolean =>
  listings.some(({ id, name }) => id === providerId && isListedThroughout(listings, name, from, to))

/** Of what a row says: a repeat has the same, a correction another. */
export const hashOf = ({ staffNo, name, course, subject, from, to, hours, passed }: FeedRecord): string =>
  sha256(JSON.stringify([staffNo, name, course, subject, from, to, hours, passed])).slice(0, 32)

/** Whose hours a row states, and the way that they go: for a person and the desks above their institution. */
export const wayOf = (
  { provider, institutions, today }: Pick<JudgedOn, 'provider' | 'institutions' | 'today'>,
  person: Person,
): Pick<FeedRow, 'staffId' | 'institutionId' | 'day' | 'route'> | undefined => {
  const institution = institutions.get(person.institutionId)
  const route = institution && routeOf(institution, provider.recognisedAtOnce === true)
  return (
    route && {
      staffId: person.id,
      institutionId: person.institutionId,
      day: today,
      route: routeText(route),
    }
  )
}

/** A record as a new row, with what the rules and the registers say to it (Art. 41). */
export const judgeRecord = (on: JudgedOn, record: FeedRecord): FeedRow => {
  const { hours, ...said } = record
  const tenths = Math.round(hours * 10)
  const row: Omit<FeedRow, 'state'> = {
    ...said,
    providerId: on.provider.id,
    tenths,
    hash: hashOf(record),
    receivedAt: on.at,
    version: 1,
  }
  const { name } = on.provider
  const ruling = judgeCompletion(row, {
    isListed: isListedThroughout(on.listings, name, record.from, record.to),
    today: on.today,
  })
  if (!ruling.ok) return { ...row, state: 'refused', code: ruling.code, article: ruling.article }
  const learner = on.findLearner(record)
  if (!learner.found) return { ...row, state: 'held', code: learner.code, heldAt: REGION_DESK }
  const way = wayOf(on, learner.person)
  // Nobody stands above the institution: somebody must put that right first.
  if (way === undefined) return { ...row, state: 'held', code: 'PERSON_UNKNOWN', heldAt: REGION_DESK }
  const { staffId, institutionId } = way
  if (isUnlikely(row)) {
    const heldAt = on.institutions.get(learner.person.institutionId)?.authorityId ?? REGION_DESK
    return { ...row, state: 'held', code: 'UNLIKELY_HOURS', article: '41', staffId, institutionId, heldAt }
  }
  return { ...row, ...way, state: 'accepted' }
}
