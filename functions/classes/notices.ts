import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { authorityOf } from '../organisations/authority-of.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { timestamp } from '../platform/clock.ts'
import { base32, digest } from '../platform/identifiers.ts'
import type { ProgrammeId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { putNew } from '../platform/ranges.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readPartition, type Table } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { Programme } from '../programmes/programme.ts'
import { type Evidence, ownFiles, readEvidence } from '../requests/evidence.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { noticeLetter } from './class-letters.ts'
import { findClass, findOwnClass, isOrganiser } from './class-powers.ts'
import { type Enrolment, enrolmentsIn, isActive, readEnrolment } from './enrolment.ts'
import { faultWords } from './words.ts'

/** What an organiser tells all of a class, with a link to its material where there is one. */
export const ClassNotice = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string().optional(),
  /** What is handed out with it; notices from before this was kept have none. */
  files: z
    .array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number().int() }))
    .optional(),
  at: z.string(),
  byName: z.string(),
})
export type ClassNotice = z.infer<typeof ClassNotice>

/** The notices of a class, the latest first. */
export const noticesOf = async (table: Table, programmeId: ProgrammeId): Promise<ClassNotice[]> =>
  (await readPartition(table, keys.programme(programmeId).pk, 'NOTICE#'))
    .map((item) => ClassNotice.parse(item))
    .toSorted((one, other) => other.at.localeCompare(one.at))

/**
 * Whether somebody reads a class's notices: its organiser, those above it (Art. 35) and its authority, and whoever is
 * enrolled. `own`: their enrolment, where they have one.
 */
export const readsNotices = async (
  table: Table,
  programme: Programme,
  own: Enrolment | undefined,
  actor: Actor,
): Promise<boolean> => {
  if (isOrganiser(actor, programme) || (own !== undefined && isActive(own))) return true
  if (actor.roles.length === 0) return false
  const organiser = await readOrganisation(table, programme.organiserId)
  if (organiser === undefined) return false
  if (oversees(actor, organiser)) return true
  // A department has no authority above it on record: it is the one that its filings are told to (Art. 8).
  const authorityId = await authorityOf(table, organiser)
  const authority = authorityId === undefined ? undefined : await readOrganisation(table, authorityId)
  return authority !== undefined && oversees(actor, authority)
}

/** A file of a class's notices, for whoever reads these; undefined where there is none for them. */
export const fileOfNotice = async (
  table: Table,
  programmeId: ProgrammeId,
  fileId: string,
  actor: Actor,
): Promise<Evidence | undefined> => {
  const found = await findClass(table, programmeId)
  if (!found.ok) return undefined
  const { staffId } = actor
  const own = staffId === undefined ? undefined : await readEnrolment(table, programmeId, staffId)
  if (!(await readsNotices(table, found.value, own, actor))) return undefined
  const notices = await noticesOf(table, programmeId)
  return notices.some(({ files = [] }) => files.some(({ id }) => id === fileId))
    ? readEvidence(table, fileId)
    : undefined
}

/** People who are told at once. */
const WIDTH = 8

/** What an organiser says: its words, and the ids of files that it has uploaded. */
type Said = Pick<ClassNotice, 'title' | 'text' | 'link'> & { readonly files?: readonly string[] | undefined }

/**
 * Puts a notice on the class's page and writes to everybody who is enrolled. The same words again are the same notice: a
 * repeat tells whoever was not told.
 */
export const postNotice =
  (deps: WritingHost) =>
  async (
    programmeId: ProgrammeId,
    { files: fileIds = [], ...said }: Said,
    actor: Actor,
  ): Promise<Outcome<ClassNotice, 'NOT_FOUND' | 'NOT_ALLOWED' | 'CLASS_NOT_OPEN' | 'INPUT_INVALID'>> => {
    const { table, clock } = deps
    const found = await findOwnClass(table, programmeId, actor)
    if (!found.ok) return found
    // What was to be read after the class is said of a closed one, too.
    if (found.value.state === 'cancelled') return refuse('CLASS_NOT_OPEN')
    const uploaded = await ownFiles(table, fileIds, actor.id)
    if (uploaded === undefined)
      return refuse('INPUT_INVALID', { errors: [{ pointer: '/files', detail: faultWords.filesUnknown }] })
    const files = uploaded.map(({ id: file, name, type, size }) => ({
      id: file,
      name: name ?? file,
      type,
      size,
    }))
    const id = base32(digest([said.title, said.text, said.link ?? '', ...fileIds].join('\n')), 16)
    const notice: ClassNotice = {
      ...{ ...said, id, at: timestamp(clock), byName: actor.name },
      ...(files.length === 0 ? {} : { files }),
    }
    await putNew(table, { ...keys.classNotice(programmeId, id), ...notice })
    const letter = noticeLetter(found.value, deps.publicUrl, notice)
    await mapConcurrently((await enrolmentsIn(table, programmeId)).filter(isActive), WIDTH, ({ staffId }) =>
      tellPerson(deps, staffId, letter, `class-${programmeId}-${staffId}-notice-${id}`),
    )
    return succeed(notice)
  }
