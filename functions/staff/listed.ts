import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type ListShown, noteList } from './look.ts'
import type { LookList } from './look-terms.ts'

type Host = Pick<RecordsHost, 'table' | 'clock'>

/** Puts on record who got a list of an institution's people; without one, it was their own. */
export const noteListOf = async (
  host: Host,
  actor: Actor,
  institutionId: OrganisationId | undefined,
  list: Omit<ListShown, 'organisation'>,
): Promise<void> => {
  const organisation =
    institutionId === undefined ? undefined : await readOrganisation(host.table, institutionId)
  if (organisation !== undefined) await noteList(host, actor, { ...list, organisation })
}

/** A page of an institution's people on its way to whoever asked: it is on record before it goes. */
export const listed = async <
  O extends
    | { readonly ok: true; readonly value: { readonly items: readonly unknown[] } }
    | { readonly ok: false },
>(
  host: Host,
  actor: Actor,
  institutionId: OrganisationId | undefined,
  list: LookList,
  outcome: O,
): Promise<O> => {
  if (outcome.ok) await noteListOf(host, actor, institutionId, { list, count: outcome.value.items.length })
  return outcome
}
