import { readAccount } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { keys } from '../platform/keys.ts'
import { read, type Table } from '../platform/table.ts'
import { readProgramme } from '../programmes/programme.ts'
import { readProviders } from '../registers/provider.ts'
import { decidingDesk } from '../requests/deciding-desk.ts'
import { requestFrom } from '../requests/stored-request.ts'
import type { LedgerEntry } from '../staff/ledger.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { Counted } from './counted.ts'
import { correctionsIn } from './year-cells.ts'

/** Where nothing says who held it, or nobody whom the region lists. */
const UNKNOWN: Counted['about'][string] = ['other', 0]

/** Who held the training of a credit, by its request, and what a participant of the class paid. */
const aboutTraining = async (table: Table, creditId: string): Promise<Counted['about'][string]> => {
  const requestId = /^(.+)\.[^.]+$/.exec(creditId)?.[1]
  const item = requestId === undefined ? undefined : await read(table, keys.request(requestId))
  if (item === undefined) return UNKNOWN
  const request = requestFrom(item)
  if (request.type !== 'recognition' && request.type !== 'class_roster' && request.type !== 'feed_batch')
    return UNKNOWN
  const listing = (await readProviders(table)).find(
    ({ name, aliases }) => request.provider === name || aliases.some((alias) => request.provider === alias),
  )
  const programme =
    request.type === 'class_roster' && request.ofClass !== undefined
      ? await readProgramme(table, request.ofClass.programmeId)
      : undefined
  const course = programme?.courses.find(({ title }) => title === request.title)
  return [listing?.id ?? 'other', course?.feeFen ?? 0]
}

/** By what a correction is known among what was found out. */
export const correctionName = (sequence: number): string => `corrected.${sequence}`

/**
 * The desk whose decision a correction put right, where somebody who does not sit there did it (Art. 35); a machine's
 * corrections, as of a provider that took a record back, say nothing of a desk.
 */
const aboutCorrection = async (
  table: Table,
  recordedBy: string,
  corrected: LedgerEntry,
  institution: Organisation,
): Promise<Counted['about'][string]> => {
  const by = await readAccount(table, recordedBy)
  const { organisation } = await decidingDesk(table, corrected, institution)
  const isFromElsewhere =
    by !== undefined &&
    organisation !== undefined &&
    !by.roles.some(({ organisationId }) => organisationId === organisation.id)
  return [isFromElsewhere ? organisation.id : '', 0]
}

/** The same for all trainings of a person's year; what was found out before is not looked up again. */
export const aboutTrainings = async (
  table: Table,
  staff: StaffRecord,
  institution: Organisation | undefined,
  year: number,
  known: Counted['about'],
): Promise<Counted['about']> => {
  const about: Counted['about'] = { ...known }
  for (const { fact } of staff.entries) {
    const stated = fact.kind === 'correction' ? fact.fact : fact
    if (stated?.kind !== 'credit') continue
    const { id, from, makeUpFor } = stated.credit
    if ((makeUpFor ?? Number(from.slice(0, 4))) === year) about[id] ??= await aboutTraining(table, id)
  }
  for (const { sequence, recordedBy, stated } of correctionsIn(staff.entries, year))
    if (institution !== undefined)
      about[correctionName(sequence)] ??= await aboutCorrection(table, recordedBy, stated, institution)
  return about
}
