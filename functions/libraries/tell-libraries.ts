import { reviewTurn } from '../../rules/library-review.ts'
import { readDesk } from '../organisations/account.ts'
import { authorityOf } from '../organisations/authority-of.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { eventually, type Table } from '../platform/table.ts'
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
 * Writes to whoever reviews next: the recommending city, else the authorities above the body that submitted, of whom each
 * officer whose turn it may be is written to. Other authorities find courses in their list.
 */
export const tellReviewers = async (host: WritingHost, entry: LibraryEntry): Promise<void> => {
  const table = eventually(host.table)
  const { round } = entry
  const body = await readOrganisation(table, entry.submittedBy)
  if (body === undefined) return
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
  await postMail(host, toMail(letter, `library-${entry.id}-${entry.version}-review`, [...to]))
}

/** Writes to the desk that submitted an entry what became of it. */
export const tellSubmitter = async (host: WritingHost, entry: LibraryEntry): Promise<void> => {
  const letter = standingLetter(entry, host.publicUrl)
  const table = eventually(host.table)
  const body = await readOrganisation(table, entry.submittedBy)
  if (letter === undefined || body === undefined) return
  const desk = await readDesk(table, body.id, body.kind, today(host.clock))
  const to = desk.map(({ email }) => email)
  await postMail(host, toMail(letter, `library-${entry.id}-${entry.version}`, to))
}
