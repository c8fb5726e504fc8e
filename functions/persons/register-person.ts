import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import { base32, sha256 } from '../platform/identifiers.ts'
import type { AccountId } from '../platform/ids.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { noteLook } from '../staff/look.ts'
import type { Person } from '../staff/person.ts'
import { readPerson } from '../staff/person.ts'
import { personChanges, registerPerson as writesFor } from '../staff/person-change.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { NewPerson } from './api.ts'
import { heldElsewhere } from './held-elsewhere.ts'
import { personFaults } from './person-faults.ts'
import { asStaffOf, populationFaults } from './population.ts'
import { closedRefusal, registrarRefusal } from './registrar.ts'
import { recordFaults } from './words.ts'

/** An id that says nothing of the person; the same key of the same account always gives the same one. */
export const personIdFor = (accountId: AccountId, key: string | undefined): string =>
  `s${base32(
    key === undefined
      ? randomBytes(16)
      : createHash('sha256').update(`person\n${accountId}\n${key}`).digest(),
    20,
  )}`

/** That someone at the institution has the number already. */
export const numberTaken = (): Refusal<'STAFF_NO_TAKEN'> =>
  refuse('STAFF_NO_TAKEN', {
    errors: [
      {
        pointer: '/staffNo',
        detail: recordFaults.numberTaken,
      },
    ],
  })

/** A person as the register first holds them. */
export const newRecord = (
  id: string,
  { reason: _, isAnother: __, staffNo, retiresOn, ...body }: NewPerson,
  institution: Pick<Organisation, 'population'>,
): Person => ({
  id,
  ...body,
  ...asStaffOf(institution),
  ...(staffNo === undefined ? {} : { staffNo }),
  ...(retiresOn === undefined ? {} : { retiresOn }),
  postChanges: [],
  version: 1,
})

/**
 * Registers a person at an institution, by its registrar or an authority above it. A repeat under the same
 * Idempotency-Key answers with the registered person; without a key the staff number prevents a second one.
 */
export const registerPerson =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (
    body: NewPerson,
    key: string | undefined,
    actor: Actor,
  ): Promise<
    Outcome<
      { person: Person; institution: Organisation },
      'INPUT_INVALID' | 'KEY_REUSED' | 'NOT_ALLOWED' | 'PERSON_ELSEWHERE' | 'STAFF_NO_TAKEN'
    >
  > => {
    const id = personIdFor(actor.id, key)
    const bodyHash = sha256(JSON.stringify(body))
    return retryOnConflict(async () => {
      const institution = await readOrganisation(table, body.institutionId)
      // One answer for an unknown institution and for another's, so that nobody learns which it is.
      if (institution?.kind !== 'institution' || registrarRefusal(actor, institution) !== undefined)
        return refuse('NOT_ALLOWED', {
          errors: [
            {
              pointer: '/institutionId',
              detail: recordFaults.notOwnInstitution,
            },
          ],
        })
      const closed = closedRefusal(institution)
      if (closed !== undefined) return closed
      const before = key === undefined ? undefined : await readPerson(table, id)
      if (before !== undefined) {
        const [registration] = await personChanges(table, id)
        return registration?.bodyHash === bodyHash
          ? succeed({ person: before, institution })
          : refuse('KEY_REUSED')
      }
      if (body.staffNo !== undefined && (await holderOfNumber(table, institution.id, body.staffNo)))
        return numberTaken()
      const elsewhere = body.isAnother === true ? undefined : await heldElsewhere(table, body)
      if (elsewhere !== undefined) {
        // What was learned of somebody is on record for them (Art. 8); neither where they are nor who they are is said.
        await noteLook({ table, clock }, actor, elsewhere.id, 'person')
        return refuse('PERSON_ELSEWHERE', {
          errors: [{ pointer: '/staffNo', detail: recordFaults.elsewhere }],
        })
      }
      const person = newRecord(id, body, institution)
      const faults = [
        ...populationFaults(undefined, person),
        ...personFaults({ person, entries: [] }, today(clock)),
      ]
      if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
      await write(
        table,
        writesFor(person, { at: timestamp(clock), by: actor.id, reason: body.reason }, bodyHash),
      )
      return succeed({ person, institution })
    })
  }
