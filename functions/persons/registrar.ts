import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { isPersonOf } from '../organisations/same-human.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Refusal, refuse } from '../platform/refusals.ts'
import type { Person } from '../staff/person.ts'
import { recordFaults } from './words.ts'

type Institution = Pick<Organisation, 'id' | 'overseers'>

/** The seats by which someone keeps an institution's register: its own registrar's, or an authority's above it. */
const registrarSeats = (actor: Actor, institution: Institution): Actor['roles'] =>
  actor.roles.filter(
    ({ role, organisationId }) =>
      (role === 'institution' && organisationId === institution.id) ||
      (role === 'authority' && institution.overseers.includes(organisationId)),
  )

/**
 * Why someone may not use one of these seats for a person's record: they have none, or it is their own record.
 * Undefined: they may.
 */
const seatRefusal = (
  seats: Actor['roles'],
  actor: Actor,
  staffId: StaffId | undefined,
): Refusal<'NOT_ALLOWED' | 'OWN_RECORD'> | undefined => {
  if (seats.length === 0) return refuse('NOT_ALLOWED')
  return isPersonOf(actor, staffId) ? refuse('OWN_RECORD') : undefined
}

/** Why an actor may not keep an institution's register, for the person `staffId`; undefined: they may. */
export const registrarRefusal = (
  actor: Actor,
  institution: Institution,
  staffId?: StaffId,
): Refusal<'NOT_ALLOWED' | 'OWN_RECORD'> | undefined =>
  seatRefusal(registrarSeats(actor, institution), actor, staffId)

/** Why nobody is entered on the register of an institution that was merged into another one; undefined: they may be. */
export const closedRefusal = ({
  closed,
}: Pick<Organisation, 'closed'>): Refusal<'NOT_ALLOWED'> | undefined =>
  closed === undefined
    ? undefined
    : refuse('NOT_ALLOWED', {
        errors: [{ pointer: '/institutionId', detail: recordFaults.institutionClosed }],
      })

/** Why an actor may not move a person as an authority above both institutions; undefined: they may. */
const commonAuthorityRefusal = (
  actor: Actor,
  from: Institution,
  to: Institution,
  staffId: StaffId,
): Refusal<'NOT_ALLOWED' | 'OWN_RECORD'> | undefined => {
  const seats = actor.roles.filter(
    ({ role, organisationId }) =>
      role === 'authority' &&
      from.overseers.includes(organisationId) &&
      to.overseers.includes(organisationId),
  )
  return seatRefusal(seats, actor, staffId)
}

/**
 * Why an actor may not bring a person to another institution; undefined: they may. An authority above both
 * may, and so may the receiving registrar of a released person.
 */
export const takeOverRefusal = (
  actor: Actor,
  person: Pick<Person, 'id' | 'releasedTo'>,
  from: Institution,
  to: Institution,
): Refusal<'NOT_ALLOWED' | 'NOT_RELEASED' | 'OWN_RECORD'> | undefined => {
  if (commonAuthorityRefusal(actor, from, to, person.id) === undefined) return undefined
  return (
    registrarRefusal(actor, to, person.id) ??
    (person.releasedTo === to.id ? undefined : refuse('NOT_RELEASED'))
  )
}
