import { type Actor, readDesk } from '../organisations/account.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import type { Enrolment } from './enrolment.ts'

/** Those who may say a word to an institution's enrolments: whoever registers for it. */
const answerersAt = async (table: Table, institutionId: OrganisationId, day: string): Promise<Actor[]> =>
  (await readDesk(table, institutionId, 'institution', day)).filter((actor) =>
    hasSeatAt(actor, institutionId, 'institution'),
  )

type Asked = Pick<Enrolment, 'staffId' | 'institutionId' | 'state'>

/**
 * Whose enrolment nobody can agree to: their institution has no account that may, or theirs alone (Art. 38). One read a
 * desk, of those alone who wait for its word.
 */
export const unheardOf = async (
  table: Table,
  enrolments: readonly Asked[],
  day: string,
): Promise<ReadonlySet<StaffId>> => {
  const asked = enrolments.filter(({ state }) => state === 'asked')
  const desks = new Map(
    await Promise.all(
      [...new Set(asked.map(({ institutionId }) => institutionId))].map(
        async (id) => [id, await answerersAt(table, id, day)] as const,
      ),
    ),
  )
  return new Set(
    asked.flatMap(({ staffId, institutionId }) =>
      (desks.get(institutionId) ?? []).some((actor) => actor.staffId !== staffId) ? [] : [staffId],
    ),
  )
}
