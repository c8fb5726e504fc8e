import { complaintTerms } from '../../rules/complaints.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { inputFaults } from '../platform/words.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import type { ComplaintActBody } from './api.ts'
import type { AtDesk, Changed } from './at-desk.ts'
import type { Complaint } from './complaint.ts'
import { deskAbove, deskFor, whoMaySee } from './desk-above.ts'
import { readComplaintSettings } from './settings.ts'

/** The complaint at another desk: nothing that was begun there counts here. */
const atDesk = (complaint: Complaint, { id, name }: Organisation, day: string): Complaint => {
  const { above: _, ...rest } = complaint
  return {
    ...rest,
    desk: { id, name },
    status: 'received',
    dueOn: addWorkingDays(day, complaintTerms.acceptWorkingDays),
    extended: false,
    inquirers: [],
  }
}

/** The complaint, at a desk above where its own has come to be concerned, or nobody there may see it any more. */
export const movedUp = async (
  { table, clock }: RecordsHost,
  complaint: Complaint,
  desk: Organisation,
): Promise<Outcome<Complaint, 'NO_BODY_ABOVE'>> => {
  const day = today(clock)
  // Its own office, or one that stands over it.
  const isConcerned = complaint.bodies.some(({ id }) => id === desk.id || desk.overseers.includes(id))
  const seated = isConcerned ? [] : await whoMaySee(table, complaint, desk, day)
  const isStill = ({ id }: { id: string }) => seated.some((one) => one.id === id)
  if (seated.length > 0) return succeed({ ...complaint, inquirers: complaint.inquirers.filter(isStill) })
  const settings = await readComplaintSettings(table)
  const above = settings && (await deskAbove(table, complaint, desk, settings, day))
  return above === undefined
    ? refuse('NO_BODY_ABOVE', { article: '36' })
    : succeed(atDesk(complaint, above, day))
}

/**
 * Passes a complaint on, with a reason, instead of accepting it: to the desk above the body that it is really about,
 * or to a body that is not on the platform, which ends it here.
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
  const about: Complaint = {
    ...complaint,
    bodies: isKnown ? complaint.bodies : [...complaint.bodies, { id: body.id, name: body.name }],
  }
  const desk = await deskFor(table, about, body, settings, day)
  if (desk === undefined) return refuse('NO_BODY_ABOVE', { article: '36' })
  // To itself is no passing on.
  if (desk.id === complaint.desk.id && isKnown) return refuse('WRONG_STATE')
  return succeed({ after: atDesk(about, desk, day), text: reason, shown: true })
}
