import { type Clock, today } from '../kit/clock.ts'
import type { Mailer } from '../kit/mail.ts'
import { type Letter, toMail } from '../letters/letter.ts'
import { readDesk } from '../store/account.ts'
import type { Table } from '../store/table.ts'
import { postMail } from './post-mail.ts'

/** Writes to those who register for an institution. */
export const tellInstitution = async (
  deps: { readonly table: Table; readonly clock: Clock; readonly mailer: Mailer },
  institutionId: string,
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
