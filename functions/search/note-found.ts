import type { Actor } from '../organisations/account.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { noteListOf } from '../staff/listed.ts'
import type { Found } from './api.ts'

/** Puts on record whose people somebody has found: by institution, how many, and never what was typed. */
export const noteFound = async (
  host: Pick<RecordsHost, 'table' | 'clock'>,
  actor: Actor,
  { persons }: Found,
): Promise<void> => {
  const found = Map.groupBy(persons, ({ institution }) => institution.id)
  for (const [id, people] of found) {
    const others = people.filter((one) => one.id !== actor.staffId)
    await noteListOf(host, actor, id, { list: 'search', count: others.length })
  }
}
