import { type Enrolment, enrolmentsOfPerson, putEnrolment } from '../classes/enrolment.ts'
import type { Actor } from '../organisations/account.ts'
import { changePerson } from '../persons/change-person.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { readProgramme } from '../programmes/programme.ts'
import { type Person, readPerson } from '../staff/person.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { Left, Reorganisation } from './reorganisation.ts'

/** How often a person whom others change meanwhile is read again. */
const ATTEMPTS = 5

/** Whether a class is still to come or goes on: what is closed keeps whose people they were. */
const isOpen = async (table: Table, { programmeId }: Enrolment): Promise<boolean> =>
  (await readProgramme(table, programmeId))?.state === 'accepted'

interface Way {
  readonly from: OrganisationId
  readonly to: OrganisationId
}

/** A person's places in classes that are not over: the new institution gives its word, and theirs are the routes (Art. 34, 38). */
const carryEnrolments = (table: Table, staffId: string, { from, to }: Way): Promise<void> =>
  retryOnConflict(async () => {
    for (const enrolment of await enrolmentsOfPerson(table, staffId))
      if (enrolment.institutionId === from && (await isOpen(table, enrolment)))
        await write(table, [putEnrolment(enrolment, { ...enrolment, institutionId: to })])
  })

/** The transfer itself, as an authority above both institutions would do it on the person's page. */
const transfer = async (
  deps: DecidingHost,
  { intoId, effectiveOn, reason }: Reorganisation,
  { id, version, staffNo, hiredOn, institutionSince = hiredOn }: Person,
  actor: Actor,
) => {
  const holder = staffNo === undefined ? undefined : await holderOfNumber(deps.table, intoId, staffNo)
  return changePerson(deps)(
    id,
    {
      ...{ version, reason, institutionId: intoId },
      effectiveOn: effectiveOn < institutionSince ? institutionSince : effectiveOn,
      ...(staffNo === undefined || holder !== undefined ? {} : { staffNo }),
    },
    actor,
  )
}

/**
 * Carries one person. Enrolments go first: whoever is found at the old institution after a crash is carried again. Where the
 * transfer is refused they go back, so that nothing is half done. Answers why they stay; `gone`: another call has carried
 * them; undefined: this one has.
 */
export const carryPerson = async (
  deps: DecidingHost,
  act: Reorganisation,
  { id }: Pick<Person, 'id'>,
  actor: Actor,
): Promise<Left['why'] | 'gone' | undefined> => {
  const { fromId, intoId } = act
  if (actor.staffId === id) return 'own_record'
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const person = await readPerson(deps.table, id)
    if (person?.institutionId !== fromId) return 'gone'
    await carryEnrolments(deps.table, id, { from: fromId, to: intoId })
    const moved = await transfer(deps, act, person, actor)
    if (moved.ok) return undefined
    // Somebody has changed the record meanwhile, or another call has carried them: it is looked at again.
    const now = await readPerson(deps.table, id)
    if (now?.institutionId !== fromId) return 'gone'
    if (now.version !== person.version) continue
    await carryEnrolments(deps.table, id, { from: intoId, to: fromId })
    if (moved.code === 'OWN_RECORD') return 'own_record'
    return moved.code === 'INPUT_INVALID' || moved.code === 'STALE_VERSION' ? 'faults' : 'not_allowed'
  }
  await carryEnrolments(deps.table, id, { from: intoId, to: fromId })
  return 'faults'
}
