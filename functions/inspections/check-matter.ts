import { inspectionTerms } from '../../rules/inspections.ts'
import type { Actor } from '../organisations/account.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import type { Mail } from '../platform/mail.ts'
import { resumeMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue, sendDue } from '../platform/send-kept.ts'
import { write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import type { CheckBody } from './api.ts'
import { askedAnew } from './asked-anew.ts'
import { withBodyNow } from './body-now.ts'
import { correctionsSince } from './corrections-since.ts'
import { asInLedger } from './hours-now.ts'
import { changeInspection, isClosed, type Matter, type MatterEntry, readMatter } from './inspection.ts'
import { inspectionWay } from './inspection-way.ts'
import { liftHours } from './suspend-hours.ts'
import { mailsToAsked } from './tell-of-matter.ts'
import { isApartFrom } from './who-checks.ts'
import { inspectionFaults } from './words.ts'

type Refused = 'INPUT_INVALID' | 'NOT_FOUND' | 'OWN_INSPECTION' | 'WRONG_STATE'
type Did = Outcome<Matter, 'INPUT_INVALID' | 'WRONG_STATE'>

const isAnswered = ({ status }: Matter): boolean => status === 'answered' || status === 'rectified'

const ended = (matter: Matter, outcome: NonNullable<Matter['outcome']>, day: string): Did => {
  const { noticeUntil: _, ...rest } = matter
  return succeed({ ...rest, status: 'closed', outcome, closedOn: day })
}

/** Ordered by a day, which no wait is longer than. */
const ordered = (matter: Matter, until: string, day: string): Did => {
  if (until <= day || until > addDays(day, inspectionTerms.longestDays))
    return refuse('INPUT_INVALID', {
      errors: [{ pointer: '/until', detail: inspectionFaults.until(inspectionTerms.longestDays) }],
    })
  const { noticeUntil: _, ...rest } = matter
  return succeed({ ...rest, status: 'rectifying', dueOn: until })
}

/** The matter ends as corrected: by an entry of the ledger that an authority has made since it was drawn. */
const corrected = async (host: ActingHost, matter: Matter, entry: number, day: string): Promise<Did> => {
  const found = await correctionsSince(host.table, matter)
  return found.some(({ sequence }) => sequence === entry)
    ? ended(matter, 'corrected', day)
    : refuse('INPUT_INVALID', { errors: [{ pointer: '/entry', detail: inspectionFaults.noCorrection }] })
}

const ofSample = async (host: ActingHost, matter: Matter, body: CheckBody, day: string): Promise<Did> => {
  switch (body.act) {
    case 'fits':
      return matter.status === 'answered' ? ended(matter, 'fits', day) : refuse('WRONG_STATE')
    case 'corrected':
      return corrected(host, matter, body.entry, day)
    case 'rectify':
      return matter.status === 'answered' ? ordered(matter, body.until, day) : refuse('WRONG_STATE')
    case 'verify':
      return matter.status === 'rectified' ? ended(matter, 'verified', day) : refuse('WRONG_STATE')
    case 'again':
      return matter.status === 'rectified' ? ordered(matter, body.until, day) : refuse('WRONG_STATE')
    case 'lift':
      return matter.suspendedBy === undefined ? refuse('WRONG_STATE') : succeed(askedAnew(matter, day))
    default:
      return refuse('WRONG_STATE')
  }
}

const ofOrder = (matter: Matter, body: CheckBody, day: string): Did => {
  if (body.act === 'withdraw') return ended(matter, 'withdrawn', day)
  if (!isAnswered(matter)) return refuse('WRONG_STATE')
  if (body.act === 'verify') return ended(matter, 'verified', day)
  return body.act === 'again' ? ordered(matter, body.until, day) : refuse('WRONG_STATE')
}

/** A violation is confirmed with the institution, never without its word (Art. 32), and ends by a day. */
const ofViolation = (matter: Matter, body: CheckBody, day: string): Did => {
  if (body.act === 'dismiss') return ended(matter, 'dismissed', day)
  if (body.act !== 'confirm' || matter.status !== 'answered' || matter.institutionAgrees !== true)
    return refuse('WRONG_STATE')
  const latest = `${Number(day.slice(0, 4)) + inspectionTerms.violationYears}${day.slice(4)}`
  if (body.until <= day || body.until > latest)
    return refuse('INPUT_INVALID', {
      errors: [{ pointer: '/until', detail: inspectionFaults.expires(inspectionTerms.violationYears) }],
    })
  const confirmed = ended(matter, 'confirmed', day)
  return confirmed.ok ? succeed({ ...confirmed.value, expiresOn: body.until }) : confirmed
}

const done = (host: ActingHost, matter: Matter, body: CheckBody, day: string): Did | Promise<Did> => {
  switch (matter.kind) {
    case 'sample':
      return ofSample(host, matter, body, day)
    case 'order':
      return ofOrder(matter, body, day)
    case 'violation':
      return ofViolation(matter, body, day)
  }
}

/** Which acts let suspended hours count again. */
const lifts = ({ act }: CheckBody): boolean =>
  act === 'fits' || act === 'verify' || act === 'lift' || act === 'corrected'

const textOf = (body: CheckBody): string => ('text' in body ? body.text : '')

/** Puts on record that hours count again which another matter was said to keep suspended a moment ago. */
const countsAgain = ({ table, clock }: ActingHost, id: string): Promise<void> =>
  retryOnConflict(async () => {
    const found = await readMatter(table, id)
    if (found === undefined) return
    const entry = { at: timestamp(clock), by: 'system', byName: '', act: 'lift' as const, text: '' }
    await write(table, changeInspection(found, found, [entry]))
  })

/** What is told at once; a rectification is told of by its workflow, to whoever has to answer it. */
const mailsAfter = async (host: ActingHost, matter: Matter, { act }: CheckBody): Promise<Mail[]> => {
  if (isClosed(matter)) return mailsToAsked(host, matter, 'closed', `closed-${matter.entries}`)
  return act === 'lift' ? mailsToAsked(host, matter, 'lift', `lift-${matter.entries}`) : []
}

/**
 * What the authority says of a matter (Art. 32, 35), by somebody who did not act in it. Hours that proof was found for
 * count again. Nothing is corrected from here: `corrected` names the entry by which it was.
 */
export const checkMatter =
  (host: ActingHost) =>
  async (
    id: string,
    body: CheckBody,
    actor: Actor,
  ): Promise<Outcome<Pick<Matter, 'id' | 'status'>, Refused>> => {
    const { table, clock } = host
    /** The matter as it was, where another one keeps its hours suspended. */
    let kept: Matter | undefined
    const checked = await retryOnConflict(async () => {
      kept = undefined
      const known = await readMatter(table, id)
      const matter = known && (await asInLedger(table, await withBodyNow(table, known)))
      if (known === undefined || matter === undefined || !hasSeatAt(actor, matter.authority.id, 'authority'))
        return refuse('NOT_FOUND')
      if (!(await isApartFrom(table, matter, actor))) return refuse('OWN_INSPECTION', { article: '35' })
      if (isClosed(matter)) return refuse('WRONG_STATE')
      const outcome = await done(host, matter, body, today(clock))
      if (!outcome.ok) return outcome
      const at = timestamp(clock)
      const entries: MatterEntry[] = [
        { at, by: actor.id, byName: actor.name, act: body.act, text: textOf(body) },
      ]
      let after = outcome.value
      if (lifts(body) && matter.suspendedBy !== undefined) {
        // Before the matter says so: where a crash comes between, the act is done again and finds the entry.
        const { stays } = await liftHours(host, matter, { by: actor.id, reason: textOf(body) })
        const { suspendedBy: _, suspendedIn: __, ...rest } = after
        after = rest
        const system = { at, by: 'system', byName: '', text: '' } as const
        if (stays) {
          entries.push({ ...system, act: 'stays_suspended' })
          kept = matter
        } else if (body.act !== 'lift') entries.push({ ...system, act: 'lift' })
      }
      const next = { ...after, awaiting: at }
      const due = mailsDue(await mailsAfter(host, next, body), at)
      await write(table, [...changeInspection(known, next, entries), ...keepDue(due)])
      return succeed({ matter: next, due })
    })
    if (!checked.ok) return checked
    const { matter, due } = checked.value
    // Two that let the same hours go at once each saw the other: whoever is on record last lets them count.
    const { stays = true } =
      kept === undefined ? {} : await liftHours(host, kept, { by: actor.id, reason: textOf(body) })
    await resumeMatter(inspectionWay, host, matter)
    await sendDue(host, due)
    if (!stays) await countsAgain(host, id)
    return succeed({ id, status: matter.status })
  }
