import canonicalize from 'canonicalize'
import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { seatsOf } from '../organisations/visibility.ts'
import { type FieldFault, type Refusal, refuse } from '../platform/refusals.ts'
import type { Person } from '../staff/person.ts'
import { recordFaults } from './words.ts'

/** What exempts a person, and was not so before (Art. 4, 9): a second pair of eyes confirms it. */
const EXEMPTING = ['leader', 'highLevelTalent'] as const

/**
 * What bends a date: who stands on the register, and so owes a year and has verdicts; when an induction is due; which
 * years and sessions a term asks for; what a leave excuses.
 */
const BENDING = ['onRegister', 'hiredOn', 'terms', 'leaves'] as const

/** What a record says of a field; no list and an empty one say the same. */
const told = (person: Person, field: (typeof BENDING)[number]) => canonicalize(person[field] ?? [])

/** Whether a field says something else than before; at a new institution the terms are first entries. */
const isBent = (before: Person, after: Person, field: (typeof BENDING)[number]): boolean =>
  told(before, field) !== told(after, field) &&
  !(field === 'terms' && before.institutionId !== after.institutionId)

/** The fields that an institution does not change by itself, each with the way that there is instead. */
const confirmationFaults = (before: Person, after: Person): FieldFault[] => [
  ...[
    ...EXEMPTING.filter((field) => after[field] && !before[field]),
    ...BENDING.filter((field) => isBent(before, after, field)),
  ].map((field) => ({
    pointer: `/${field}`,
    detail: recordFaults.needsConfirmation,
  })),
  ...(after.postType === before.postType ? [] : [{ pointer: '/postType', detail: recordFaults.byFiling }]),
]

/** Whether someone keeps a register by an authority's seat above the institution, and not by the institution's own. */
export const keepsFromAbove = (actor: Actor, { overseers }: Pick<Organisation, 'overseers'>): boolean =>
  seatsOf(actor).some(
    ({ role, organisationId }) => role === 'authority' && overseers.includes(organisationId),
  )

/**
 * Why an institution may not change a record by itself (Art. 4, 9, 18, 35): what exempts a person or bends a
 * date is filed with a document and confirmed by the authority, a type of post changes by the filing of a post change. Corrections by an
 * authority, and all else, stay plain changes on record. Undefined: it may.
 */
export const confirmationRefusal = (
  before: Person,
  after: Person,
  actor: Actor,
  institution: Pick<Organisation, 'overseers'>,
): Refusal<'CHANGE_NEEDS_CONFIRMATION'> | undefined => {
  const errors = confirmationFaults(before, after)
  return errors.length === 0 || keepsFromAbove(actor, institution)
    ? undefined
    : refuse('CHANGE_NEEDS_CONFIRMATION', { article: '35', errors })
}
