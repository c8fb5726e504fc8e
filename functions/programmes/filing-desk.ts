import { authorityOf } from '../organisations/authority-of.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import type { Stage, Subject } from '../platform/terms.ts'

/** Whose desk looks at a filing, and which authority decides or is informed. */
export interface FilingDesk {
  readonly desk: { readonly organisationId: OrganisationId; readonly role: Stage }
  readonly authorityId: OrganisationId | undefined
}

/**
 * Art. 5, 8: public courses, alone or among others, go to the authority of the organiser's level; professional courses to
 * the department, and to the authority where there is none. Undefined: no such desk is registered.
 */
export const filingDesk = async (
  table: Table,
  organiser: Organisation,
  subjects: readonly Subject[],
): Promise<FilingDesk | undefined> => {
  const authorityId = await authorityOf(table, organiser)
  const departmentId = organiser.kind === 'department' ? organiser.id : organiser.departmentId
  if (!subjects.includes('public') && departmentId !== undefined)
    return { desk: { organisationId: departmentId, role: 'department' }, authorityId }
  return authorityId === undefined
    ? undefined
    : { desk: { organisationId: authorityId, role: 'authority' }, authorityId }
}
