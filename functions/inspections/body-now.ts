import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { timestamp } from '../platform/clock.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { changeInspection, isClosed, type Matter, mattersAskedOf, readMatter } from './inspection.ts'

/** The institution into which one was merged, and that one if it was; undefined where it was not. */
const successorOf = async (
  table: Table,
  { id, closed }: Organisation,
  passed: ReadonlySet<OrganisationId> = new Set([id]),
): Promise<Organisation | undefined> => {
  const into = closed === undefined ? undefined : await readOrganisation(table, closed.into)
  if (into === undefined || passed.has(into.id)) return undefined
  return (await successorOf(table, into, new Set([...passed, into.id]))) ?? into
}

/**
 * A matter with the body that answers for it now (Art. 35): of an institution that was merged, the one that took its people
 * over. What was ordered, drawn or found is not over by that.
 */
export const withBodyNow = async (table: Table, matter: Matter): Promise<Matter> => {
  if (isClosed(matter)) return matter
  const body = await readOrganisation(table, matter.body.id)
  const into = body === undefined ? undefined : await successorOf(table, body)
  return into === undefined ? matter : { ...matter, body: { id: into.id, name: into.name } }
}

/** Lets what an institution was asked follow its people to the one into which it was merged. Safe to repeat. */
export const followMerger = async (
  { table, clock }: Pick<RecordsHost, 'table' | 'clock'>,
  fromId: OrganisationId,
): Promise<void> => {
  const asked = await allPages((cursor) => mattersAskedOf(table, fromId, { limit: PAGE, cursor }))
  for (const { id } of asked)
    await retryOnConflict(async () => {
      const matter = await readMatter(table, id)
      if (matter === undefined || matter.body.id !== fromId) return
      const after = await withBodyNow(table, matter)
      if (after === matter) return
      const entry = { at: timestamp(clock), by: 'system', byName: '', act: 'follow' as const }
      await write(table, changeInspection(matter, after, [{ ...entry, text: after.body.name }]))
    })
}
