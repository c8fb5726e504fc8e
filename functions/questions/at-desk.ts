import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { seatedAt } from '../organisations/seated-at.ts'
import { upFrom } from '../organisations/up-from.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import type { Table } from '../platform/table.ts'
import { type Question, readQuestion } from './question.ts'

/** Whether somebody has a seat of their own at an office's desk; loans lend no questions. */
export const sitsAt = (actor: Pick<Actor, 'roles'>, id: OrganisationId): boolean =>
  actor.roles.some(
    ({ organisationId, role }) => organisationId === id && (role === 'authority' || role === 'department'),
  )

/** A question for whoever has it at their desk, or, once it is overdue, at the one above. */
export const questionAtDesk = async (
  { table }: Pick<RecordsHost, 'table'>,
  id: string,
  actor: Actor,
): Promise<{ readonly question: Question; readonly atDesk: boolean } | undefined> => {
  const question = await readQuestion(table, id)
  if (question === undefined) return undefined
  const atDesk = sitsAt(actor, question.desk.id)
  const isAbove = question.above !== undefined && sitsAt(actor, question.above.id)
  return atDesk || isAbove ? { question, atDesk } : undefined
}

/** The first office above one at which somebody sits; a department that stands under none is under the region. */
export const officeAbove = async (
  table: Table,
  from: Organisation,
  regionId: OrganisationId,
): Promise<Organisation | undefined> => {
  const above = ({ id, parentId }: Organisation) => (id === regionId ? undefined : (parentId ?? regionId))
  for await (const office of upFrom(table, from, above))
    if ((await seatedAt(table, office)).length > 0) return office
  return undefined
}
