import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { timestamp } from '../platform/clock.ts'
import { base32, digest } from '../platform/identifiers.ts'
import type { ProgrammeId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { putNew } from '../platform/ranges.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readPartition, type Table } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { noticeLetter } from './class-letters.ts'
import { findOwnClass } from './class-powers.ts'
import { enrolmentsIn, isActive } from './enrolment.ts'

/** What an organiser tells all of a class, with a link to its material where there is one. */
export const ClassNotice = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string().optional(),
  at: z.string(),
  byName: z.string(),
})
export type ClassNotice = z.infer<typeof ClassNotice>

/** The notices of a class, the latest first. */
export const noticesOf = async (table: Table, programmeId: ProgrammeId): Promise<ClassNotice[]> =>
  (await readPartition(table, keys.programme(programmeId).pk, 'NOTICE#'))
    .map((item) => ClassNotice.parse(item))
    .toSorted((one, other) => other.at.localeCompare(one.at))

/** People who are told at once. */
const WIDTH = 8

/**
 * Puts a notice on the class's page and writes to everybody who is enrolled. The same words again are the same notice: a
 * repeat tells whoever was not told.
 */
export const postNotice =
  (deps: WritingHost) =>
  async (
    programmeId: ProgrammeId,
    said: Pick<ClassNotice, 'title' | 'text' | 'link'>,
    actor: Actor,
  ): Promise<Outcome<ClassNotice, 'NOT_FOUND' | 'NOT_ALLOWED' | 'CLASS_NOT_OPEN'>> => {
    const { table, clock } = deps
    const found = await findOwnClass(table, programmeId, actor)
    if (!found.ok) return found
    // What was to be read after the class is said of a closed one, too.
    if (found.value.state === 'cancelled') return refuse('CLASS_NOT_OPEN')
    const id = base32(digest([said.title, said.text, said.link ?? ''].join('\n')), 16)
    const notice: ClassNotice = { ...said, id, at: timestamp(clock), byName: actor.name }
    await putNew(table, { ...keys.classNotice(programmeId, id), ...notice })
    const letter = noticeLetter(found.value, deps.publicUrl, notice)
    await mapConcurrently((await enrolmentsIn(table, programmeId)).filter(isActive), WIDTH, ({ staffId }) =>
      tellPerson(deps, staffId, letter, `class-${programmeId}-${staffId}-notice-${id}`),
    )
    return succeed(notice)
  }
