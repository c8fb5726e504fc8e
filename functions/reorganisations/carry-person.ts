import { type Enrolment, enrolmentsOfPerson, putEnrolment } from '../classes/enrolment.ts'
import type { Actor } from '../organisations/account.ts'
import { changePerson } from '../persons/change-person.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { readProgramme } from '../programmes/programme.ts'
import type { Person } from '../staff/person.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { Left, Reorganisation } from './reorganisation.ts'

/** Whether a class is still to come or goes on: what is closed keeps whose people they were. */
const isOpen = async (table: Table, { programmeId }: Enrolment): Promise<boolean> =>
  (await readProgramme(table, programmeId))?.state === 'accepted'

/** A person's places in classes that are not over: the new institution gives its word, and theirs are the routes (Art. 34, 38). */
const carryEnrolments = (table: Table, staffId: string, intoId: OrganisationId): Promise<void> =>
  retryOnConflict(async () => {
    for (const enrolment of await enrolmentsOfPerson(table, staffId))
      if (enrolment.institutionId !== intoId && (await isOpen(table, enrolment)))
        await write(table, [putEnrolment(enrolment, { ...enrolment, institutionId: intoId })])
  })

/**
 * Transfers one person as an authority above both institutions would on their page. Enrolments go first: whoever is found
 * at the old institution after a crash is carried again. Answers why they stay; undefined: they have gone.
 */
export const carryPerson = async (
  deps: DecidingHost,
  { intoId, effectiveOn, reason }: Reorganisation,
  person: Person,
  actor: Actor,
): Promise<Left['why'] | undefined> => {
  const { id, version, staffNo, hiredOn, institutionSince = hiredOn } = person
  if (actor.staffId === id) return 'own_record'
  const holder = staffNo === undefined ? undefined : await holderOfNumber(deps.table, intoId, staffNo)
  await carryEnrolments(deps.table, id, intoId)
  const moved = await changePerson(deps)(
    id,
    {
      ...{ version, reason, institutionId: intoId },
      effectiveOn: effectiveOn < institutionSince ? institutionSince : effectiveOn,
      ...(staffNo === undefined || holder !== undefined ? {} : { staffNo }),
    },
    actor,
  )
  if (moved.ok) return undefined
  if (moved.code === 'OWN_RECORD') return 'own_record'
  return moved.code === 'INPUT_INVALID' || moved.code === 'STALE_VERSION' ? 'faults' : 'not_allowed'
}
