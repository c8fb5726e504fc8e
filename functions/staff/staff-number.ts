import * as z from 'zod'
import { type OrganisationId, StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { type Item, isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'
import type { Person } from './person.ts'

const StaffNumber = z.object({ staffNo: z.string(), staffId: StaffId })

/** Items of form 2 are found by their number wherever they are: a provider knows no institution (Art. 41). */
const NUMBER_FORM = 2

const numberItem = (
  institutionId: OrganisationId,
  { staffNo, staffId }: z.infer<typeof StaffNumber>,
): Item => ({
  ...keys.staffNumber(institutionId, staffNo),
  schema: NUMBER_FORM,
  staffNo,
  staffId,
  found: lookups.staffNumber(staffNo),
  foundOrder: institutionId,
})

/** From form 4 to 5: numbers that the version before gave are found wherever they are. */
export const numbersToForm5: readonly Step[] = [
  {
    kind: ({ pk, sk }) => String(pk).startsWith('ORGANISATION#') && String(sk).startsWith('STAFFNO#'),
    from: NUMBER_FORM - 1,
    rewrite: (item) => ({
      item: numberItem(String(item.pk).slice('ORGANISATION#'.length), StaffNumber.parse(item)),
    }),
  },
]

/** Gives a person a number at an institution; fails where another person has it. */
const takeNumber = (institutionId: OrganisationId, staffNo: string, staffId: StaffId): Write => ({
  put: numberItem(institutionId, { staffNo, staffId }),
  when: isNew,
})

const releaseNumber = (institutionId: OrganisationId, staffNo: string, staffId: StaffId): Write => ({
  remove: keys.staffNumber(institutionId, staffNo),
  when: { expression: 'staffId = :staffId', values: { ':staffId': staffId } },
})

type Numbered = Pick<Person, 'id' | 'institutionId' | 'staffNo'>

/** The writes that follow when a person is new, gets another number, or changes institution. */
export const moveNumber = (before: Numbered | undefined, after: Numbered): Write[] => {
  if (before?.institutionId === after.institutionId && before.staffNo === after.staffNo) return []
  return [
    ...(before?.staffNo === undefined
      ? []
      : [releaseNumber(before.institutionId, before.staffNo, before.id)]),
    ...(after.staffNo === undefined ? [] : [takeNumber(after.institutionId, after.staffNo, after.id)]),
  ]
}

/** Whose number it is at an institution. */
export const holderOfNumber = async (
  table: Table,
  institutionId: OrganisationId,
  staffNo: string,
): Promise<string | undefined> => {
  const item = await read(table, keys.staffNumber(institutionId, staffNo))
  return item && StaffNumber.parse(item).staffId
}

/** Every number of an institution, and whose it is. */
export const numbersOf = async (
  table: Table,
  institutionId: OrganisationId,
): Promise<Map<string, string>> => {
  const items = await readPartition(table, keys.organisation(institutionId).pk, 'STAFFNO#')
  return new Map(
    items.map((item) => {
      const { staffNo, staffId } = StaffNumber.parse(item)
      return [staffNo, staffId]
    }),
  )
}
