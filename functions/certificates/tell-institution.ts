import { readDesk } from '../organisations/account.ts'
import { type Clock, today } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { type Letter, toMail } from '../platform/letter.ts'
import type { Mailer } from '../platform/mail.ts'
import { postMail } from '../platform/post-mail.ts'
import type { Table } from '../platform/table.ts'

/** Writes to those who register for an institution. */
export const tellInstitution = async (
  deps: { readonly table: Table; readonly clock: Clock; readonly mailer: Mailer },
  institutionId: OrganisationId,
  letter: Letter,
  id: string,
): Promise<void> => {
  const desk = await readDesk(deps.table, institutionId, 'institution', today(deps.clock))
  await postMail(
    deps,
    toMail(
      letter,
      id,
      desk.map(({ email }) => email),
    ),
  )
}
