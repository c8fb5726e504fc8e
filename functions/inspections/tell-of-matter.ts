import { readDesk } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { survivorOf } from '../staff/one-person.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { withBodyNow } from './body-now.ts'
import { isAsked, type Matter } from './inspection.ts'
import { type AskedOccasion, askedLetter, type CheckOccasion, checkLetter } from './inspection-letters.ts'
import { whoSpeaks } from './who-answers.ts'
import { checkersAt } from './who-checks.ts'

/**
 * Writes to those who have to answer: the person, and those at the desk of their institution who did not act in the hours
 * themselves; of an order the body's desk. Who is heard about a violation is written to alone; then the institution is, for its word.
 */
export const tellAsked = async (
  host: ActingHost,
  known: Matter,
  occasion: AskedOccasion,
  event: string,
): Promise<void> => {
  const { table, clock, publicUrl } = host
  const matter = await withBodyNow(table, known)
  const letter = askedLetter(occasion, matter, publicUrl)
  const name = `inspection-${matter.id}-${event}`
  const isForInstitution = matter.status === 'with_institution'
  // Whose record was merged hears of it as whoever they are now.
  if (matter.staffId !== undefined && !isForInstitution)
    await tellPerson(host, await survivorOf(table, matter.staffId), letter, `${name}-person`)
  if (matter.kind === 'violation' && !isForInstitution) return
  const body = await readOrganisation(table, matter.body.id)
  if (body === undefined) return
  const seated = await readDesk(table, body.id, body.kind, today(clock))
  const to = await whoSpeaks(table, matter, body, seated)
  await postMail(
    host,
    toMail(
      letter,
      `${name}-body`,
      to.map(({ email }) => email),
    ),
  )
  // Of a sample that nobody at the institution may answer, the authority hears at once.
  if (to.length === 0 && matter.kind === 'sample' && isAsked(matter))
    await tellCheckers(host, matter, 'alone', event)
}

/** Writes to those at the authority who may check a matter; answers whether there is anybody. */
export const tellCheckers = async (
  host: ActingHost,
  matter: Matter,
  occasion: CheckOccasion,
  event: string,
): Promise<boolean> => {
  const checkers = await checkersAt(host.table, matter.authority.id, matter)
  const letter = checkLetter(occasion, matter, host.publicUrl)
  const to = checkers.map(({ email }) => email)
  await postMail(host, toMail(letter, `inspection-${matter.id}-${event}-check`, to))
  return checkers.length > 0
}
