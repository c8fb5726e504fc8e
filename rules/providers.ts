import { formatDate, nextDay, parseDate } from './calendar.ts'
import type { Mode, Subject } from './edition.ts'

/** A provider of online training that the region lists (Art. 41), both days included; `null`: until further notice. */
export interface Listing {
  readonly name: string
  readonly aliases: readonly string[]
  readonly listedFrom: string
  readonly listedUntil: string | null
}

/** The training that Article 41 asks about, and when it took place. */
export interface OnlineTraining {
  readonly subject: Subject
  readonly mode: Mode
  readonly from: string
  readonly to: string
}

/** A name as it is compared: full-width and half-width letters, capitals and spaces make no difference. */
export const providerKey = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

const listingsOf = (listings: readonly Listing[], name: string): readonly Listing[] => {
  const key = providerKey(name)
  return listings.filter((listing) =>
    [listing.name, ...listing.aliases].some((one) => providerKey(one) === key),
  )
}

/** Whether the region lists a provider, by one of its names, on a day, `YYYY-MM-DD` (Art. 41). */
export const isListed = (listings: readonly Listing[], name: string, day: string): boolean =>
  listingsOf(listings, name).some(
    ({ listedFrom, listedUntil }) => listedFrom <= day && (listedUntil === null || day <= listedUntil),
  )

const dayAfter = (day: string): string => {
  const date = parseDate(day)
  return date === undefined ? '' : formatDate(nextDay(date))
}

/** Whether the region lists a provider on every day of a training; listings that follow one another count together. */
export const isListedThroughout = (
  listings: readonly Listing[],
  name: string,
  from: string,
  to: string,
): boolean => {
  const own = listingsOf(listings, name)
  for (let day = from; day !== ''; ) {
    const until = own
      .filter(
        ({ listedFrom, listedUntil }) => listedFrom <= day && (listedUntil === null || day <= listedUntil),
      )
      .map(({ listedUntil }) => listedUntil ?? to)
      .sort()
      .at(-1)
    if (until === undefined) return false
    if (until >= to) return true
    day = dayAfter(until)
  }
  return false
}

/** Whether Article 41 asks for a listed provider: of professional training online, of nothing else. */
export const needsListing = ({ subject, mode }: Pick<OnlineTraining, 'subject' | 'mode'>): boolean =>
  subject === 'professional' && mode === 'online'

/**
 * Indexes of the trainings that need a provider listed on their days and have none. Training that a sector's
 * department organises under state rules needs none (Art. 41).
 */
export const unlistedLines = (
  lines: readonly OnlineTraining[],
  provider: string | undefined,
  listings: readonly Listing[],
  organisedBy?: 'department',
): number[] =>
  organisedBy === 'department'
    ? []
    : lines.flatMap((line, index) =>
        !needsListing(line) ||
        (provider !== undefined && isListedThroughout(listings, provider, line.from, line.to))
          ? []
          : [index],
      )
