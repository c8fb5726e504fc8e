import canonicalize from 'canonicalize'
import type { Actor } from '../organisations/account.ts'
import { followPerson } from '../organisations/follow-person.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { reaches } from '../organisations/visibility.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import type { Text } from '../platform/language.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import type { Workflows } from '../platform/workflows.ts'
import { moveFilings } from '../requests/move-filings.ts'
import { withFollowingDates } from '../staff/follow-flags.ts'
import type { Person } from '../staff/person.ts'
import { changePerson as writesFor } from '../staff/person-change.ts'
import { readStaff } from '../staff/staff.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { PersonChangeBody } from './api.ts'
import { confirmationRefusal } from './needs-confirmation.ts'
import { personFaults } from './person-faults.ts'
import { asStaffOf, populationFaults } from './population.ts'
import { numberTaken } from './register-person.ts'
import { closedRefusal, registrarRefusal, takeOverRefusal } from './registrar.ts'
import { markChange, settleChange } from './settle-change.ts'
import { recordFaults } from './words.ts'

export interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

type Fields = Omit<PersonChangeBody, 'version' | 'reason' | 'institutionId' | 'effectiveOn'>

/** The given value, else the one of before; `null` removes it. */
const kept = <T>(given: T | null | undefined, before: T | undefined): T | undefined =>
  given === undefined ? before : (given ?? undefined)

/** A record with the fields that a change names. */
export const withFields = (person: Person, fields: Fields): Person => ({
  ...person,
  name: fields.name ?? person.name,
  staffNo: kept(fields.staffNo, person.staffNo),
  postType: fields.postType ?? person.postType,
  leader: fields.leader ?? person.leader,
  onRegister: fields.onRegister ?? person.onRegister,
  hiredOn: fields.hiredOn ?? person.hiredOn,
  highLevelTalent: fields.highLevelTalent ?? person.highLevelTalent,
  terms: fields.terms ?? person.terms,
  leaves: fields.leaves ?? person.leaves,
  retiresOn: kept(fields.retiresOn, person.retiresOn),
  disability: fields.disability ?? person.disability,
  releasedTo: kept(fields.releasedTo, person.releasedTo),
})

export const isSame = (a: Person, b: Person): boolean => canonicalize(a) === canonicalize(b)

interface Found {
  readonly staff: StaffRecord
  readonly institution: Organisation
}

/** The person, for those who see them and for the registrar of the institution they were released to. */
const find = async (table: Table, id: string, actor: Actor): Promise<Found | undefined> => {
  const staff = await readStaff(table, id)
  const institution = staff && (await readOrganisation(table, staff.person.institutionId))
  if (staff === undefined || institution === undefined) return undefined
  return reaches(actor, staff.person, institution) ? { staff, institution } : undefined
}

const unfit = (pointer: string, detail: Text): FieldFault => ({ pointer, detail })

/**
 * The record after a transfer, by the receiving registrar of a released person or by an authority above both.
 */
const transferred = async (
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  { staff: { person }, institution }: Found,
  to: string,
  body: PersonChangeBody,
  actor: Actor,
): Promise<
  Outcome<
    { person: Person; institution: Organisation },
    'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_RELEASED' | 'OWN_RECORD'
  >
> => {
  const receiving = await readOrganisation(table, to)
  if (receiving?.kind !== 'institution')
    return refuse('INPUT_INVALID', {
      errors: [unfit('/institutionId', inputFaults.noInstitution)],
    })
  const refusal = takeOverRefusal(actor, person, institution, receiving) ?? closedRefusal(receiving)
  if (refusal !== undefined) return refusal
  const on = body.effectiveOn ?? today(clock)
  if (on > today(clock) || on < person.hiredOn)
    return refuse('INPUT_INVALID', {
      errors: [unfit('/effectiveOn', recordFaults.transferOutOfTime)],
    })
  const moved = withFields({ ...person, staffNo: undefined }, body)
  return succeed({
    institution: receiving,
    person: {
      ...moved,
      ...asStaffOf(receiving),
      ...{ institutionId: receiving.id, institutionSince: on, releasedTo: undefined },
    },
  })
}

/** The record after a change at the institution where the person works. */
const changed = async (
  table: Table,
  { staff: { person }, institution }: Found,
  body: PersonChangeBody,
  actor: Actor,
): Promise<
  Outcome<{ person: Person; institution: Organisation }, 'INPUT_INVALID' | 'NOT_ALLOWED' | 'OWN_RECORD'>
> => {
  const refusal = registrarRefusal(actor, institution, person.id)
  if (refusal !== undefined) return refusal
  if (body.releasedTo) {
    const receiving = await readOrganisation(table, body.releasedTo)
    if (receiving?.kind === 'institution' && receiving.closed !== undefined)
      return refuse('INPUT_INVALID', { errors: [unfit('/releasedTo', recordFaults.institutionClosed)] })
    if (receiving?.kind !== 'institution' || receiving.id === institution.id)
      return refuse('INPUT_INVALID', {
        errors: [unfit('/releasedTo', recordFaults.noOtherInstitution)],
      })
  }
  return succeed({ person: withFields(person, body), institution })
}

/** What a change of the record amounts to. */
const actOf = (before: Person, after: Person): string => {
  if (before.institutionId !== after.institutionId) return 'transferred'
  if (before.releasedTo === after.releasedTo) return 'changed'
  return after.releasedTo === undefined ? 'release_withdrawn' : 'released'
}

/**
 * Changes the given fields of a person's record, by the institution's registrar or an authority above, never
 * by the person. The record of before is kept; without a difference nothing is written.
 */
export const changePerson = (deps: Deps) => async (id: string, body: PersonChangeBody, actor: Actor) => {
  const { table, clock } = deps
  const outcome = await retryOnConflict(async () => {
    const found = await find(table, id, actor)
    if (found === undefined) return refuse('NOT_FOUND')
    const before = found.staff.person
    const to = body.institutionId
    const isTransfer = to !== undefined && to !== before.institutionId
    const after = isTransfer
      ? await transferred(deps, found, to, body, actor)
      : await changed(table, found, body, actor)
    if (!after.ok) return after
    if (body.version !== before.version)
      return refuse('STALE_VERSION', { details: { version: before.version } })
    const { institution } = after.value
    const person = withFollowingDates(before, after.value.person, today(clock))
    if (isSame(before, person)) return succeed({ before, person: before, institution })
    const unconfirmed = confirmationRefusal(before, person, actor, institution)
    if (unconfirmed !== undefined) return unconfirmed
    const faults = [
      ...populationFaults(before, person),
      ...personFaults({ ...found.staff, person }, today(clock)),
    ]
    if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
    const holder =
      person.staffNo === undefined ? undefined : await holderOfNumber(table, institution.id, person.staffNo)
    if (holder !== undefined && holder !== id) return numberTaken()
    const act = { at: timestamp(clock), by: actor.id, what: actOf(before, person), reason: body.reason }
    const written = { ...person, version: before.version + 1 }
    await write(table, [
      ...writesFor(found.staff, person, act),
      ...markChange(before, written, act.at),
      ...(await followPerson(table, before, person, act)),
      ...(isTransfer ? await moveFilings(table, before, institution.id) : []),
    ])
    return succeed({ before, person: written, institution })
  })
  if (!outcome.ok) return outcome
  const { before, person, institution } = outcome.value
  await settleChange(deps, before, person)
  return succeed({ before, person, institution })
}
