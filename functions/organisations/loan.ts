import * as z from 'zod'
import { isDesk } from '../platform/callers.ts'
import { OrganisationId, type StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { read, type Table } from '../platform/table.ts'
import type { Role } from '../platform/terms.ts'

/**
 * To whom tasks may be lent, and as long as what they are lent for: colleagues, who have a seat at the organisation or
 * stand on its register. A loan ends with the seat of either side, the transfer, the leaving, at once.
 */

interface Seat {
  role: Role
  organisationId: OrganisationId
  head: boolean
}

interface Seats {
  readonly roles: readonly Seat[]
}

/** Whether someone audits or operates: they decide nothing, so nobody lends them what they would decide by. */
export const hasNoDesk = ({ roles }: Seats): boolean => roles.some(({ role }) => !isDesk(role))

const OnRegister = z.object({ institutionId: OrganisationId, onRegister: z.boolean() })

/** The institution on whose register an account's person stands. */
export const registerOf = async (
  table: Table,
  { staffId }: { readonly staffId?: StaffId | undefined },
): Promise<string | undefined> => {
  const item = staffId === undefined ? undefined : await read(table, keys.person(staffId))
  const person = item && OnRegister.parse(item)
  return person?.onRegister ? person.institutionId : undefined
}

/** The desks at which someone may hold the tasks of another: those of organisations that they belong to as well. */
export const lendable = (lender: Seats, borrower: Seats, register: string | undefined): Seat[] =>
  hasNoDesk(borrower)
    ? []
    : lender.roles.filter(
        ({ role, organisationId }) =>
          isDesk(role) &&
          (organisationId === register ||
            borrower.roles.some((seat) => seat.organisationId === organisationId)),
      )
