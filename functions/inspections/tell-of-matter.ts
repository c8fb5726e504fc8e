import { readDesk } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import type { Mail } from '../platform/mail.ts'
import { survivorOf } from '../staff/one-person.ts'
import { mailToPerson } from '../staff/tell-person.ts'
import { withBodyNow } from './body-now.ts'
import { isAsked, type Matter } from './inspection.ts'
import { type AskedOccasion, askedLetter, type CheckOccasion, checkLetter } from './inspection-letters.ts'
import { whoSpeaks } from './who-answers.ts'
import { checkersAt } from './who-checks.ts'

/**
 * Messages to those who have to answer: the person, and those at the desk of their institution who did not act in the hours
 * themselves; of an order the body's desk. Who is heard about a violation is written to alone; then the institution is, for its word.
 */
export const mailsToAsked = async (
  host: ActingHost,
  known: Matter,
  occasion: AskedOccasion,
  event: string,
): Promise<Mail[]> => {
  const { table, clock, publicUrl } = host
  const matter = await withBodyNow(table, known)
  const letter = askedLetter(occasion, matter, publicUrl)
  const name = `inspection-${matter.id}-${event}`
  const isForInstitution = matter.status === 'with_institution'
  // Whose record was merged hears of it as whoever they are now.
  const own =
    matter.staffId === undefined || isForInstitution
      ? []
      : await mailToPerson(host, await survivorOf(table, matter.staffId), letter, `${name}-person`)
  if (matter.kind === 'violation' && !isForInstitution) return own
  const body = await readOrganisation(table, matter.body.id)
  if (body === undefined) return own
  const seated = await readDesk(table, body.id, body.kind, today(clock))
  const to = await whoSpeaks(table, matter, body, seated)
  const toBody = toMail(
    letter,
    `${name}-body`,
    to.map(({ email }) => email),
  )
  // Of a sample that nobody at the institution may answer, the authority hears at once: by a letter with an id of its
  // own, beside the one that tells it of a passed day.
  const isAlone = to.length === 0 && matter.kind === 'sample' && isAsked(matter)
  return [...own, toBody, ...(isAlone ? [await mailToCheckers(host, matter, 'alone', `${event}-alone`)] : [])]
}

/** A message to those at the authority who may check a matter; to nobody where there is none. */
export const mailToCheckers = async (
  host: ActingHost,
  matter: Matter,
  occasion: CheckOccasion,
  event: string,
): Promise<Mail> => {
  const checkers = await checkersAt(host.table, matter.authority.id, matter)
  const to = checkers.map(({ email }) => email)
  const letter = checkLetter(occasion, matter, host.publicUrl)
  return toMail(letter, `inspection-${matter.id}-${event}-check`, to)
}
