import { keys } from '../platform/keys.ts'
import { read, type Table } from '../platform/table.ts'
import { readProgramme } from '../programmes/programme.ts'
import { readProviders } from '../registers/provider.ts'
import { requestFrom } from '../requests/stored-request.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { Counted } from './counted.ts'

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

/** The same for all trainings of a person's year; what was found out before is not looked up again. */
export const aboutTrainings = async (
  table: Table,
  staff: StaffRecord,
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
  return about
}
