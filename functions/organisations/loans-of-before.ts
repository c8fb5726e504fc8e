import { addDays, timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { readAccounts } from './account.ts'
import { type Delegation, keepLoanOfBefore, LONGEST_LOAN_DAYS, loansOfBefore } from './delegation.ts'
import { loanChangedLetter } from './delegation-letter.ts'
import { hasNoDesk } from './loan.ts'

/** A loan of the version before as it holds from a day on. */
const inNewTime = (loan: Delegation, isForbidden: boolean, day: string, at: string): Delegation => {
  if (isForbidden) return { ...loan, revokedAt: at }
  const last = addDays(day, LONGEST_LOAN_DAYS - 1)
  return loan.endsOn > last ? { ...loan, endsOn: last } : loan
}

/**
 * Ends the loans of the version before in their new time, once each: after so many days, those to whoever audits or
 * operates at once; lender and borrower are told. They lend tasks alone whether or not anybody has looked at them.
 */
export const endLoansOfBefore = async ({ table, clock, mailer, publicUrl }: WritingHost): Promise<number> => {
  const loans = await loansOfBefore(table)
  for (const loan of loans) {
    const [from, to] = await Promise.all([
      readAccounts(table, [loan.from.id]),
      readAccounts(table, [loan.to.id]),
    ])
    const after = inNewTime(loan, to.some(hasNoDesk), today(clock), timestamp(clock))
    try {
      await write(table, [keepLoanOfBefore(loan, after)])
    } catch (error) {
      // Taken back meanwhile, or looked at by another run.
      if (error instanceof ConditionFailedError) continue
      throw error
    }
    const addresses = [...from, ...to].map(({ email }) => email)
    await postMail(
      { mailer, table, clock },
      toMail(loanChangedLetter(after, publicUrl), `loan-${loan.id}`, addresses),
    )
  }
  return loans.length
}
