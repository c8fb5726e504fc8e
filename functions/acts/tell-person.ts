import type { Clock } from '../kit/clock.ts'
import type { Mailer } from '../kit/mail.ts'
import { type Letter, toMail } from '../letters/letter.ts'
import { readAccount } from '../store/account.ts'
import { readPerson } from '../store/person.ts'
import type { Table } from '../store/table.ts'
import { postMail } from './post-mail.ts'

/** Writes to a person about their own matter; one who has no account is told by the institution on paper. */
export const tellPerson = async (
  deps: { readonly table: Table; readonly clock: Clock; readonly mailer: Mailer },
  staffId: string,
  letter: Letter,
  id: string,
): Promise<void> => {
  const person = await readPerson(deps.table, staffId)
  const account =
    person?.accountId === undefined ? undefined : await readAccount(deps.table, person.accountId)
  if (account) await postMail(deps, toMail(letter, id, [account.email]))
}
