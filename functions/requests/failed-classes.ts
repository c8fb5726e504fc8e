import * as z from 'zod'
import { type ProgrammeId, StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { beginningWith, readIndexKeys, readMany } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { Subject } from '../platform/terms.ts'
import { type Claimed, isOfClosedClass } from './likeness.ts'

/**
 * A course of a closed class that nobody of a lawful route passed: no desk is asked for anything, so no request stands
 * for it. Kept with the class's claim, to tell whoever claims it singly (Art. 40).
 */
export const FailedCourse = z.object({
  course: z.number().int(),
  title: z.string(),
  provider: z.string(),
  /** The class's own title, and its organiser where somebody else held it. */
  ofClass: z.object({ title: z.string(), organiserName: z.string().optional() }),
  line: z.object({ subject: Subject, from: z.string(), to: z.string() }),
  staffIds: z.array(StaffId),
})
export type FailedCourse = z.infer<typeof FailedCourse>

const Failed = z.object({ failed: z.array(FailedCourse).optional() })

const programmeIdOf = (order: string): ProgrammeId => order.slice(order.indexOf('#') + 1)

/**
 * Whether what is claimed is a class that was closed here, at which its person was among those of whom nobody passed.
 * A class lies in one calendar year and is found by its first day: those of the claim's years are looked at.
 */
export const isOfFailedClass = async (table: Table, staffId: StaffId, claimed: Claimed): Promise<boolean> => {
  const [earliest = ''] = claimed.lines.map(({ from }) => from).toSorted()
  const found = await readIndexKeys(eventually(table), 'found', lookups.classesOf(staffId), {
    ...beginningWith(''),
    from: earliest.slice(0, 4),
  })
  const claims = await readMany(
    eventually(table),
    found.map(({ order }) => keys.classClaim(programmeIdOf(order))),
  )
  return claims.some((item) =>
    (Failed.parse(item).failed ?? []).some(
      ({ staffIds, line, ...course }) =>
        staffIds.includes(staffId) && isOfClosedClass(claimed, { ...course, lines: [line] }),
    ),
  )
}
