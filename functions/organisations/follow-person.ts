import type { Table, Write } from '../platform/table.ts'
import { type AccountRecord, changeAccount, readAccountRecord } from './account-record.ts'
import { endInvitation } from './invitation.ts'
import type { RegisterAct } from './register-change.ts'

/** As much of a person's record as their account must know. */
interface Followed {
  readonly accountId?: string | undefined
  readonly name: string
  readonly onRegister: boolean
  readonly staffNo?: string | undefined
}

const isOpen = ({ status }: AccountRecord): boolean => status !== 'suspended' && status !== 'withdrawn'

/**
 * The writes to a person's account that follow a change of their record, for the same transaction: who leaves
 * the register is suspended; name and staff number are copied.
 */
export const followPerson = async (
  table: Table,
  before: Followed,
  after: Followed,
  { at, by, reason }: RegisterAct,
): Promise<Write[]> => {
  const leaves = before.onRegister && !after.onRegister
  const differs = before.name !== after.name || before.staffNo !== after.staffNo
  if (after.accountId === undefined || (!leaves && !differs)) return []
  const account = await readAccountRecord(table, after.accountId)
  if (account === undefined) return []
  const named = { ...account, name: after.name, employeeNumber: after.staffNo }
  if (!leaves || !isOpen(account)) return changeAccount(account, named, { at, by, reason, what: 'followed' })
  return [
    ...changeAccount(
      account,
      { ...named, status: 'suspended', invitation: undefined },
      { at, by, reason, what: 'suspended' },
    ),
    ...endInvitation(account),
  ]
}
