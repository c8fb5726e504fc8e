import type { Table } from '../platform/table.ts'
import { type Account, mayAct, readAccounts } from './account.ts'
import type { Organisation } from './organisation.ts'
import { seatsAt } from './seat.ts'

/** Those who sit at an organisation's own desk and can act; loans seat nobody. */
export const seatedAt = async (
  table: Table,
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
): Promise<Account[]> => {
  const seats = (await seatsAt(table, id)).filter(({ role }) => role === kind)
  return (await readAccounts(table, [...new Set(seats.map(({ accountId }) => accountId))])).filter(mayAct)
}
