import * as z from 'zod'
import { type Account, type Human, readAccount } from '../organisations/account.ts'
import { accountsOf } from '../organisations/same-human.ts'
import { AccountId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { readAll, type Table } from '../platform/table.ts'
import { isSameName } from './name-key.ts'

/**
 * Records that were merged are one person's (Art. 35): what is asked of one is that person's to answer, whichever of
 * them it names, and nobody looks at their own under the name of another record.
 */

const Recorded = z.object({
  id: StaffId,
  accountId: AccountId.optional(),
  mergedInto: StaffId.optional(),
  mergedFrom: z.array(StaffId).optional(),
})
type Recorded = z.infer<typeof Recorded>

/** What is kept beside a record that took over another; records of before name it there alone. */
const MergeDone = z.object({ from: StaffId, status: z.literal('done') })

/** Some records, and those that they say to be of the same person. */
const readRecords = async (table: Table, ids: readonly StaffId[]) => {
  const items = await readAll(table, [...ids.map(keys.person), ...ids.map(keys.merge)])
  const records = items.flatMap((item) => (item.sk === keys.person('').sk ? [Recorded.parse(item)] : []))
  const before = items.flatMap((item) => MergeDone.safeParse(item).data?.from ?? [])
  const others = records.flatMap(({ mergedInto, mergedFrom = [] }) => [
    ...mergedFrom,
    ...(mergedInto === undefined ? [] : [mergedInto]),
  ])
  return { records, others: [...others, ...before] }
}

/** Every record of the person whose one is named, that one first. */
const allRecords = async (table: Table, staffId: StaffId): Promise<Map<StaffId, Recorded | undefined>> => {
  const found = new Map<StaffId, Recorded | undefined>([[staffId, undefined]])
  for (let asked = [staffId]; asked.length > 0; ) {
    const { records, others } = await readRecords(table, asked)
    for (const record of records) found.set(record.id, record)
    asked = [...new Set(others)].filter((id) => !found.has(id))
    for (const id of asked) found.set(id, undefined)
  }
  return found
}

/** The ids of every record of one person; of most there is one. */
export const recordsOf = async (table: Table, staffId: StaffId): Promise<StaffId[]> => [
  ...(await allRecords(table, staffId)).keys(),
]

/** The record that stands for a person now: theirs, or the one into which it was merged. */
export const survivorOf = async (table: Table, staffId: StaffId): Promise<StaffId> =>
  [...(await allRecords(table, staffId)).values()].find(
    (record) => record !== undefined && record.mergedInto === undefined,
  )?.id ?? staffId

/** Under which accounts and records somebody is known here. */
export interface Oneself {
  readonly accounts: ReadonlySet<string>
  readonly records: ReadonlySet<StaffId>
}

/** Everything that somebody is here: their account, the records of their person, and the accounts of these. */
export const oneselfOf = async (table: Table, human: Human): Promise<Oneself> => {
  const own = accountsOf(human)
  const records = new Map<StaffId, Recorded | undefined>()
  for (const { staffId } of own)
    if (staffId !== undefined && !records.has(staffId))
      for (const [id, record] of await allRecords(table, staffId)) records.set(id, record)
  const accounts = [...records.values()].flatMap((record) => record?.accountId ?? [])
  return { accounts: new Set([...own.map(({ id }) => id), ...accounts]), records: new Set(records.keys()) }
}

/** Whether a matter's person is somebody, under whichever of their records. */
export const isOneself = ({ records }: Oneself, staffId: StaffId | undefined): boolean =>
  staffId !== undefined && records.has(staffId)

/** An account as far as it says who somebody is. */
type Known = Human & Pick<Account, 'name'>

/**
 * Whether two accounts are one person's, so that what one of them did the other does not confirm (Art. 35, 38): the same
 * account, accounts of records that are one person's or, where one of them belongs to nobody on a register and so says
 * nothing else of who it is, accounts of one name. Somebody else of that name asks a colleague, or the office above.
 */
export const isOnePerson = async (table: Table, one: Known, other: Pick<Known, 'id'>): Promise<boolean> => {
  if (one.id === other.id) return true
  if ((await oneselfOf(table, one)).accounts.has(other.id)) return true
  const known = await readAccount(table, other.id)
  return (
    known !== undefined &&
    (one.staffId === undefined || known.staffId === undefined) &&
    isSameName(one.name, known.name)
  )
}

/** Of some people those who are the same person as one of others, with another account; only equal names are looked up. */
export const samePersonsAmong = async (
  table: Table,
  people: readonly Known[],
  others: readonly Pick<Known, 'id' | 'name'>[],
): Promise<Known['id'][]> => {
  const found = await Promise.all(
    people.map(async (one) => {
      const named = others.filter(({ id, name }) => id !== one.id && isSameName(name, one.name))
      for (const other of named) if (await isOnePerson(table, one, other)) return [one.id]
      return []
    }),
  )
  return [...new Set(found.flat())]
}
