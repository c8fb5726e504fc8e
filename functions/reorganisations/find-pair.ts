import type { Actor } from '../organisations/account.ts'
import { type Organisation, populationOf, readOrganisation } from '../organisations/organisation.ts'
import { mayPlaceUnder } from '../organisations/place-organisation.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { reorganisationFaults } from './words.ts'

interface Pair {
  readonly from: Organisation
  readonly into: Organisation
}

/** Whether someone sits at an authority above both (Art. 35). */
const isAboveBoth = ({ roles }: Actor, from: Organisation, into: Organisation): boolean =>
  roles.some(
    ({ role, organisationId }) =>
      role === 'authority' &&
      from.overseers.includes(organisationId) &&
      into.overseers.includes(organisationId),
  )

/** The two institutions of a merge or a split, for an authority above both. */
export const findPair = async (
  table: Table,
  id: string,
  intoId: string,
  actor: Actor,
): Promise<Outcome<Pair, 'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_FOUND'>> => {
  const found = await findOrganisation(table, id, actor)
  if (!found.ok) return found
  const from = found.value
  const fault = (detail: (typeof reorganisationFaults)[keyof typeof reorganisationFaults]) =>
    refuse('INPUT_INVALID', { errors: [{ pointer: '/into', detail }] })
  const into = await readOrganisation(table, intoId)
  if (!(await mayPlaceUnder(table, actor, from.overseers))) return refuse('NOT_ALLOWED')
  if (from.kind !== 'institution') return fault(reorganisationFaults.institutionsAlone)
  if (into?.kind !== 'institution' || into.id === from.id || into.closed !== undefined)
    return fault(reorganisationFaults.noOther)
  if (!isAboveBoth(actor, from, into)) return refuse('NOT_ALLOWED')
  if (populationOf(from) !== populationOf(into)) return fault(reorganisationFaults.otherPopulation)
  return succeed({ from, into })
}
