import { tellInstitution } from '../certificates/tell-institution.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { certificatesOf } from '../staff/certificate.ts'
import type { Person } from '../staff/person.ts'
import { tellLeaver, tellPerson } from '../staff/tell-person.ts'
import { leftLetter } from './person-letters.ts'
import {
  arrivedDeskLetter,
  leftDeskLetter,
  type Move,
  releasedDeskLetter,
  releasedLetter,
  releaseWithdrawnLetter,
  stayLetter,
  takenOverLetter,
} from './transfer-letters.ts'

const moveOf = async (
  { table }: WritingHost,
  person: Person,
  from: OrganisationId,
  to: OrganisationId,
): Promise<Move | undefined> => {
  const [left, joined] = await Promise.all([readOrganisation(table, from), readOrganisation(table, to)])
  return left === undefined || joined === undefined ? undefined : { person, from: left, to: joined }
}

/** Somebody is on another institution's register: they, the institution that was left, and the new one where it did not act itself. */
const tellTakenOver = async (
  host: WritingHost,
  person: Person,
  from: OrganisationId,
  { actor, occasion }: { readonly actor: Actor; readonly occasion: string },
): Promise<void> => {
  const to = person.institutionId
  const move = await moveOf(host, person, from, to)
  if (move === undefined) return
  const { publicUrl } = host
  await tellPerson(host, person.id, takenOverLetter(move, publicUrl), `moved-${occasion}`, person)
  await tellInstitution(host, from, leftDeskLetter(move, publicUrl), `moved-${occasion}-left`)
  if (!hasSeatAt(actor, to, 'institution'))
    await tellInstitution(host, to, arrivedDeskLetter(move, publicUrl), `moved-${occasion}-joined`)
}

/**
 * Mails each step of a transfer to those who have to act next or whom it concerns: a release to the receiving institution's
 * registrars and the person, its end to the same, a taking over to the person and the institution that was left; and who
 * leaves the register, that their account ends and how their certificates go on.
 */
export const tellTransfer = async (
  host: WritingHost,
  before: Person,
  after: Person,
  actor: Actor,
): Promise<void> => {
  const { publicUrl } = host
  const occasion = `${after.id}-${after.version}`
  if (before.onRegister && !after.onRegister) {
    const certificates = await certificatesOf(host.table, after.id)
    await tellLeaver(host, after, leftLetter(certificates, publicUrl), `left-${occasion}`)
  }
  if (before.institutionId !== after.institutionId)
    return tellTakenOver(host, after, before.institutionId, { actor, occasion })
  if (before.releasedTo === after.releasedTo) return
  const toward = (id: OrganisationId | undefined) =>
    id === undefined ? undefined : moveOf(host, after, after.institutionId, id)
  const [off, on] = await Promise.all([toward(before.releasedTo), toward(after.releasedTo)])
  if (off !== undefined)
    await tellInstitution(
      host,
      off.to.id,
      releaseWithdrawnLetter(off, publicUrl),
      `release-${occasion}-withdrawn`,
    )
  if (on !== undefined) {
    await tellInstitution(host, on.to.id, releasedDeskLetter(on, publicUrl), `release-${occasion}-desk`)
    await tellPerson(host, after.id, releasedLetter(on, publicUrl), `release-${occasion}`, after)
  } else if (off !== undefined)
    await tellPerson(host, after.id, stayLetter(off, publicUrl), `release-${occasion}`, after)
}
