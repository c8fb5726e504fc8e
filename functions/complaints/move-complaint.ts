import { complaintTerms } from '../../rules/complaints.ts'
import type { Account } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { inputFaults } from '../platform/words.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import type { ComplaintActBody } from './api.ts'
import { type AtDesk, type Changed, isStuck } from './at-desk.ts'
import type { Complaint } from './complaint.ts'
import { deskAbove, deskFor, whoMaySee } from './desk-above.ts'
import { readComplaintSettings } from './settings.ts'
import { passedBefore } from './words.ts'

/** The complaint at another desk: nothing that was begun there counts here. */
const atDesk = (complaint: Complaint, { id, name }: Organisation, day: string): Complaint => {
  const { above: _, remindedOn: __, ...rest } = complaint
  return {
    ...rest,
    desk: { id, name },
    status: 'received',
    dueOn: addWorkingDays(day, complaintTerms.acceptWorkingDays),
    extended: false,
    inquirers: [],
  }
}

/** A complaint that is about another body or person besides, from a moment on. */
export const concerning = (
  complaint: Complaint,
  {
    body,
    person,
  }: { readonly body?: Pick<Organisation, 'id' | 'name'> | undefined; readonly person?: string | undefined },
  at: string,
): Complaint => {
  const { bodies, persons, namedAt } = complaint
  const isNewBody = body !== undefined && bodies.every(({ id }) => id !== body.id)
  const isNewPerson = person !== undefined && !persons.includes(person)
  return {
    ...complaint,
    bodies: isNewBody ? [...bodies, { id: body.id, name: body.name }] : bodies,
    persons: isNewPerson ? [...persons, person] : persons,
    namedAt: {
      ...namedAt,
      ...(isNewBody ? { [body.id]: at } : {}),
      ...(isNewPerson ? { [person]: at } : {}),
    },
  }
}

/** The complaint as one that came anew: to those of its desk who may see it, or to the desk above where nobody may. */
export const begunAnew = async (
  host: Pick<RecordsHost, 'table' | 'clock'>,
  complaint: Complaint,
  desk: Organisation,
  seated: readonly Account[],
): Promise<Outcome<Complaint, 'NO_BODY_ABOVE'>> =>
  seated.length > 0 ? succeed(atDesk(complaint, desk, today(host.clock))) : toDeskAbove(host, complaint, desk)

const toDeskAbove = async (
  { table, clock }: Pick<RecordsHost, 'table' | 'clock'>,
  complaint: Complaint,
  desk: Organisation,
): Promise<Outcome<Complaint, 'NO_BODY_ABOVE'>> => {
  const settings = await readComplaintSettings(table)
  const above = settings && (await deskAbove(table, complaint, desk, settings, timestamp(clock)))
  return above === undefined
    ? refuse('NO_BODY_ABOVE', { article: '36' })
    : succeed(atDesk(complaint, above, today(clock)))
}

/** The complaint, at a desk above where its own has come to be concerned, or nobody there may see it any more. */
export const movedUp = async (
  host: RecordsHost,
  complaint: Complaint,
  desk: Organisation,
): Promise<Outcome<Complaint, 'NO_BODY_ABOVE'>> => {
  // Its own office, or one that stands over it.
  const isConcerned = complaint.bodies.some(({ id }) => id === desk.id || desk.overseers.includes(id))
  const seated = isConcerned ? [] : await whoMaySee(host.table, complaint, desk, timestamp(host.clock))
  const isStill = ({ id }: { id: string }) => seated.some((one) => one.id === id)
  const still = { ...complaint, inquirers: complaint.inquirers.filter(isStill) }
  if (seated.length === 0) return toDeskAbove(host, complaint, desk)
  return isStuck(still, seated, desk) ? begunAnew(host, complaint, desk, seated) : succeed(still)
}

/**
 * Passes a complaint on, with a reason, instead of accepting it: to the desk above the body that it is really about,
 * or to a body that is not on the platform, which ends it here. No desk has it twice so.
 */
export const passOn = async (
  { table, clock }: RecordsHost,
  { complaint }: AtDesk,
  { bodyId, outside, reason }: Extract<ComplaintActBody, { act: 'pass_on' }>,
): Promise<Outcome<Changed, 'INPUT_INVALID' | 'NO_BODY_ABOVE' | 'WRONG_STATE'>> => {
  if (complaint.status !== 'received') return refuse('WRONG_STATE')
  const day = today(clock)
  if (bodyId === undefined && outside !== undefined)
    return succeed({
      after: { ...complaint, status: 'passed_on', closedOn: day },
      text: `${outside}\n${reason}`,
      shown: true,
    })
  const body = bodyId === undefined ? undefined : await readOrganisation(table, bodyId)
  const settings = await readComplaintSettings(table)
  if (body === undefined || settings === undefined)
    return refuse('INPUT_INVALID', {
      errors: [{ pointer: '/bodyId', detail: inputFaults.organisationUnknown }],
    })
  const isKnown = complaint.bodies.some(({ id }) => id === body.id)
  const about = concerning(complaint, { body }, timestamp(clock))
  const desk = await deskFor(table, about, body, settings, timestamp(clock))
  if (desk === undefined) return refuse('NO_BODY_ABOVE', { article: '36' })
  // To itself is no passing on.
  if (desk.id === complaint.desk.id && isKnown) return refuse('WRONG_STATE')
  const { had = [], dueOn } = complaint
  if (had.includes(desk.id))
    return refuse('INPUT_INVALID', { errors: [{ pointer: '/bodyId', detail: passedBefore }] })
  return succeed({
    // Who complained waits since they did: the first deadline goes on, however often it is passed on.
    after: { ...atDesk(about, desk, day), dueOn, had: [...new Set([...had, complaint.desk.id])] },
    ...{ text: reason, shown: true },
  })
}
