import { mayAct, readAccount } from '../organisations/account.ts'
import type { Clock } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Letter, toMail } from '../platform/letter.ts'
import type { Mail, Mailer } from '../platform/mail.ts'
import { postMail } from '../platform/post-mail.ts'
import { eventually, type Table } from '../platform/table.ts'
import { type Person, readPerson } from './person.ts'

/**
 * Mails a person for the last time: what they left the register by ended their account in the same moment, and they are
 * told all the same.
 */
export const tellLeaver = async (
  deps: { readonly table: Table; readonly clock: Clock; readonly mailer: Mailer },
  { accountId }: Person,
  letter: Letter,
  id: string,
): Promise<void> => {
  const account = accountId === undefined ? undefined : await readAccount(eventually(deps.table), accountId)
  if (account && (mayAct(account) || account.status === 'suspended'))
    await postMail(deps, toMail(letter, id, [account.email]))
}

/**
 * A message to a person about their own matter; none where no account of theirs can act, for then the institution tells them
 * on paper. `known`: the person, where just read.
 */
export const mailToPerson = async (
  deps: { readonly table: Table },
  staffId: StaffId,
  letter: Letter,
  id: string,
  known?: Person,
): Promise<Mail[]> => {
  const table = eventually(deps.table)
  const person = known ?? (await readPerson(table, staffId))
  const account = person?.accountId === undefined ? undefined : await readAccount(table, person.accountId)
  return account && mayAct(account) ? [toMail(letter, id, [account.email])] : []
}

/** Mails a person about their own matter, as `mailToPerson` says. */
export const tellPerson = async (
  deps: { readonly table: Table; readonly clock: Clock; readonly mailer: Mailer },
  ...about: [staffId: StaffId, letter: Letter, id: string, known?: Person]
): Promise<void> => {
  for (const mail of await mailToPerson(deps, ...about)) await postMail(deps, mail)
}
