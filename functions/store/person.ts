import { createHash } from 'node:crypto'
import * as z from 'zod'
import { keys, lists, lookups, SHARDS } from './keys.ts'
import { isNew, read, type Table, type Write } from './table.ts'

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  institutionId: z.string(),
  postType: z.enum(['management', 'professional', 'worker']),
  leader: z.boolean(),
  onRegister: z.boolean(),
  hiredOn: z.string(),
  highLevelTalent: z.boolean(),
  terms: z.array(z.object({ from: z.string(), to: z.string() })),
  postChanges: z.array(
    z.object({ id: z.string(), kind: z.enum(['post_type', 'duties']), effectiveOn: z.string() }),
  ),
  /** The account that is told of this person's matters. */
  accountId: z.string().optional(),
})
export type Person = z.infer<typeof Person>

/** The shard that the year's close finds a person in: by the id alone, evenly spread. */
export const shardOf = (staffId: string): number =>
  createHash('sha256').update(staffId).digest().readUInt32BE(0) % SHARDS

export const newPerson = (person: Person): Write => ({
  put: {
    ...keys.person(person.id),
    ...person,
    listed: lists.personsOf(person.institutionId),
    listedOrder: person.id,
    found: lookups.shard(shardOf(person.id)),
    foundOrder: person.id,
  },
  when: isNew,
})

export const readPerson = async (table: Table, id: string): Promise<Person | undefined> => {
  const item = await read(table, keys.person(id))
  return item && Person.parse(item)
}
