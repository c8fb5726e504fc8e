import type { Table } from '../platform/table.ts'
import type { Stage } from '../platform/terms.ts'
import { type Organisation, readOrganisation } from './organisation.ts'

class OrganisationMissingError extends Error {
  override name = 'OrganisationMissingError'
}

export const institutionOf = async (table: Table, id: string): Promise<Organisation> => {
  const institution = await readOrganisation(table, id)
  if (institution === undefined)
    throw new OrganisationMissingError(`The institution ${id} of a request is not registered.`)
  return institution
}

/** The organisation whose desk a stage is, for requests of an institution's people. */
export const organisationAt = (institution: Organisation, stage: Stage): string => {
  const id = {
    institution: institution.id,
    department: institution.departmentId,
    authority: institution.authorityId,
  }[stage]
  if (id === undefined)
    throw new OrganisationMissingError(`The institution ${institution.id} has no ${stage}.`)
  return id
}
