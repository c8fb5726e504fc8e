import { lookups } from '../platform/keys.ts'
import { readIndexKeys, readMany } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { isSameName } from '../staff/name-key.ts'
import { type Person, readPerson } from '../staff/person.ts'

/** As many institutions may have given one number to their people, and are looked at. */
const MOST_HOLDERS = 100

/**
 * Who stands on another institution's register with the same number, name and day of hiring: the same person, as far as
 * anyone can tell, who is to be taken over with their ledger and not registered anew (Art. 34).
 */
export const heldElsewhere = async (
  table: Table,
  {
    institutionId,
    staffNo,
    name,
    hiredOn,
  }: Pick<Person, 'institutionId' | 'name' | 'hiredOn'> & { readonly staffNo?: string | undefined },
): Promise<Person | undefined> => {
  if (staffNo === undefined) return undefined
  const found = await readIndexKeys(eventually(table), 'found', lookups.staffNumber(staffNo))
  const numbers = await readMany(
    eventually(table),
    found.slice(0, MOST_HOLDERS).map(({ key }) => key),
  )
  for (const { staffId } of numbers) {
    const person = typeof staffId === 'string' ? await readPerson(table, staffId) : undefined
    if (
      person !== undefined &&
      person.institutionId !== institutionId &&
      person.mergedInto === undefined &&
      person.hiredOn === hiredOn &&
      isSameName(person.name, name)
    )
      return person
  }
  return undefined
}
