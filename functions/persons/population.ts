import { type Organisation, populationOf } from '../organisations/organisation.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Person } from '../staff/person.ts'
import { recordFaults } from './words.ts'

/** What a body makes of whoever is entered on its register (Art. 47). */
export const asStaffOf = (body: Pick<Organisation, 'population'>): Pick<Person, 'population'> => ({
  population: populationOf(body) === 'organ_worker' ? 'organ_worker' : undefined,
})

/**
 * That a change would bring somebody other than a worker on an organ's register (Art. 47). What is on record stays
 * changeable: it is judged where the post or the body changes.
 */
export const populationFaults = (before: Person | undefined, after: Person): FieldFault[] => {
  const enters = before?.population !== after.population || before?.postType !== after.postType
  return enters && after.population === 'organ_worker' && after.postType !== 'worker'
    ? [{ pointer: '/postType', detail: recordFaults.organWorkersOnly }]
    : []
}
