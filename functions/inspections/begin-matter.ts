import { inspectionTerms } from '../../rules/inspections.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { startMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { factAbout } from '../staff/facts-in-force.ts'
import { readEntries } from '../staff/ledger.ts'
import { isOneself, oneselfOf, survivorOf } from '../staff/one-person.ts'
import { readPerson } from '../staff/person.ts'
import type { OrderBody, ViolationBody } from './api.ts'
import { withBodyNow } from './body-now.ts'
import { hoursMatter } from './hours-matter.ts'
import { type Matter, newInspection, readMatter } from './inspection.ts'
import { inspectionWay } from './inspection-way.ts'
import { authorityOver, inspectionIdFor } from './order-draw.ts'
import { authorityFor, belongsTo } from './who-checks.ts'
import { inspectionFaults } from './words.ts'

/** A matter as it begins, under the name that its key gives it; a repeat finds it, other words are refused. */
const begin = async (
  host: DecidingHost,
  begins: Matter,
  actor: Actor,
): Promise<Outcome<Matter, 'KEY_REUSED'>> => {
  const { table } = host
  const matter = await withBodyNow(table, begins)
  const begun = await retryOnConflict(async () => {
    const known = await readMatter(table, matter.id)
    if (known !== undefined) {
      const isSame =
        known.kind === matter.kind &&
        known.text === matter.text &&
        known.body.id === matter.body.id &&
        known.staffId === matter.staffId &&
        known.article === matter.article
      return isSame ? succeed(known) : refuse('KEY_REUSED')
    }
    const entry = { at: matter.createdAt, by: actor.id, byName: actor.name, act: 'ask' as const }
    await write(table, newInspection(matter, [{ ...entry, text: matter.text }]))
    return succeed(matter)
  })
  if (begun.ok) await startMatter(inspectionWay, host, begun.value)
  return begun
}

const started = (at: string) => ({
  ...{ createdAt: at, status: 'asked' as const, evidence: [] },
  ...{ awaiting: at, attempt: 1, entries: 0, version: 1 },
})

const unknownBody = refuse('INPUT_INVALID', {
  errors: [{ pointer: '/bodyId', detail: inputFaults.organisationUnknown }],
})

const noHours = refuse('INPUT_INVALID', {
  errors: [{ pointer: '/hours/entry', detail: inspectionFaults.noHours }],
})

interface HoursOrder extends Omit<OrderBody, 'bodyId'> {
  readonly body: Organisation
  readonly authority: Organisation
  readonly hours: NonNullable<OrderBody['hours']>
}

/** Proof of certain hours of a person of an institution, asked for by name; refused where these don't count now. */
const askForHours = async (
  { table, clock }: DecidingHost,
  { body, authority, text, article, until, hours }: HoursOrder,
  key: string,
  actor: Actor,
): Promise<Outcome<Matter, 'INPUT_INVALID' | 'KEY_REUSED'>> => {
  const id = inspectionIdFor(actor, key)
  const known = await readMatter(table, id)
  if (known !== undefined) {
    const { entries } = await readEntries(table, hours.staffId)
    const isSame =
      known.staffId === hours.staffId &&
      known.text === text &&
      known.sample?.sequence === factAbout(entries, hours.entry)?.sequence
    return isSame ? succeed(known) : refuse('KEY_REUSED')
  }
  const person = await readPerson(table, hours.staffId)
  if (person?.institutionId !== body.id) return noHours
  const matter = await hoursMatter(table, {
    ...{ id, createdAt: timestamp(clock), createdBy: { id: actor.id, name: actor.name } },
    ...{ staffId: person.id, sequence: hours.entry, institutionId: body.id, from: authority },
    ...{ signs: [], text, article, dueOn: until },
  })
  return matter === undefined ? noHours : succeed(matter)
}

/**
 * An order to a lower authority, department or institution (Art. 35): what, by which article, by when. By a seat at an
 * authority that stands over it, and that does not belong to it besides. With hours: proof of these, which are suspended
 * after notice where nobody shows any, and count again once they are verified.
 */
export const orderSupervision =
  (host: DecidingHost) =>
  async (
    { bodyId, text, article, until, hours }: OrderBody,
    key: string,
    actor: Actor,
  ): Promise<Outcome<Matter, 'INPUT_INVALID' | 'KEY_REUSED' | 'NOT_ALLOWED' | 'OWN_INSPECTION'>> => {
    const { table, clock } = host
    const body = await readOrganisation(table, bodyId)
    // Of a merged institution hours may still be asked for, not acts.
    if (body === undefined || (body.closed !== undefined && hours === undefined)) return unknownBody
    const authority = await authorityOver(table, actor, body)
    if (authority === undefined) return refuse('NOT_ALLOWED', { article: '35' })
    if (belongsTo(actor, body.id)) return unknownBody
    const day = today(clock)
    if (until <= day || until > addDays(day, inspectionTerms.longestDays))
      return refuse('INPUT_INVALID', {
        errors: [{ pointer: '/until', detail: inspectionFaults.until(inspectionTerms.longestDays) }],
      })
    if (hours !== undefined) {
      if (isOneself(await oneselfOf(table, actor), hours.staffId))
        return refuse('OWN_INSPECTION', { article: '35' })
      const matter = await askForHours(host, { body, authority, text, article, until, hours }, key, actor)
      return matter.ok ? begin(host, matter.value, actor) : matter
    }
    const matter: Matter = {
      ...{ id: inspectionIdFor(actor, key), kind: 'order', createdBy: { id: actor.id, name: actor.name } },
      authority: { id: authority.id, name: authority.name },
      body: { id: body.id, name: body.name },
      ...{ text, article, dueOn: until, actedBefore: [], ...started(timestamp(clock)) },
    }
    return begin(host, matter, actor)
  }

/**
 * A violation that a desk has found (Art. 32): its person is heard first, then their institution, and an authority decides
 * with it, by somebody else than whoever found it. Nothing follows from it by itself.
 */
export const findViolation =
  (host: DecidingHost) =>
  async (
    { staffId: named, text, article }: ViolationBody,
    key: string,
    actor: Actor,
  ): Promise<Outcome<Matter, 'INPUT_INVALID' | 'KEY_REUSED' | 'NOT_FOUND' | 'OWN_INSPECTION'>> => {
    const { table, clock } = host
    // Of a record that was merged, it is found of the person as they are known now.
    const person = await readPerson(table, await survivorOf(table, named))
    const institution = person && (await readOrganisation(table, person.institutionId))
    if (person === undefined || institution === undefined || !oversees(actor, institution))
      return refuse('NOT_FOUND')
    const staffId = person.id
    if (isOneself(await oneselfOf(table, actor), staffId)) return refuse('OWN_INSPECTION', { article: '32' })
    const first =
      institution.authorityId === undefined
        ? undefined
        : await readOrganisation(table, institution.authorityId)
    if (first === undefined) return refuse('NOT_FOUND')
    const actedBefore = [actor.id]
    const authority = await authorityFor(table, first, { actedBefore, staffId })
    const at = timestamp(clock)
    const matter: Matter = {
      ...{ id: inspectionIdFor(actor, key), kind: 'violation', staffId, text, article, actedBefore },
      createdBy: { id: actor.id, name: actor.name },
      authority: { id: authority.id, name: authority.name },
      body: { id: institution.id, name: institution.name },
      dueOn: addWorkingDays(at.slice(0, 10), inspectionTerms.hearingWorkingDays),
      ...started(at),
    }
    return begin(host, matter, actor)
  }
