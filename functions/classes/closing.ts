import * as z from 'zod'
import type { ProgrammeId } from '../platform/ids.ts'
import { CLASSES_CLOSING, keys } from '../platform/keys.ts'
import { isNew, type PageRequest, read, readIndex, type Table, type Write } from '../platform/table.ts'
import { Result } from './class-parts.ts'

/** With what a class was closed, by whom and when. */
export const Closing = z.object({
  programmeId: z.string(),
  results: z.array(Result),
  /** What the organiser attached: the signed lists, its summary. They stand with each part of the claim. */
  papers: z.array(z.string()).optional(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
})
export type Closing = z.infer<typeof Closing>

export const readClosing = async (table: Table, id: ProgrammeId): Promise<Closing | undefined> => {
  const item = await read(table, keys.classClosing(id))
  return item && Closing.parse(item)
}

/** A closing, once; marked until its claim is filed, so that the reconciler finishes what a crash left. */
export const newClosing = (closing: Closing): Write => ({
  put: {
    ...keys.classClosing(closing.programmeId),
    ...closing,
    swept: CLASSES_CLOSING,
    sweptOrder: closing.at,
  },
  when: isNew,
})

/** The same, once its claim is filed in all its parts. */
export const closingFiled = (closing: Closing): Write => ({
  put: { ...keys.classClosing(closing.programmeId), ...closing },
  when: { expression: 'attribute_exists(pk)' },
})

/** This closing, and no later one. */
const isThis = ({ at, by }: Closing): Write['when'] => ({
  expression: '#at = :at AND #by = :by',
  names: { '#at': 'at', '#by': 'by' },
  values: { ':at': at, ':by': by },
})

/** The closing still stands when its claim is settled. */
export const closingStands = (closing: Closing): Write => ({
  check: keys.classClosing(closing.programmeId),
  when: isThis(closing),
})

/** Takes back a closing that had not seen a scan. */
export const closingGone = (closing: Closing): Write => ({
  remove: keys.classClosing(closing.programmeId),
  when: isThis(closing),
})

/** The closings whose claim is not filed yet, the longest waiting first. */
export const closingsUnfiled = async (table: Table, page: PageRequest): Promise<Closing[]> =>
  (await readIndex(table, 'swept', CLASSES_CLOSING, page)).items.map((item) => Closing.parse(item))
