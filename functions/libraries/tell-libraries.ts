import { reviewTurn } from '../../rules/library-review.ts'
import { readDesk } from '../organisations/account.ts'
import { authorityOf } from '../organisations/authority-of.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import type { Mail } from '../platform/mail.ts'
import { type Outcome, type RefusalCode, succeed } from '../platform/refusals.ts'
import { sendDue } from '../platform/send-kept.ts'
import { eventually, type Table } from '../platform/table.ts'
import type { UnsentMail } from '../platform/unsent-mail.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { LibraryEntry } from './entry.ts'
import { reviewLetter, standingLetter } from './library-letters.ts'

/** The personnel authorities from a body's own up to the region. */
const authoritiesOver = async (table: Table, body: Organisation): Promise<Organisation[]> => {
  const authorityId = await authorityOf(table, body)
  const own = authorityId === undefined ? undefined : await readOrganisation(table, authorityId)
  if (own === undefined) return []
  return [own, ...(await readOrganisations(table, own.overseers))].filter(({ kind }) => kind === 'authority')
}

/**
 * A message to whoever reviews next: the recommending city, else the authorities above the body that submitted, of whom each
 * officer whose turn it may be is written to. Other authorities find courses in their list.
 */
export const mailToReviewers = async (host: WritingHost, entry: LibraryEntry): Promise<Mail[]> => {
  const table = eventually(host.table)
  const { round } = entry
  const body = await readOrganisation(table, entry.submittedBy)
  if (body === undefined) return []
  const over = await authoritiesOver(table, body)
  const asked = {
    ...{ kind: round.content.kind, submittedBy: entry.submittedBy, submitter: round.submitter },
    recommendedBy: round.recommendedBy,
  }
  const to = new Set<string>()
  for (const { id, ...authority } of over) {
    const region = isRegional(authority) ? id : undefined
    for (const { id: officer, email, roles } of await readDesk(table, id, 'authority', today(host.clock))) {
      const seats = roles.map(({ organisationId }) => organisationId)
      const reviewer = { id: officer, seats, authorities: seats.filter((seat) => seat === id), region }
      if ('as' in reviewTurn(asked, round.reviews, reviewer)) to.add(email)
    }
  }
  const letter = reviewLetter(entry, host.publicUrl)
  return [toMail(letter, `library-${entry.id}-${entry.version}-review`, [...to])]
}

/** A message to the desk that submitted an entry: what became of it. */
export const mailToSubmitter = async (host: WritingHost, entry: LibraryEntry): Promise<Mail[]> => {
  const letter = standingLetter(entry, host.publicUrl)
  const table = eventually(host.table)
  const body = await readOrganisation(table, entry.submittedBy)
  if (letter === undefined || body === undefined) return []
  const desk = await readDesk(table, body.id, body.kind, today(host.clock))
  const to = desk.map(({ email }) => email)
  return [toMail(letter, `library-${entry.id}-${entry.version}`, to)]
}

/** An entry after an act, with the messages that were kept with it. */
export interface Told {
  readonly entry: LibraryEntry
  readonly due: readonly UnsentMail[]
}

/** Sends what was kept with an act that is done, and answers the entry. */
export const sent = async <R extends RefusalCode>(
  host: WritingHost,
  outcome: Outcome<Told, R>,
): Promise<Outcome<LibraryEntry, R>> => {
  if (!outcome.ok) return outcome
  await sendDue(host, outcome.value.due)
  return succeed(outcome.value.entry)
}
