import type { Account, Role } from '../store/account.ts'
import type { Organisation } from '../store/organisation.ts'

/**
 * Whether someone may see what concerns an institution's person: organisations see what is theirs and what is
 * below them, nothing else (Art. 35); an auditor or operator of an organisation likewise, for the region all.
 */
export const oversees = (actor: Account, institution: Pick<Organisation, 'id' | 'overseers'>): boolean =>
  actor.roles.some(
    ({ organisationId }) =>
      organisationId === institution.id || institution.overseers.includes(organisationId),
  )

/** Whether someone may see a person's matters: their own, or those of a person they oversee. */
export const sees = (
  actor: Account,
  staffId: string,
  institution: Pick<Organisation, 'id' | 'overseers'> | undefined,
): boolean => actor.staffId === staffId || (institution !== undefined && oversees(actor, institution))

export const sitsAt = (actor: Account, organisationId: string, role: Role): boolean =>
  actor.roles.some((seat) => seat.organisationId === organisationId && seat.role === role)
