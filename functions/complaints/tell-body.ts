import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { inputFaults } from '../platform/words.ts'
import { isNamedIn } from '../staff/named-in.ts'
import type { ComplaintActBody } from './api.ts'
import type { AtDesk, Changed } from './at-desk.ts'
import { type Complaint, readSealed } from './complaint.ts'
import { faultLetter } from './complaint-letters.ts'
import { headsAmong, whoMaySee } from './desk-above.ts'
import { openIdentity, type SecretHost } from './secrecy.ts'
import { untold } from './untold.ts'
import { namesTheComplainant, nobodyToTell, untilAhead } from './words.ts'

type Told = Extract<ComplaintActBody, { act: 'tell_body' }>

const fault = (pointer: string, detail: { readonly zh: string; readonly en: string }) =>
  refuse('INPUT_INVALID', { errors: [{ pointer, detail }] })

/** Whether words say who complained, as far as that is known: by name or by how to reach them. */
const namesComplainant = async (
  host: ActingHost & SecretHost,
  { id }: Complaint,
  words: string,
): Promise<boolean> => {
  const sealed = await readSealed(host.table, id)
  if (sealed === undefined) return false
  return isNamedIn(words, await openIdentity(host, id, sealed))
}

/** Those at a body's own desk who are not complained of themselves: its heads, or all of them where there is none. */
const addressees = async ({ table, clock }: ActingHost, complaint: Complaint, body: Organisation) => {
  const about = { ...complaint, bodies: [] }
  return headsAmong(await whoMaySee(table, about, body, timestamp(clock)), body)
}

/**
 * Tells a body that was found at fault (Art. 36) what was found, and what is asked of it by when. The desk's own words
 * go out, without whoever complained; persons complained of get no letter.
 */
export const tellBody = async (
  host: ActingHost & SecretHost,
  { complaint, desk }: AtDesk,
  { bodyId, text, asked, until }: Told,
): Promise<Outcome<Changed, 'INPUT_INVALID' | 'WRONG_STATE'>> => {
  const { status, finding } = complaint
  if (status !== 'found' || finding === undefined || finding === 'not_found') return refuse('WRONG_STATE')
  const body = complaint.bodies.some(({ id }) => id === bodyId)
    ? await readOrganisation(host.table, bodyId)
    : undefined
  if (body === undefined) return fault('/bodyId', inputFaults.organisationUnknown)
  if (until <= today(host.clock)) return fault('/until', untilAhead)
  if (await namesComplainant(host, complaint, text)) return fault('/text', namesTheComplainant)
  if (await namesComplainant(host, complaint, asked)) return fault('/asked', namesTheComplainant)
  const to = (await addressees(host, complaint, body)).map(({ email }) => email)
  if (to.length === 0) return fault('/bodyId', nobodyToTell)
  const letter = faultLetter(
    { desk: desk.name, body: body.name, finding, text, asked, until },
    host.publicUrl,
  )
  return succeed({
    after: complaint,
    ...{ text: [body.name, text, asked, until].join('\n'), shown: false },
    mails: [toMail(letter, `complaint-${untold(`mail ${complaint.id} body-${complaint.entries}`)}`, to)],
  })
}
