import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { listingNotices } from '../../rules/library-review.ts'
import { readDesk } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { addDays, timestamp } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { postMail } from '../platform/post-mail.ts'
import { putNew } from '../platform/ranges.ts'
import { eventually, read } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { isInReview, type LibraryEntry, libraryOf, standsOn } from './entry.ts'
import { expiringLetter } from './library-letters.ts'
import { LibraryKind } from './terms.ts'

const A_PAGE = 100

/** How many days before its last one an entry's body is written to on a day; undefined: not now. */
const noticeOn = (entry: LibraryEntry, day: string): number | undefined => {
  const { listing } = entry
  const stands = standsOn(entry, day)
  // Whose renewal is in review has asked already.
  if (listing === undefined || isInReview(entry) || (stands !== 'listed' && stands !== 'suspended'))
    return undefined
  // The nearest that has come: a morning that did not run is made up for, and two letters never come at once.
  return listingNotices.toReversed().find((days) => day >= addDays(listing.until, -days))
}

/** Writes to one body, once a notice. A crash before the record sends the letter again under its id. */
const tellOne = async (host: WritingHost, entry: LibraryEntry, day: string): Promise<boolean> => {
  const { listing } = entry
  const days = noticeOn(entry, day)
  if (listing === undefined || days === undefined || listing.until < day) return false
  const told = keys.libraryTold(entry.id, listing.until, days)
  if ((await read(host.table, told)) !== undefined) return false
  const body = await readOrganisation(host.table, entry.submittedBy)
  if (body === undefined) return false
  const left = Math.round((Date.parse(listing.until) - Date.parse(day)) / 86_400_000)
  const desk = await readDesk(eventually(host.table), body.id, body.kind, day)
  const letter = expiringLetter({ ...entry, listing }, left, host.publicUrl)
  const to = desk.map(({ email }) => email)
  await postMail(host, toMail(letter, `library-${entry.id}-${listing.until}-${days}`, to))
  await putNew(host.table, { ...told, at: timestamp(host.clock) })
  return true
}

/**
 * Every morning: the bodies whose entry of a library ends soon are written to (Art. 27, 28, 30), each once 60 and once 14
 * days before. Reads the libraries' lists, some thousand entries; answers how many were told. Safe to repeat.
 */
export const tellExpiring =
  (host: WritingHost) =>
  async (day: string): Promise<number> => {
    let told = 0
    for (const kind of LibraryKind.options) {
      let cursor: string | undefined
      do {
        const page = await libraryOf(eventually(host.table), kind, { limit: A_PAGE, cursor })
        for (const entry of page.items)
          try {
            if (await tellOne(host, entry, day)) told += 1
          } catch (error) {
            // One that fails does not stop the others.
            logger.error('A body could not be told that its entry ends.', { entry: entry.id, error })
            metrics.addMetric('Faults', MetricUnit.Count, 1)
          }
        cursor = page.cursor ?? undefined
      } while (cursor !== undefined)
    }
    return told
  }
