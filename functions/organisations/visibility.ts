import type { Role } from '../platform/terms.ts'
import type { Account, Actor } from './account.ts'
import type { Organisation } from './organisation.ts'

/** A seat that someone may use now: their own, or that of a colleague who has lent them their powers. */
export interface UsableSeat {
  readonly role: Role
  readonly organisationId: string
  readonly head: boolean
  /** The colleague whose seat it is; undefined: one's own. */
  readonly lender?: Account
}

const isDesk = (role: Role): boolean => role !== 'auditor' && role !== 'operator'

/** One's own seats, then the lent ones that are at a desk. */
export const seatsOf = (actor: Actor): UsableSeat[] => [
  ...actor.roles,
  ...(actor.standsInFor ?? []).flatMap((lender) =>
    lender.roles.filter(({ role }) => isDesk(role)).map((seat) => ({ ...seat, lender })),
  ),
]

/**
 * Whether an actor may see the matters of an institution's people: a seat sees its own organisation and those
 * below it, nothing else (Art. 35), auditors and operators likewise.
 */
export const oversees = (actor: Actor, institution: Pick<Organisation, 'id' | 'overseers'>): boolean =>
  seatsOf(actor).some(
    ({ organisationId }) =>
      organisationId === institution.id || institution.overseers.includes(organisationId),
  )

/** Whether someone may see a person's matters: their own, or those of a person they oversee. */
export const sees = (
  actor: Actor,
  staffId: string | undefined,
  institution: Pick<Organisation, 'id' | 'overseers'> | undefined,
): boolean =>
  (staffId !== undefined && actor.staffId === staffId) ||
  (institution !== undefined && oversees(actor, institution))

export const sitsAt = (actor: Actor, organisationId: string, role: Role): boolean =>
  seatsOf(actor).some((seat) => seat.organisationId === organisationId && seat.role === role)

/**
 * Whether an actor may act on a person's record: those who see it, and the registrar of the institution that
 * the person was released to.
 */
export const reaches = (
  actor: Actor,
  person: { readonly id: string; readonly releasedTo?: string | undefined },
  institution: Pick<Organisation, 'id' | 'overseers'>,
): boolean =>
  sees(actor, person.id, institution) ||
  (person.releasedTo !== undefined && sitsAt(actor, person.releasedTo, 'institution'))
